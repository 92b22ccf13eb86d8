"""What a section names: numbers, amounts, dates, citations, links. A translation names the same, in its own words."""

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from plugins.shared.document import Document, Section
from plugins.shared.markdown import Reference
from plugins.shared.message import Message
from plugins.shared.parity.habits import Habits
from plugins.shared.parity.keys import by_section, section_at
from plugins.shared.problem import Problem

Languages = Collection[str]
THINGS = {
    "amount": Message("the amount '{written}'"),
    "percentage": Message("the percentage '{written}'"),
    "date": Message("the date '{written}'"),
    "time": Message("the time '{written}'"),
    "number": Message("the number '{written}'"),
    "citation": Message("the citation '{written}'"),
    "link": Message("the link '{written}'"),
    "insert": Message("the figure '{written}'"),
}


class Named(NamedTuple):
    """Something that is named, where, and what it is in every language."""

    kind: str  # of THINGS
    value: str
    written: str
    line: int
    also: frozenset[str] = frozenset()

    def is_same(self, other: "Named") -> bool:
        return self.value == other.value or self.value in other.also or other.value in self.also

    @property
    def said(self) -> Message:
        return THINGS[self.kind].filled(written=self.written)


def same_names(
    source: tuple[Document, Habits],
    translation: tuple[Document, Habits],
    sections: Collection[str],
    languages: Languages,
) -> Iterator[Problem]:
    """Each difference in these sections once, where it stands; two of a kind that differ are told together."""
    there, here = (by_section(text[0], named(*text, languages)) for text in (source, translation))
    for section in translation[0].sections:
        if section.key in sections and section.key in there:
            theirs, own = there[section.key], here[section.key]
            yield from _differ(source[0], without(theirs, own), translation[0], without(own, theirs), section)


def _differ(
    source: Document, lacking: Sequence[Named], document: Document, extra: Sequence[Named], section: Section
) -> Iterator[Problem]:
    for kind in dict.fromkeys(each.kind for each in [*extra, *lacking]):
        own, theirs = ([each for each in found if each.kind == kind] for found in (extra, lacking))
        if len(own) == len(theirs):
            for each, other in zip(own, theirs, strict=True):
                message = Message(
                    "{what} is '{other}' in {place}; make both the same",
                    what=each.said,
                    other=other.written,
                    place=f"{source.name}:{other.line}",
                )
                yield told(document, message, each)
            continue
        for each in own:
            message = Message(
                "{what} is not in this section of {source}; add it there, or remove it here",
                what=each.said,
                source=source.name,
            )
            yield told(document, message, each)
        for each in theirs:
            message = Message(
                "{what} of {place} is missing in this section; add it",
                what=each.said,
                place=f"{source.name}:{each.line}",
            )
            yield document.problem("W203", message, section.line)


def told(document: Document, message: Message, named: Named) -> Problem:
    """At the first place of the line where it is written like that."""
    line = document.source.text.split("\n")[named.line - 1]
    return document.problem("W203", message, named.line, max(line.find(named.written.split("\n")[0]), 0) + 1)


def without(found: Sequence[Named], others: Sequence[Named]) -> list[Named]:
    """What is left of the first when each of the others has taken its like; the very same before the similar."""
    left, takers = list(found), list(others)
    for same in (lambda a, b: a.value == b.value, Named.is_same):
        for taker in list(takers):
            like = next((each for each in left if same(each, taker)), None)
            if like:
                left.remove(like)
                takers.remove(taker)
    return left


def named(document: Document, habits: Habits, languages: Languages) -> Iterator[Named]:
    for line, text in texts(document):
        for each in habits.quantities(text):
            yield Named(each.kind, each.value, each.written, line + text.count("\n", 0, each.at), each.also)
    for each in document.references:
        if each.kind == "cite":
            yield Named("citation", cited(each), cited(each), each.line)
        elif each.kind == "insert":
            yield Named("insert", f"{each.words}:{each.target}", f"{{{{{each.words}:{each.target}}}}}", each.line)
        elif each.kind == "link":
            value, also = destination(each, document, languages)
            yield Named("link", value, each.target, each.line, also)


def citations(document: Document) -> dict[str, Counter[str]]:
    """What each section cites, by the section's key."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for each in document.references:
        if each.kind == "cite" and document.sections:
            found[section_at(document, each.line).key][cited(each)] += 1
    return found


def cited(citation: Reference) -> str:
    return f"{citation.target} {citation.words}".strip()


def texts(document: Document) -> Iterator[tuple[int, str]]:
    """The words of each block, with the line on which they begin; no citation, no address, no key, no block of code."""
    for token in document.tokens:
        if token.type == "inline" and token.map:
            yield token.map[0] + 1, "".join(words(token))


def words(inline: Token) -> Iterator[str]:
    address = False
    for each in inline.children or ():
        if each.type in ("link_open", "link_close"):
            address = each.type == "link_open" and each.markup == "autolink"
        elif each.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif each.type == "cite":
            yield " "
        elif not address:
            yield each.content


def destination(link: Reference, document: Document, languages: Languages) -> tuple[str, frozenset[str]]:
    """Where a link leads in every language, and for what it may stand in another one.

    A site that has an address for each language is named by its host alone.
    """
    address = urlsplit(link.target)
    if address.scheme or address.netloc:
        labels, parts = address.netloc.removeprefix("www.").split("."), address.path.strip("/").split("/")
        host = "//" + ".".join(labels[labels[0] in languages :])
        if labels[0] in languages or not set(parts).isdisjoint(languages):
            return host, frozenset()
        return link.target.rstrip("/"), frozenset({host})
    folder = posixpath.dirname(document.name)
    path = posixpath.normpath(posixpath.join(folder, unquote(address.path))) if address.path else document.name
    return re.sub(r"/[a-z-]+\.md$", "", path) + (f"#{address.fragment}" if address.fragment else ""), frozenset()
