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
            shows={"everything": EVERYTHING},
            uses=frozenset({"learning.day", "save", "save.sets", "save.visited"}),
            alphabetical=True,
        )


def set_name(page: Page) -> str:
    """The name of the set of a page, which begins with it; its template writes the same."""
    return f"{page.kind}/{page.key}.{page.lang}"


def offline(_: object) -> Concept:
    return Concept(name="offline", pages=pages)


def register() -> None:
    concepts.connect(offline)
