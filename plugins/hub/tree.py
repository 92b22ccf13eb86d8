"""From files to the frozen Site: every concept reads, every reference is resolved, every rule is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.shared.concept import Concept
from plugins.shared.document import Document
from plugins.shared.identity import Identity
from plugins.shared.insert import Inserts
from plugins.shared.kinds import called
from plugins.shared.markdown import Reference
from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem, instead, one_of
from plugins.shared.reading import Reading
from plugins.shared.site import Edition, Page, Pages, Site
from plugins.shared.twins import Twins
from plugins.shared.words import read_words
from plugins.shared.yaml import Loc

IDENTITY = "site.yaml"


@dataclass(frozen=True)
class Embedded:
    """What a directive puts into a text: a concept's thing, shown by the component of the concept's name."""

    concept: str
    key: str
    thing: Any


@dataclass(frozen=True)
class Tree:
    """A site that has been read, the pages it makes, and what each reference of each text means."""

    site: Site
    pages: Pages
    meanings: Mapping[str, tuple[Any, ...]]  # by the text's file, one for each of its references


def read_tree(concepts: tuple[Concept, ...], reading: Reading, catalogues: Path) -> Tree | None:
    """Everything that stands in the files; every mistake is added to the reading's problems.

    Nothing comes back where site.yaml can't be read: then no page can be made.
    """
    words = {lang: read_words(lang, catalogues, reading.root, reading.problems) for lang in reading.languages}
    things, unread = {}, {}
    for concept in sorted(concepts, key=lambda each: not each.inserts):
        things[concept.name] = concept.read(reading)
        unread[concept.name] = frozenset(reading.unread)
        reading.unread.clear()
        if concept.inserts:
            inserts = Inserts({**reading.inserts.things, concept.name: things[concept.name]}, reading.day, words)
            reading = replace(reading, inserts=inserts)
    identity = read_identity(reading)
    reading.problems.extend(strays(concepts, reading))
    if identity is None:
        return None
    editions = {each.document.name: each for each in editions_of(things)}
    targets = {name: each for concept in concepts for name, each in concept.targets(things[concept.name]).items()}
    known = reading.changed, reading.inserts, targets
    site = Site(reading.languages, reading.day, identity, words, things, unread, editions, *known)
    meanings = {}
    for name, edition in editions.items():
        found = tuple(meaning(each, edition, site, concepts) for each in edition.document.references)
        reading.problems.extend(each for each in found if isinstance(each, Problem))
        meanings[name] = found
    for concept in concepts:
        for rule in concept.rules:
            reading.problems.extend(rule(site))
        reading.problems.extend(orphans(concept, site))
    pages = tuple(joined(concepts, site))
    reading.problems.extend(collisions(pages))
    others = Pages(pages)
    for concept in concepts:
        for page_rule in concept.page_rules:
            reading.problems.extend(page_rule(site, others))
    last = tuple(page for concept in concepts for page in concept.last_pages(site, others))
    return Tree(site, Pages(pages + last), meanings)


def joined(concepts: tuple[Concept, ...], site: Site) -> Iterator[Page]:
    """Every page, with what other concepts use and show on it, and the day on which its words last changed."""
    used: dict[tuple[str, str], frozenset[str]] = {}
    shown: dict[tuple[str, str], dict[str, Any]] = {}
    for concept in concepts:
        for page, uses in concept.joins(site).items():
            used[page] = used.get(page, frozenset()) | uses
        for page, shows in concept.adds(site).items():
            shown.setdefault(page, {}).update(shows)
    for page in (page for concept in concepts for page in concept.pages(site)):
        name = page.origin.name if isinstance(page.origin, Document) else ""
        yield replace(
            page,
            uses=page.uses | used.get((page.kind, page.key), frozenset()),
            shows={**page.shows, **shown.get((page.kind, page.key), {})},
            changed=site.changed.get(name),
        )


def read_identity(reading: Reading) -> Identity | None:
    """What `site.yaml` says; that it is missing or wrong is added to the problems."""
    path = reading.content / IDENTITY
    if path.is_file():
        return reading.file(path, Identity)
    name = path.relative_to(reading.root).as_posix()
    reading.problems.add(Problem(name, 1, 1, "E108", Message("this file is missing; it says what the site is called")))
    return None


def editions_of(things: Mapping[str, Mapping[str, Any]]) -> Iterator[Edition]:
    """Every text among the things, in each of its languages."""
    for concept, found in things.items():
        for key, thing in found.items():
            if isinstance(thing, Twins):
                for lang, document in thing.documents.items():
                    yield Edition(concept, key, lang, document)


def meaning(reference: Reference, edition: Edition, site: Site, concepts: tuple[Concept, ...]) -> Any:
    """What the concept that owns this kind of reference makes of it, or the Problem with it."""
    if reference.kind == "embed":
        return embedded(reference, edition.document, site, concepts)
    if reference.kind == "insert":
        return inserted(reference, edition, site)
    resolver = next(each.resolves[reference.kind] for each in concepts if reference.kind in each.resolves)
    return resolver(reference, edition.document, edition.lang, site)


def embedded(
    reference: Reference, document: Document, site: Site, concepts: tuple[Concept, ...]
) -> Embedded | Problem | None:
    """What the directive puts here, or the Problem with it; nothing where its file can't be read, told as such."""
    at = reference.line, reference.column
    known = [concept.name for concept in concepts if concept.embeds]
    if reference.words not in known:
        hint = one_of([f"::{each}" for each in known])
        message = Message("'::{name}' is no directive; {hint}", name=reference.words, hint=hint)
        return document.problem("E118", message, *at)
    if not reference.alone:
        message = Message("a directive stands outside lists and quotations; move it to the margin")
        return document.problem("E118", message, *at)
    twice = [each for each in document.embeds() if (each.words, each.target) == (reference.words, reference.target)]
    if twice[0] != reference:
        written = f"::{reference.words}[{reference.target}]"
        message = Message("'{written}' stands in line {line} too; keep one", written=written, line=twice[0].line)
        return document.problem("E121", message, *at)
    thing = site[reference.words].get(reference.target)
    if thing is None:
        if site.expects(reference.words, reference.target):
            return None
        kind, key = reference.words, reference.target
        none = None if site[kind] else Message("there are: none")
        hint = instead(key, site[kind], none)
        message = Message("there is no {kind} '{key}'; {hint}", kind=called(kind), key=key, hint=hint)
        return document.problem("E119", message, *at)
    return Embedded(reference.words, reference.target, thing)


def inserted(reference: Reference, edition: Edition, site: Site) -> str | Problem | None:
    """What is said here, or the Problem with it; nothing where its file can't be read, told as such."""
    concept, key = reference.words, reference.target
    if key not in site.things.get(concept, ()) and site.expects(concept, key):
        return None
    if message := site.inserts.wrong(concept, key):
        return edition.document.problem("E202", message, reference.line, reference.column)
    return site.inserts.said(concept, key, edition.lang)


def orphans(concept: Concept, site: Site) -> Iterator[Problem]:
    """What could stand in a text and stands in none; where a text can't be read, nobody knows."""
    if not concept.embeds or concept.alone or any(site.unread.values()):
        return
    shown = site.embedded(concept.name)
    for key, thing in site[concept.name].items():
        if key not in shown:
            directive = f"::{concept.name}[{key}]"
            message = Message(
                "no text shows this {kind}; put '{directive}' into one", kind=called(concept.name), directive=directive
            )
            if isinstance(thing, Twins):
                yield next(iter(thing.documents.values())).problem("W204", message)
            else:
                yield thing.problem((), "W204", message)


def strays(concepts: tuple[Concept, ...], reading: Reading) -> Iterator[Problem]:
    """What lies in content/ and is read by nobody: a slip of the hand that would go unnoticed."""
    known = {IDENTITY, *(place for concept in concepts for place in concept.places)}
    for path in sorted(reading.content.glob("*")):
        if path.name not in known and not path.name.startswith("."):
            name = path.relative_to(reading.root).as_posix()
            message = Message("nothing reads this; known here are {known}", known=Listed(", ", sorted(known)))
            yield Problem(name, 1, 1, "E132", message)


def collisions(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Two pages with one address, whatever the letters' case: the second would overwrite the first."""
    taken: dict[str, Page] = {}
    told: set[tuple[int, Loc]] = set()
    for page in pages:
        first = taken.setdefault(page.file.casefold(), page)
        if first is page:
            continue
        message = Message(
            "the address '{address}' is that of {kind} '{key}' too; change a slug",
            address=page.address,
            kind=called(first.kind),
            key=first.key,
        )
        model, loc = page.written or first.written or (None, ())
        if model is None:
            yield Problem("content", 1, 1, "E125", message)
        elif (id(model), loc) not in told:  # a quiz takes its address from its guide
            told.add((id(model), loc))
            yield model.problem(loc, "E125", message)
