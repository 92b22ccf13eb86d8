"""What a page gets on its way to the browser."""

import html
import re

from plugins.shared.message import Message
from plugins.shared.telling import language, translation
from tools.serve.live import State

# The same elements that live.js makes: it goes on with them.
WITHOUT_SITE = """<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pandu</title></head>
<body>
<section class="live" role="alert"><details open><summary>{title}</summary><pre>{problems}</pre></details></section>
</body>
</html>
"""

STANDS, NO_SITE = Message("Not built: this is the last good site"), Message("There is no site yet")
COMING = Message("The site is being built")


def with_live(page: bytes, state: State) -> bytes:
    """`page` with live.js and live.css: linked, since the page's policy allows no script and no style inside it."""
    title = said(STANDS if state.site else NO_SITE)
    links = (
        '<link rel="stylesheet" href="/_live/live.css">'
        f'<script src="/_live/live.js" data-title="{html.escape(title)}" data-site="{state.site}" defer>'
    )
    added = f"{links}</script>".encode()
    end = re.search(rb"</head>|$", page, re.IGNORECASE).start()
    return page[:end] + added + page[end:]


def page_without_site(state: State) -> bytes:
    title = said(NO_SITE if state.tried else COMING)
    problems = html.escape("\n".join(state.problems))
    return WITHOUT_SITE.format(lang=language(), title=title, problems=problems).encode()


def said(message: Message) -> str:
    return message.said(translation())
