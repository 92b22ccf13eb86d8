"""How a section is built: lists, steps, tables, notes. A translation has the same, as long as those of its source."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from plugins.shared.document import Document
from plugins.shared.message import Message
from plugins.shared.parity.keys import by_section
from plugins.shared.problem import Problem

LISTS = {"bullet_list_open": False, "ordered_list_open": True}  # and whether they are numbered


class List(NamedTuple):
    line: int
    numbered: bool
    items: int


class Table(NamedTuple):
    line: int
    rows: int
    columns: int


class Note(NamedTuple):
    line: int
    kind: str


def same_shape(source: Document, document: Document, sections: Collection[str]) -> Iterator[Problem]:
    """Each difference in these sections once: where the list or table stands, else at the heading."""
    for find, compare in ((lists, _lists), (tables, _tables), (notes, _notes)):
        there, here = by_section(source, find(source)), by_section(document, find(document))
        for section in document.sections:
            if section.key in sections and section.key in there:
                for line, message in compare(here[section.key], there[section.key], source.name):
                    yield document.problem("W214", message, line or section.line)


def _lists(own: Sequence[List], theirs: Sequence[List], source: str) -> Iterator[tuple[int, Message]]:
    if len(own) != len(theirs):
        counts = {"here": len(own), "there": len(theirs)}
        yield (
            0,
            Message("lists in this section: {here}; in {source}: {there}; make both the same", source=source, **counts),
        )
        return
    for each, other in zip(own, theirs, strict=True):
        about = {"here": each.items, "there": other.items, "place": f"{source}:{other.line}"}
        if each.numbered and not other.numbered:
            yield each.line, Message("this list is numbered, that of {place} is not; make both the same", **about)
        elif other.numbered and not each.numbered:
            yield each.line, Message("this list is not numbered, that of {place} is; make both the same", **about)
        elif each.items != other.items and each.numbered:
            message = Message("steps in this list: {here}; in that of {place}: {there}; make both the same", **about)
            yield each.line, message
        elif each.items != other.items:
            message = Message("items in this list: {here}; in that of {place}: {there}; make both the same", **about)
            yield each.line, message


def _tables(own: Sequence[Table], theirs: Sequence[Table], source: str) -> Iterator[tuple[int, Message]]:
    if len(own) != len(theirs):
        counts = {"here": len(own), "there": len(theirs)}
        message = Message(
            "tables in this section: {here}; in {source}: {there}; make both the same", source=source, **counts
        )
        yield 0, message
        return
    for each, other in zip(own, theirs, strict=True):
        place = f"{source}:{other.line}"
        if each.rows != other.rows:
            about = {"here": each.rows, "there": other.rows, "place": place}
            message = Message("rows in this table: {here}; in that of {place}: {there}; make both the same", **about)
            yield each.line, message
        elif each.columns != other.columns:
            about = {"here": each.columns, "there": other.columns, "place": place}
            message = Message("columns in this table: {here}; in that of {place}: {there}; make both the same", **about)
            yield each.line, message


def _notes(own: Sequence[Note], theirs: Sequence[Note], source: str) -> Iterator[tuple[int, Message]]:
    here, there = (", ".join(each.kind.upper() for each in found) for found in (own, theirs))
    if here != there:
        about = {"here": here or "-", "there": there or "-", "source": source}
        yield 0, Message("notes in this section: {here}; in {source}: {there}; make both the same", **about)


def lists(document: Document) -> Iterator[List]:
    """Every list, those inside others too; those of tasks are compared by their keys."""
    for at, token in enumerate(document.tokens):
        if token.type in LISTS and not token.meta.get("tasks"):
            items = [each for each in inside(document.tokens[at:]) if each.type == "list_item_open"]
            numbered = LISTS[token.type]
            yield List(line_of(token), numbered, sum(each.level == token.level + 1 for each in items))


def tables(document: Document) -> Iterator[Table]:
    for at, token in enumerate(document.tokens):
        if token.type == "table_open":
            inner = [each.type for each in inside(document.tokens[at:])]
            yield Table(line_of(token), inner.count("tr_open") - 1, inner.count("th_open"))


def notes(document: Document) -> Iterator[Note]:
    for token in document.tokens:
        if token.type == "blockquote_open" and "note" in token.meta:
            yield Note(line_of(token), token.meta["note"])


def inside(tokens: Sequence[Token]) -> Iterator[Token]:
    """What stands between the first token, which opens a block, and the one that closes it."""
    for each in tokens[1:]:
        if each.level == tokens[0].level:
            return
        yield each


def line_of(token: Token) -> int:
    return (token.map or [0])[0] + 1
