"""Search: a page a language that asks an index in the reader's browser, and the making of that index.

built pages ─ documents ─▶ a folder of plain HTML ─ Pagefind ─▶ index ─ canonical ─▶ the same bytes every time
"""

from collections.abc import Iterator

from plugins.search.index import FOLDER
from plugins.shared.concept import Concept, concepts
from plugins.shared.site import Page, Site


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
            shows={"index": FOLDER},
            uses=frozenset({"search"}),
            compiles=True,
        )


def search(_: object) -> Concept:
    return Concept(name="search", pages=pages)


def register() -> None:
    concepts.connect(search)
