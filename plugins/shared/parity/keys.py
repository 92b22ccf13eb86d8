"""Sections, tasks, and what a text shows beside its words: the same in every language, in the same order."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from plugins.shared.document import LEAD, Document, Section
from plugins.shared.markdown import Reference
from plugins.shared.message import Message
from plugins.shared.problem import Problem


class Line(Protocol):
    @property
    def line(self) -> int: ...


Stands = TypeVar("Stands", bound=Line)
Said = Callable[[str], Message]  # a key as an editor is told of it


def section_of(key: str) -> Message:
    if key == LEAD:
        return Message("the text before the first heading")
    return Message("the section '{key}'", key=key)


def task_of(key: str) -> Message:
    return Message("the task '{key}'", key=key)


def same_sections(source: Document, document: Document) -> Iterator[Problem]:
    wanted, found = ([(each.key, each.line) for each in each_one.sections] for each_one in (source, document))
    yield from _same("E123", section_of, source, document, wanted, found)


def same_tasks(source: Document, document: Document) -> Iterator[Problem]:
    yield from _same("E124", task_of, source, document, source.tasks, document.tasks)


def same_embeds(source: Document, document: Document) -> Iterator[Problem]:
    """Told where it stands, or in the section where it should."""
    theirs, own = list(_shown(source)), list(_shown(document))
    for what, reference in _without(theirs, own):
        section = document.section(section_at(source, reference.line).key) or document.sections[-1]
        yield document.problem("W205", _lacking(what, source), section.line)
    for what, reference in _without(own, theirs):
        yield document.problem("W205", _extra(what, source), reference.line, reference.column)


def _shown(document: Document) -> Iterator[tuple[Message, Reference]]:
    """Directives, and pictures without their names, since each language may have its own."""
    for each in document.references:
        if each.kind == "embed":
            yield Message("'{directive}'", directive=f"::{each.words}[{each.target}]"), each
        elif each.kind == "image":
            yield Message("a picture"), each


def _without(
    found: Sequence[tuple[Message, Reference]], others: Sequence[tuple[Message, Reference]]
) -> Iterator[tuple[Message, Reference]]:
    left = Counter(what for what, _ in others)
    for what, reference in found:
        left[what] -= 1
        if left[what] < 0:
            yield what, reference


def section_at(document: Document, line: int) -> Section:
    """The section that a line stands in."""
    return next((each for each in reversed(document.sections) if each.line <= line), document.sections[0])


def by_section(document: Document, found: Iterable[Stands]) -> dict[str, list[Stands]]:
    """What stands in each section, by the section's key."""
    sections: dict[str, list[Stands]] = {each.key: [] for each in document.sections}
    for each in found:
        sections[section_at(document, each.line).key].append(each)
    return sections


def _same(
    code: str,
    said: Said,
    source: Document,
    document: Document,
    wanted: Sequence[tuple[str, int]],
    found: Sequence[tuple[str, int]],
) -> Iterator[Problem]:
    """The same keys in the same order, each difference told once; `wanted` and `found` are keys with their lines."""
    theirs, own = [key for key, _ in wanted], [key for key, _ in found]
    lines = [line for _, line in found]
    for kind, a, b, c, d in difflib.SequenceMatcher(a=theirs, b=own, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        lacking = [key for key in theirs[a:b] if key not in own]
        extra = [(key, line) for key, line in found[c:d] if key not in theirs]
        for key, line in found[c:d]:
            if key in theirs:
                message = Message(
                    "{what} stands elsewhere in {source}; make both the same", what=said(key), source=source.name
                )
                yield document.problem(code, message, line)
        if len(lacking) == len(extra) and LEAD not in theirs[a:b] + own[c:d]:
            for other, (key, line) in zip(lacking, extra, strict=True):
                message = Message(
                    "{what} is called '{other}' in {source}; give both the same key",
                    what=said(key),
                    other=other,
                    source=source.name,
                )
                yield document.problem(code, message, line)
            continue
        for key, line in extra:
            yield document.problem(code, _extra(said(key), source), line)
        for key in lacking:
            line = lines[c] if c < len(lines) else lines[-1] if lines else document.body_line
            yield document.problem(code, _lacking(said(key), source), line)


def _extra(what: Message, source: Document) -> Message:
    return Message("{what} is missing in {source}; add it there, or remove it here", what=what, source=source.name)


def _lacking(what: Message, source: Document) -> Message:
    return Message("{what} of {source} is missing here; add it", what=what, source=source.name)
