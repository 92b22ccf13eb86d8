"""What stands in a document: its headings, links, tables, blocks, and the lines that an editor is told."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plugins.shared.markdown import plain

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = ROOT / "docs" / "writing.md"
INDONESIAN = ROOT / "docs" / "menulis.md"
BROKEN = ROOT / "tests" / "broken"
PARSER = MarkdownIt("commonmark").enable("table")
LINE = re.compile(r"^(\S+):\d+:\d+: ([EW]\d{3}) \S.*$", re.MULTILINE)
CODE = re.compile(r"([EW]\d{3})\b")
TICKED = re.compile(r"``? ?(.+?) ?``?(?!`)")
COMMAND = re.compile(r"python3 tasks\.py ([^`\n]+)")


class Table(NamedTuple):
    """A table of a manual: the heading above it, its head, its rows, as they are written."""

    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tokens_of(path: Path) -> list[Token]:
    return PARSER.parse(path.read_text("utf-8"))


def headings(path: Path) -> Iterator[tuple[str, str]]:
    """Level and words of every heading."""
    tokens = tokens_of(path)
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token.tag, plain(tokens[at + 1])


def anchor(words: str) -> str:
    """What a git host makes of a heading."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def anchors(path: Path) -> list[str]:
    """Where a link into a document can lead; a heading of the content has a key of its own."""
    found = [words for _, words in headings(path)]
    keys = [re.search(r"\{#([a-z0-9-]+)\}$", words) for words in found]
    return [key[1] if key else anchor(words) for words, key in zip(found, keys, strict=True)]


def links(path: Path) -> Iterator[str]:
    for token in tokens_of(path):
        for child in token.children or ():
            if child.type in ("link_open", "image"):
                yield str(child.attrs.get("href") or child.attrs["src"])


def tables(path: Path) -> Iterator[Table]:
    heading, cells, rows = "", [], []
    tokens = tokens_of(path)
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[at + 1].content
        elif token.type in ("th_open", "td_open"):
            cells.append(tokens[at + 1].content)
        elif token.type == "tr_close":
            rows.append(tuple(cells))
            cells = []
        elif token.type == "table_close":
            yield Table(heading, rows[0], tuple(rows[1:]))
            rows = []


def blocks(path: Path, before: str) -> Iterator[tuple[str, str]]:
    """The name of a file and the block below a line that says it; `before` is how the line begins."""
    tokens = tokens_of(path)
    for at, token in enumerate(tokens):
        said = re.fullmatch(rf"{before}`([^`]+)`:", tokens[at - 2].content) if at > 2 else None
        if token.type == "fence" and said:
            yield said[1], token.content


def ticked(cell: str) -> list[str]:
    return TICKED.findall(cell)


def lines(path: Path) -> list[str]:
    """Every line that the document says an editor is told."""
    return [found[0] for found in LINE.finditer(path.read_text("utf-8"))]


def commands(path: Path) -> list[str]:
    """What the document lets people type behind `python3 tasks.py`, apart from what a line says that they are told."""
    text = LINE.sub("", path.read_text("utf-8"))
    return [found[1].partition("    #")[0].rstrip() for found in COMMAND.finditer(text)]


def told(code: str) -> list[str]:
    """Every line that an editor is told under this code, as far as tests/broken/ makes the mistake."""
    return [line for path in BROKEN.glob(f"{code}-*/expect.txt") for line in path.read_text("utf-8").splitlines()]
