"""What a concept offers to the hub. Each plugin answers when the hub asks; the hub knows none by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from blinker import Signal

from plugins.shared.document import Document
from plugins.shared.markdown import Reference
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Goal, Page, Pages, Site, Target

concepts = Signal("the hub asks every plugin for its concept")

Resolver = Callable[[Reference, Document, str, Site], Any]  # what a reference means, or the Problem with it
Absolute = Callable[[str], str]  # an address of the site as one of the web
Terms = Callable[[Site, str], Mapping[str, Goal]]  # the phrases of a language, and where each is explained


@dataclass(frozen=True, kw_only=True)
class Concept:
    """The four questions: what is it (`read`), what can be wrong with it (`rules`), which pages, what it resolves.

    What a reference resolves to has a `goal`, where it leads. A digest is a word of the templates: `sources(document)`
    is made by its function from all that the text's references of one kind mean.
    """

    name: str
    places: tuple[str, ...] = ()  # the files and folders of content/ that it reads
    read: Callable[[Reading], Mapping[str, Any]] = lambda _: {}
    rules: tuple[Callable[[Site], Iterator[Problem]], ...] = ()
    pages: Callable[[Site], Iterable[Page]] = lambda _: ()
    joins: Callable[[Site], Mapping[tuple[str, str], frozenset[str]]] = lambda _: {}  # what it uses on others' pages
    adds: Callable[[Site], Mapping[tuple[str, str], Mapping[str, Any]]] = lambda _: {}  # what it shows on others' pages
    inserts: bool = False  # `{{name:key}}` says one of its things in any text; it is read before the others
    targets: Callable[[Mapping[str, Any]], Mapping[str, Target]] = lambda _: {}  # its files that a text may link to
    embeds: bool = False  # `::name[key]` puts its component into a text
    alone: bool = False  # what it embeds may also stand in no text
    resolves: Mapping[str, Resolver] = field(default_factory=dict)  # by kind of reference
    digests: Mapping[str, tuple[str, Callable[[list[Any]], Any]]] = field(default_factory=dict)
    terms: Terms = lambda site, lang: {}
    style: Callable[[Site], str] = lambda _: ""  # rules of the stylesheet that come from the content
    files: Callable[[Site, Absolute], Mapping[str, bytes]] = (
        lambda site, absolute: {}
    )  # files of the site by their address
    page_rules: tuple[Callable[[Site, Pages], Iterator[Problem]], ...] = ()  # those that need every page
    last_pages: Callable[[Site, Pages], Iterable[Page]] = lambda site, pages: ()  # that hang on where all others stand
    last_files: Callable[[Site, Pages, Mapping[str, bytes], Absolute], Mapping[str, bytes]] = (
        lambda site, pages, made, absolute: {}
    )  # that hang on all others


def offered(sender: object = None) -> tuple[Concept, ...]:
    """What every plugin offers, by name: in this order they are read, whatever the order of PLUGINS."""
    return tuple(sorted((answer for _, answer in concepts.send(sender)), key=lambda each: each.name))
