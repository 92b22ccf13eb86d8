"""A Markdown file, read: front matter with places, sections with keys and hashes, what it points at.

Reading is a pure function of the file's bytes. Nothing here knows another file: what a link leads to, whether a
section exists, is asked when everything has been read.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from markdown_it.token import Token

from plugins.shared.markdown import Reference, parse, plain
from plugins.shared.markdown.rows import even
from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem, Problems, nearest
from plugins.shared.source import Source, read_source
from plugins.shared.yaml import Tree, read_yaml

LEAD = "lead"  # the key of what stands before the first heading
TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " ", "…": "..."})
FENCE = "---"
SECTION_TWICE = Message("the section key '{key}' stands in line {line} too; change one")
TASK_TWICE = Message("the task key '{key}' stands in line {line} too; change one")


def settled(text: str) -> str:
    """The text without what does not count as a change: white space and typography."""
    return " ".join(unicodedata.normalize("NFC", text).translate(TYPOGRAPHY).split())


def hashed(text: str) -> str:
    """Six letters that change when the words do."""
    return hashlib.sha256(settled(even(text)).encode()).hexdigest()[:6]


@dataclass(frozen=True)
class Section:
    """From a heading to the next one of any level: the unit of citation, of the language switch, of translation."""

    key: str
    title: str
    level: int
    line: int
    text: str = field(repr=False)  # as written, the heading without its key included

    @property
    def hash(self) -> str:
        """Six letters that change when the words do: white space, typography and the width of columns don't count."""
        return hashed(self.text)


@dataclass(frozen=True)
class Document:
    """One language's file of a guide or a checklist."""

    source: Source
    front: Tree
    body_line: int
    tokens: tuple[Token, ...] = field(repr=False)
    references: tuple[Reference, ...]
    sections: tuple[Section, ...]
    tasks: tuple[tuple[str, int], ...]  # key and line of every task

    @property
    def name(self) -> str:
        return self.source.name

    def section(self, key: str) -> Section | None:
        return next((each for each in self.sections if each.key == key), None)

    @property
    def headings(self) -> tuple[Section, ...]:
        """The sections that an anchor leads to: all but the lead."""
        return tuple(each for each in self.sections if each.key != LEAD)

    def other_than(self, key: str) -> Message:
        """What an editor is told who named a section that is not here: the nearest one, else all there are."""
        keys = [each.key for each in self.headings]
        near = nearest(key, keys)
        if near:
            return Message("nearest: #{near}", near=near)
        known = Listed(", ", (f"#{each}" for each in keys))
        return Message("there are {known}", known=known) if known else Message("there are none")

    @property
    def words(self) -> int:
        """How many words the reader has to read, the headings included."""
        return len(re.findall(r"\w[\w’'-]*", "\n".join(each.text for each in self.sections)))

    @property
    def whole(self) -> bool:
        """False where keys are missing or repeated, or code never ends: that is told, and nothing that follows."""
        keyless = any(each.type == "heading_open" and "key" not in each.meta for each in self.tokens)
        swallowed = any(each.meta.get("open") for each in self.tokens)
        sections, tasks = [each.key for each in self.sections], [key for key, _ in self.tasks]
        return (
            bool(sections)
            and not keyless
            and not swallowed
            and all(tasks)
            and len(set(sections)) == len(sections)
            and len(set(tasks)) == len(tasks)
        )

    def embeds(self) -> Iterator[Reference]:
        return (each for each in self.references if each.kind == "embed")

    def problem(self, code: str, message: Message, line: int = 1, column: int = 1) -> Problem:
        return self.source.problem(code, message, line, column)


def read_document(path: Path, root: Path, problems: Problems) -> Document | None:
    """The file as a document; nothing where it can't be read at all. Every mistake is added."""
    source = read_source(path, root, problems)
    return None if source is None else document(source, problems)


def document(source: Source, problems: Problems) -> Document | None:
    """The text as a document; nothing where its front matter can't be read. Every mistake is added."""
    lines = source.text.split("\n")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if lines[0].rstrip() != FENCE or end is None:
        message = Message("the front matter has no end; put a line '---' below it")
        if not source.text.strip():
            message = Message("this file is empty; write it")
        elif lines[0].rstrip() != FENCE:
            message = Message("front matter is missing; put it at the top, between two lines '---'")
        problems.add(source.problem("E103", message))
        return None
    front, found = read_yaml(source, "\n".join(lines[1:end]) + "\n", first_line=2)
    problems.extend(found)
    tokens, references, slips = parse("\n".join(lines[end + 1 :]), end + 2)
    problems.extend(source.problem(each.code, each.message, each.line, each.column) for each in slips)
    if front is None:
        return None
    sections = tuple(_sections(tokens, lines, end + 2))
    tasks = tuple((each.meta["key"], each.map[0] + 1) for each in tokens if each.meta.get("task") and each.map)
    if not sections:
        problems.add(source.problem("E138", Message("this text is empty; write it below the front matter"), len(lines)))
    problems.extend(_repeated(source, [(each.key, each.line) for each in sections], SECTION_TWICE))
    problems.extend(_repeated(source, [each for each in tasks if each[0]], TASK_TWICE))
    return Document(source, front, end + 2, tuple(tokens), tuple(references), sections, tasks)


def _sections(tokens: list[Token], lines: list[str], body_line: int) -> Iterator[Section]:
    starts = [
        (token.meta["key"], tokens[at + 1], int(token.tag[1]), token.map[0] + 1)
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and "key" in token.meta and token.map
    ]
    lead = "\n".join(lines[body_line - 1 : starts[0][3] - 1 if starts else len(lines)])
    if lead.strip():
        yield Section(LEAD, "", 1, body_line, lead.strip())
    for (key, title, level, line), (*_, end) in pairwise([*starts, ("", None, 0, len(lines) + 1)]):
        text = title.content + "\n" + "\n".join(lines[line : end - 1])
        yield Section(key, plain(title), level, line, text.strip())


def _repeated(source: Source, keys: list[tuple[str, int]], twice: Message) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for key, line in keys:
        if key in seen and key == LEAD:
            message = Message("the key '{key}' is that of the text before the first heading; change it", key=LEAD)
            yield source.problem("E121", message, line)
        elif key in seen:
            yield source.problem("E121", twice.filled(key=key, line=seen[key]), line)
        seen.setdefault(key, line)
