"""A feed a language: the dated pages by the day on which they were last compared with their sources."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time

from feedgenerator import Atom1Feed

from plugins.shared.site import Page


def address(lang: str) -> str:
    """Where the feed of this language stands in the site."""
    return f"{lang}/feed.xml"


def feed(lang: str, title: str, about: str, pages: Iterable[Page], absolute: Callable[[str], str]) -> bytes:
    """Atom, newest first. The addresses are absolute; no entry depends on the moment of the build."""
    home = absolute(f"{lang}/")
    atom = Atom1Feed(
        title=title, link=home, description=about, language=lang, feed_url=absolute(address(lang)), feed_guid=home
    )
    for page in sorted(pages, key=lambda each: (each.reviewed, each.published, each.key), reverse=True):
        atom.add_item(
            title=page.title,
            link=absolute(page.address),
            description=page.summary,
            unique_id=absolute(page.address),
            pubdate=midnight(page.published),
            updateddate=midnight(page.reviewed),
        )
    return atom.writeString("utf-8").encode()


def midnight(day: date | None) -> datetime:
    assert day is not None
    return datetime.combine(day, time(), UTC)
