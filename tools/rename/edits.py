"""Changes of texts that leave every other byte as it is: the same line ends, the same mark at the beginning."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.shared.message import Message
from tools.ending import Stop

BREAK = re.compile(r"\r\n|\r|\n")
BOM = "\ufeff"


class Place(NamedTuple):
    """Words of a file that become others; they stand at the line and column, or behind, after what `behind` matches."""

    name: str
    line: int
    column: int
    old: str
    new: str
    behind: str = ""


class Edits:
    """The changes of all files, by the names that these have before anything moves."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._texts: dict[str, str] = {}
        self._spans: dict[str, dict[int, tuple[str, str]]] = {}
        self._written: dict[str, str] = {}

    def text(self, name: str) -> str:
        """As it stands; empty where there is no such file yet."""
        if name not in self._texts:
            path = self._root / name
            self._texts[name] = path.read_bytes().decode() if path.is_file() else ""
        return self._texts[name]

    def add(self, place: Place) -> None:
        text = self.text(place.name)
        start = start_of(text, place.line, place.column)
        found = re.compile(place.behind + re.escape(place.old)).search(text, start)
        if found is None:
            message = Message(
                "{name}:{line}: '{old}' is not found here; write it as it is in other files, then rename",
                name=place.name,
                line=place.line,
                old=place.old,
            )
            raise Stop(message)
        self._spans.setdefault(place.name, {})[found.end() - len(place.old)] = place.old, place.new

    def write(self, name: str, text: str) -> None:
        """The whole of a file."""
        self._written[name] = text

    def names(self) -> list[str]:
        return sorted({*self._spans, *self._written})

    def applied(self, name: str) -> str:
        """The text as it will be."""
        if name in self._written:
            return self._written[name]
        parts, end = [], 0
        text = self.text(name)
        for start, (old, new) in sorted(self._spans.get(name, {}).items()):
            parts += [text[end:start], new]
            end = start + len(old)
        return "".join([*parts, text[end:]])

    def counts(self) -> Iterator[tuple[str, int]]:
        """How many places of each file change."""
        for name in self.names():
            yield name, len(self._spans.get(name, ())) or 1


def start_of(text: str, line: int, column: int) -> int:
    """Where a line and a column are, counted without the mark that some programs put first."""
    starts = [len(BOM) if text.startswith(BOM) else 0, *(found.end() for found in BREAK.finditer(text))]
    return starts[line - 1] + column - 1
