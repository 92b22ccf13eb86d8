"""Feeds: one a language of the dated pages, and one beside each page that has news."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time

from feedgenerator import Atom1Feed

from plugins.shared.identity import Identity
from plugins.shared.site import Page, Pages

NAME = "feed.xml"


def address(lang: str) -> str:
    """Where the feed of this language stands in the site."""
    return f"{lang}/{NAME}"


def beside(page: Page) -> str:
    """Where the feed of a page's news stands."""
    return page.address + NAME


def feeds(
    pages: Pages, languages: Iterable[str], identity: Identity, absolute: Callable[[str], str]
) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every feed. Newest first; no entry depends on the moment of the build."""
    for lang in languages:
        if dated := pages.dated(lang):
            title, about = f"{identity.name[lang]}: {identity.tagline[lang]}", identity.description[lang]
            feed = Feed(lang, title, about, absolute(f"{lang}/"), absolute(address(lang)))
            for page in sorted(dated, key=lambda each: (each.reviewed, each.published, each.key), reverse=True):
                feed.add(page.title, absolute(page.address), page.summary, page.published, page.reviewed)
            yield address(lang), feed.bytes()
    for page in pages:
        if page.news:
            title = f"{identity.name[page.lang]}: {page.title}"
            feed = Feed(page.lang, title, page.summary, absolute(page.address), absolute(beside(page)))
            for each in sorted(page.news, key=lambda each: (each.day, each.address), reverse=True):
                feed.add(each.title, absolute(each.address), each.summary, each.day, each.day)
            yield beside(page), feed.bytes()


class Feed:
    """An Atom feed. Its addresses are absolute; an entry is known by the address of what it tells of."""

    def __init__(self, lang: str, title: str, about: str, home: str, own: str) -> None:
        self._atom = Atom1Feed(title=title, link=home, description=about, language=lang, feed_url=own, feed_guid=home)

    def add(self, title: str, link: str, summary: str, published: date | None, updated: date | None) -> None:
        self._atom.add_item(
            title=title,
            link=link,
            description=summary,
            unique_id=link,
            pubdate=midnight(published),
            updateddate=midnight(updated),
        )

    def bytes(self) -> bytes:
        return self._atom.writeString("utf-8").encode()


def midnight(day: date | None) -> datetime:
    assert day is not None
    return datetime.combine(day, time(), UTC)
