"""What a page gets on its way to the browser."""

import html
import re

from tools.serve.live import State

# The same elements that live.js makes: it goes on with them.
WITHOUT_SITE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pandu</title></head>
<body>
<section class="live" role="alert"><details open><summary>{title}</summary><pre>{problems}</pre></details></section>
</body>
</html>
"""


def with_live(page: bytes, state: State) -> bytes:
    """`page` with live.js and live.css: linked, since the page's policy allows no script and no style inside it."""
    links = (
        f'<link rel="stylesheet" href="/_live/live.css"><script src="/_live/live.js" data-site="{state.site}" defer>'
    )
    added = f"{links}</script>".encode()
    end = re.search(rb"</head>|$", page, re.IGNORECASE).start()
    return page[:end] + added + page[end:]


def page_without_site(state: State) -> bytes:
    title = "There is no site yet" if state.tried else "The site is being built"
    return WITHOUT_SITE.format(title=title, problems=html.escape("\n".join(state.problems))).encode()
