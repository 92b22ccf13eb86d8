"""The frozen Site: everything that was read, by concept and key; and the pages that are made of it."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from plugins.shared.document import Document
from plugins.shared.identity import Identity
from plugins.shared.insert import NOTHING, Inserts
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


class Target(NamedTuple):
    """Where a link to a file leads that is no text: its page, and the sections there that a link may name."""

    goal: Goal
    sections: frozenset[str] = frozenset()


class Edition(NamedTuple):
    """A text in one of its languages: which text it is, by concept and key, and what its file says."""

    concept: str
    key: str
    lang: str
    document: Document


@dataclass(frozen=True)
class Site:
    """What a build knows, by concept and key: `site["quiz"]["pse/registering"]`."""

    languages: tuple[str, ...]
    day: date
    identity: Identity
    words: Mapping[str, Words]
    things: Mapping[str, Mapping[str, Any]]
    unread: Mapping[str, frozenset[str]]  # by concept, the keys of what has files that can't be read
    editions: Mapping[str, Edition]  # every text of every concept, by the name of its file
    changed: Mapping[str, date]  # by the same, the day on which its words last changed; without where nobody knows
    inserts: Inserts = NOTHING
    targets: Mapping[str, Target] = field(default_factory=dict)  # by the name of a file that texts may link to

    def __getitem__(self, concept: str) -> Mapping[str, Any]:
        return self.things[concept]

    def expects(self, concept: str, key: str) -> bool:
        """True where the thing exists, or its file does and can't be read: that is told there, and nowhere else."""
        return key in self.things.get(concept, ()) or not self.unread.get(concept, frozenset()).isdisjoint(
            {key, EVERYTHING}
        )

    def embedded(self, concept: str) -> dict[str, tuple[tuple[str, str], ...]]:
        """By the key of a concept's thing, the texts that show it in any language, by concept and key."""
        found: dict[str, dict[tuple[str, str], None]] = {}  # a dict for its order, without repetition
        for edition in self.editions.values():
            for each in edition.document.embeds():
                if each.words == concept:
                    found.setdefault(each.target, {})[edition.concept, edition.key] = None
        return {key: tuple(texts) for key, texts in found.items()}


class News(NamedTuple):
    """An entry of a page's own feed: what has happened, where it is told on the site, and on which day it was."""

    title: str
    address: str
    summary: str
    day: date


class Preview(NamedTuple):
    """What the picture of a page tells besides its title and the site's name."""

    icon: str  # of the theme
    label: str = ""  # what stands above the title
    colour: str = ""  # else the brand's
    note: str = ""  # else the site's tagline


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in one language: where it stands, what shows it, what it shows."""

    kind: str
    key: str
    lang: str
    address: str  # "id/pse/apa-itu-pse/", or a file's name such as "404.html"
    title: str
    summary: str
    shows: Mapping[str, Any] = field(default_factory=dict)
    uses: frozenset[str] = frozenset()  # components whose script and style the page needs beyond the frame
    trail: tuple[tuple[str, str], ...] = ()  # kind and key of the pages above it, the home page aside
    topic: str = ""
    alphabetical: bool = False  # in the A to Z, under its title
    also: tuple[tuple[str, str], ...] = ()  # further entries of the A to Z: a name and the anchor on this page
    published: date | None = None  # with a date it stands in the feed
    reviewed: date | None = None
    changed: date | None = None  # its words, as far as the history of its text tells
    minutes: int = 0  # how long it takes to read, or to answer
    weighs: tuple[tuple[str, str], ...] = ()  # kind and key of pages whose common weight it tells, and saved with it
    along: bool = False  # saved with each page that leads to it
    unsaved: bool = False  # says without script what another page says with it, and only script saves
    packed: str = ""  # the address of the one file that holds it in all its languages
    packs: tuple[tuple[str, str], ...] = ()  # kind and key of the pages that this file holds besides
    news: tuple[News, ...] = ()  # with any, the page has a feed of its own beside it
    indexed: bool = True  # for search engines and the sitemap
    compiles: bool = False  # WebAssembly, which its policy has to allow
    rooted: bool = False  # served at any depth, so that only absolute paths lead away from it
    written: tuple[Model, Loc] | None = None  # the value that its address is made of
    origin: Document | Model | None = None  # the file whose words it shows: what is wrong on the page is told there
    sought: bool = False  # by the search: a page that readers look for, and no list of others
    meaning: Mapping[str, Any] = field(default_factory=dict)  # for machines: a type of schema.org, and what only it has
    preview: Preview | None = None  # its own picture in social networks; else it shows that of a page above it
    chooses: tuple[str, str] | None = None  # kind and key of the pages among which it offers the language

    @property
    def file(self) -> str:
        return self.address + "index.html" if self.address.endswith("/") or not self.address else self.address


class Pages:
    """The pages by kind, key and language. What every page asks is looked up here, so that it never asks them all."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self._all = pages
        self._twins: dict[tuple[str, str], dict[str, Page]] = {}
        self._kinds: dict[tuple[str, str], list[Page]] = {}
        self._dated: dict[str, list[Page]] = {}
        self._choosers: dict[tuple[str, str], Page] = {}
        for page in pages:
            self._twins.setdefault((page.kind, page.key), {})[page.lang] = page
            self._kinds.setdefault((page.kind, page.lang), []).append(page)
            if page.published:
                self._dated.setdefault(page.lang, []).append(page)
            if page.chooses:
                self._choosers[page.chooses] = page

    def __iter__(self) -> Iterator[Page]:
        return iter(self._all)

    def find(self, kind: str, key: str, lang: str) -> Page | None:
        """The page in this language, else in another one; nothing where no language has it."""
        twins = self._twins.get((kind, key), {})
        return twins.get(lang) or next(iter(twins.values()), None)

    def twins(self, page: Page) -> dict[str, Page]:
        """The same page in every language that has it, itself included, in the site's order."""
        return self._twins[page.kind, page.key]

    def alternates(self, page: Page) -> dict[str, Page]:
        """Its twins, and under `x-default` the page where the reader chooses among them; none where it is alone."""
        group = page.chooses or (page.kind, page.key)
        found = dict(self._twins.get(group, {}))
        if group in self._choosers:
            found["x-default"] = self._choosers[group]
        return found if len(found) > 1 else {}

    def of_kind(self, kind: str, lang: str) -> Sequence[Page]:
        return self._kinds.get((kind, lang), ())

    def dated(self, lang: str) -> Sequence[Page]:
        """The pages of the language's feed."""
        return self._dated.get(lang, ())


def way(here: Page, there: str) -> str:
    """The relative address that leads from a page to an address of the site."""
    return way_from(here.address, there)


def way_from(here: str, there: str) -> str:
    """The relative address that leads from one address of the site to another."""
    path = posixpath.relpath("/" + there, "/" + posixpath.dirname(here))
    return path + "/" if (not there or there.endswith("/")) and not path.endswith("/") else path
