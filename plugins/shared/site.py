"""The frozen Site: everything that was read, by concept and key; and the pages that are made of it."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from plugins.shared.identity import Identity
from plugins.shared.model import Model
from plugins.shared.words import Words
from plugins.shared.yaml import Loc

EVERYTHING = "*"  # among the unread keys: a file that holds all things of its concept


class Goal(NamedTuple):
    """Where something leads: a page by kind and key, a section of it; a picture; an address of the web."""

    kind: str = ""
    key: str = ""
    section: str = ""
    lang: str = ""
    picture: str = ""
    web: str = ""


@dataclass(frozen=True)
class Site:
    """What a build knows, by concept and key: `site["quiz"]["pse/registering"]`."""

    languages: tuple[str, ...]
    day: date
    identity: Identity
    words: Mapping[str, Words]
    things: Mapping[str, Mapping[str, Any]]
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __getitem__(self, concept: str) -> Mapping[str, Any]:
        return self.things[concept]

    def expects(self, concept: str, key: str) -> bool:
        """True where the thing exists, or its file does and can't be read: that is told there, and nowhere else."""
        return key in self.things.get(concept, ()) or not self.unread.get(concept, frozenset()).isdisjoint(
            {key, EVERYTHING}
        )


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in one language: where it stands, what shows it, what it shows."""

    kind: str
    key: str
    lang: str
    address: str  # "id/pse/apa-itu-pse/", or a file's name such as "404.html"
    title: str
    summary: str
    template: str = ""  # the kind's own where empty
    shows: Mapping[str, Any] = field(default_factory=dict)
    uses: frozenset[str] = frozenset()  # components whose script and style the page needs beyond the frame
    trail: tuple[tuple[str, str], ...] = ()  # kind and key of the pages above it, the home page aside
    topic: str = ""
    alphabetical: bool = False  # in the A to Z, under its title
    also: tuple[tuple[str, str], ...] = ()  # further entries of the A to Z: a name and the anchor on this page
    published: date | None = None  # with a date it stands in the feed
    reviewed: date | None = None
    indexed: bool = True  # for search engines and the sitemap
    rooted: bool = False  # served at any depth, so that only absolute paths lead away from it
    written: tuple[Model, Loc] | None = None  # the value that its address is made of
    chooses: tuple[str, str] | None = None  # kind and key of the pages among which it offers the language

    @property
    def file(self) -> str:
        return self.address + "index.html" if self.address.endswith("/") or not self.address else self.address


class Pages:
    """The pages by kind, key and language, and the way from one to another."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self._all = pages
        self._twins: dict[tuple[str, str], dict[str, Page]] = {}
        for page in pages:
            self._twins.setdefault((page.kind, page.key), {})[page.lang] = page

    def __iter__(self) -> Iterator[Page]:
        return iter(self._all)

    def find(self, kind: str, key: str, lang: str) -> Page | None:
        """The page in this language, else in another one."""
        twins = self._twins.get((kind, key), {})
        return twins.get(lang) or next(iter(twins.values()), None)

    def twins(self, page: Page) -> dict[str, Page]:
        """The same page in every language that has it, itself included, in the site's order."""
        return self.twins_of(page.kind, page.key)

    def twins_of(self, kind: str, key: str) -> dict[str, Page]:
        return self._twins.get((kind, key), {})

    def of_kind(self, kind: str, lang: str) -> list[Page]:
        return [page for page in self._all if page.kind == kind and page.lang == lang]


def way(here: Page, there: str) -> str:
    """The relative address that leads from a page to an address of the site."""
    base = posixpath.dirname(here.address)
    path = posixpath.relpath("/" + there, "/" + base) if there else posixpath.relpath("/", "/" + base)
    return path + "/" if (not there or there.endswith("/")) and not path.endswith("/") else path
