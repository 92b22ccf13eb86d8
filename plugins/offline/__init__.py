"""What a device keeps for when there is no network: a page a language that says so, saves more, and removes it.

A set is what is saved together: everything in a language, or a page with those whose weight it tells, as a course has
them. The worker that keeps what was read, and the lists of the sets, are made once the site is (tools/offline/).
"""

from collections.abc import Iterator

from plugins.shared.concept import Concept, concepts
from plugins.shared.site import Page, Site

KIND = "offline"
EVERYTHING = "everything"  # the name of the set before its language


def pages(site: Site) -> Iterator[Page]:
    for lang in site.languages:
        words = site.words[lang]
        yield Page(
            kind=KIND,
            key=KIND,
            lang=lang,
            address=f"{lang}/{words.address('offline')}/",
            title=words.gettext("Offline"),
            summary=words.gettext("What this device keeps for when there is no network, and how to save more."),
            shows={
                "everything": [everything(code, site) for code in sorted(site.languages, key=lambda each: each != lang)]
            },
            uses=frozenset({"learning.day", "save", "save.sets", "save.visited"}),
            alphabetical=True,
        )


def everything(lang: str, site: Site) -> tuple[str, str, None, str]:
    """The set of a language as the page shows it: name, what it is called there, no page of its own, language."""
    words = site.words[lang]
    what, where = words.gettext("All pages and the search"), words.pgettext("language", "own name")
    return f"{EVERYTHING}.{lang}", f"{what} · {where}", None, lang


def set_name(page: Page) -> str:
    """The name of the set of a page, which begins with it; its template writes the same."""
    return f"{page.kind}/{page.key}.{page.lang}"


def offline(_: object) -> Concept:
    return Concept(name="offline", pages=pages)


def register() -> None:
    concepts.connect(offline)
