"""Search: a page a language that asks two indexes in the reader's browser, and the making of both.

what is known before rendering ─ titles ─▶ one small file a language, which answers at once
built pages ─ documents ─▶ a folder of plain HTML ─ Pagefind ─▶ index ─ canonical ─▶ the same bytes every time
"""

import hashlib
from collections.abc import Iterator, Mapping

from plugins.search.index import FOLDER
from plugins.search.model import FILE, read
from plugins.search.rules import RULES
from plugins.search.titles import titles_file
from plugins.shared.concept import Absolute, Concept, concepts
from plugins.shared.site import Page, Pages, Site

TITLES = "\ue00a"  # a letter that no text has: the place of the titles' address, until these are all known


def pages(site: Site) -> Iterator[Page]:
    for lang in site.languages:
        words = site.words[lang]
        yield Page(
            kind="search",
            key="search",
            lang=lang,
            address=f"{lang}/{words.address('search')}/",
            title=words.gettext("Search"),
            summary=words.gettext("Search all guides, quizzes, checklists, regulations and terms."),
            shows={"index": FOLDER, "titles": TITLES},
            uses=frozenset({"search", "search.titles"}),
            compiles=True,
        )


def files(site: Site, pages: Pages, made: Mapping[str, bytes], absolute: Absolute) -> dict[str, bytes]:
    """The titles of each language, named by what is in them as styles are, and the page that asks for them."""
    found = {}
    for page in pages:
        html = made[page.file] if "search" in page.uses else b""
        if TITLES.encode() in html:
            data = titles_file(site, pages, page.lang)
            address = f"theme/titles-{page.lang}.{hashlib.sha256(data).hexdigest()[:10]}.json"
            found |= {address: data, page.file: html.replace(TITLES.encode(), address.encode())}
    return found


def search(_: object) -> Concept:
    return Concept(name="search", places=(FILE,), read=read, rules=RULES, pages=pages, last_files=files)


def register() -> None:
    concepts.connect(search)
