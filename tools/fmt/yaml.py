"""YAML in one style: two spaces, quotes only where they say something, `[a, b]` on a line; every comment stays.

A text keeps its form: one that is folded by hand stays folded, any other stands on one line, as in Markdown, so that a
change of a word is a change of a line. What would be read otherwise afterwards is left as it was.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import yaml

from plugins.shared.source import Source
from plugins.shared.yaml import NO_BREAKS, PARSER, Data, read_yaml

STEP = 2
QUOTES = ("'", '"')
STRING = "tag:yaml.org,2002:str"
HEADER = re.compile(r"([|>])([1-9+-]*)[ \t]*(#[^\n]*)?\n?")
COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)


class Comment(NamedTuple):
    line: int
    text: str
    alone: bool  # on its line


class Unknown(Exception):
    """A form of YAML that nobody writes here; it is left alone."""


def formatted(text: str) -> str:
    """The same data and the same comments, laid out as we do it; the text itself where it can't be read."""
    text = text.translate(NO_BREAKS)
    before = data_of(text)
    if before is None:
        return text
    try:
        after = Layout(text).text()
    except Unknown:
        return text
    same = data_of(after) == before and [each.text for each in comments(after)] == [
        each.text for each in comments(text)
    ]
    return after if same else text


def data_of(text: str) -> Data:
    tree, _ = read_yaml(Source("", text))
    return tree.data if tree else None


def comments(text: str) -> list[Comment]:
    """Every comment: a `#` behind white space, outside of all values."""
    root = yaml.compose(text, Loader=PARSER)
    found, start = [], 0
    for begin, end in [*(spans(root, text) if root else ()), (len(text), len(text))]:
        for each in COMMENT.finditer(text, start, begin):
            head = text[text.rfind("\n", 0, each.start()) + 1 : each.start()]
            found.append(Comment(text.count("\n", 0, each.start()), each[0].rstrip(), not head.strip()))
        start = end
    return found


def spans(node: yaml.Node, text: str) -> Iterator[tuple[int, int]]:
    """Where each value stands; the first line of a folded one may end in a comment, which is none of it."""
    if isinstance(node, yaml.ScalarNode):
        begin, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            header = HEADER.match(text, begin)
            if header and header[3]:
                yield begin, header.start(3)
                begin = header.end(3)
        yield begin, end
    else:
        for each in node.value:
            for part in each if isinstance(each, tuple) else (each,):
                yield from spans(part, text)


class Layout:
    """Writes the nodes of a text line by line, and before and behind them the comments that stood there."""

    def __init__(self, text: str) -> None:
        self._source = text.split("\n")
        self._comments = comments(text)
        self._root = yaml.compose(text, Loader=PARSER)
        self._lines: list[str] = []

    def text(self) -> str:
        if self._root is not None:
            self._value("", 0, self._root, self._root.start_mark.line)
        self._comments_above(len(self._source), 0)
        return "\n".join(self._lines).strip("\n") + "\n"

    def _value(self, start: str, indent: int, node: yaml.Node, line: int) -> None:
        """The value behind `start`, which stands in this line of the source; what is inside it goes to `indent`."""
        inline = self._inline(node)
        if inline is not None:
            self._line(f"{start} {inline}" if start and inline else start or inline, node.end_mark.line)
        elif isinstance(node, yaml.ScalarNode):
            self._folded(start, indent, node)
        else:
            if start:
                self._line(start, line)
            self._entries(node, indent)

    def _entries(self, node: yaml.Node, indent: int) -> None:
        as_written = isinstance(node, yaml.MappingNode) and alike([value for _, value in node.value])
        for each in node.value:
            if isinstance(node, yaml.MappingNode):
                key, value = each
                self._comments_above(key.start_mark.line, indent)
                start = f"{' ' * indent}{scalar(key, True)}:"
                if as_written and value.style in QUOTES:
                    self._line(f"{start} {quoted(value.value)}", value.end_mark.line)
                else:
                    self._value(start, indent + STEP, value, key.start_mark.line)
            else:
                line = each.start_mark.line
                self._comments_above(line, indent)
                at, inner = len(self._lines), self._is_block(each)
                self._value("" if inner else f"{' ' * indent}-", indent + STEP, each, line)
                if inner:
                    self._lines[at] = f"{' ' * indent}- {self._lines[at].lstrip()}"

    def _is_block(self, node: yaml.Node) -> bool:
        return isinstance(node, yaml.CollectionNode) and self._inline(node) is None

    def _inline(self, node: yaml.Node) -> str | None:
        """The node on one line, if that is how it is written; a comment inside it needs lines."""
        if isinstance(node, yaml.ScalarNode):
            return None if node.style in ("|", ">") else scalar(node, False)
        if not node.flow_style:
            return None
        first, last = node.start_mark.line, node.end_mark.line
        if any(first <= each.line < last for each in self._comments) and node.value:
            return None
        return bracketed(node)

    def _folded(self, start: str, indent: int, node: yaml.ScalarNode) -> None:
        """A text under `|` or `>`, with its lines as they are."""
        first = node.start_mark.line
        header = HEADER.match(self._source[first], node.start_mark.column)
        if header is None or header[2] not in ("", "-"):
            raise Unknown
        lines = self._source[first + 1 : node.end_mark.line + (node.end_mark.column > 0)]
        while lines and not lines[-1].strip():
            lines.pop()
        own = next((len(each) - len(each.lstrip(" ")) for each in lines if each.strip()), 0)
        self._line(f"{start} {header[1]}{header[2]}", first)
        self._lines += [" " * indent + each[own:] if each.strip() else "" for each in lines]

    def _line(self, text: str, line: int) -> None:
        """A line of ours, with the comments that stand behind what it says."""
        behind = []
        while self._comments and not self._comments[0].alone and self._comments[0].line <= line:
            behind.append(self._comments.pop(0).text)
        self._lines.append(" ".join([text, *behind]))

    def _comments_above(self, line: int, indent: int) -> None:
        """The comments before this line of the source, and the blank line that sets what stands in it apart."""
        while self._comments and self._comments[0].line < line:
            each = self._comments.pop(0)
            self._gap(each.line)
            self._lines.append(" " * indent + each.text)
        self._gap(line)

    def _gap(self, line: int) -> None:
        blank = 0 < line < len(self._source) and not self._source[line - 1].strip()
        if blank and self._lines and self._lines[-1] and not self._lines[-1].endswith(":"):
            self._lines.append("")


def scalar(node: yaml.ScalarNode, key: bool, flow: bool = False) -> str:
    value: str = node.value
    if not node.style and "\n" not in value:
        return value
    return worded(value, key, flow)


def bracketed(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return scalar(node, False, True) if node.style not in ("|", ">") else quoted(node.value)
    if isinstance(node, yaml.SequenceNode):
        as_written = alike(node.value)
        entries = (
            quoted(each.value) if as_written and each.style in QUOTES else bracketed(each) for each in node.value
        )
        return f"[{', '.join(entries)}]"
    pairs = ((scalar(key, True, True), bracketed(value)) for key, value in node.value)
    return f"{{{', '.join(f'{key}: {value}' if value else f'{key}:' for key, value in pairs)}}}"


def alike(nodes: list[yaml.Node]) -> bool:
    """True for texts of which one needs its quotes: the others keep theirs, since `["2", 2(2)]` looks like a slip."""
    return all(isinstance(each, yaml.ScalarNode) for each in nodes) and any(
        each.style in QUOTES and not plain(each.value, False, True) for each in nodes
    )


def worded(value: str, key: bool = False, flow: bool = False) -> str:
    """A text as it is, where every reader of YAML takes it for the text that it is; else in quotes."""
    return value if plain(value, key, flow) else quoted(value)


def plain(value: str, key: bool, flow: bool) -> bool:
    if not value or value != value.strip() or not value.isprintable():
        return False
    if resolved(value) != STRING:
        return False
    frame = f"{value}: x" if key else f"k: {value}"
    try:
        events = list(yaml.parse(f"{{{frame}}}" if flow else frame, Loader=PARSER))
    except yaml.YAMLError:
        return False
    texts = [each for each in events if isinstance(each, yaml.ScalarEvent)]
    return len(texts) == 2 and len(events) == 8 and texts[0 if key else 1].value == value


def resolved(value: str) -> str:
    """What others' YAML makes of a plain text: `yes` is a truth there, `71` a number."""
    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(value[0], ()):
        if pattern.match(value):
            return str(tag)
    return STRING


def quoted(value: str) -> str:
    written = json.dumps(value, ensure_ascii=False)
    if "\\" in written and all(unicodedata.category(each) != "Cc" for each in value):
        return "'" + value.replace("'", "''") + "'"
    breaks = {ord(each): f"\\u{ord(each):04x}" for each in "\x7f\x85\u2028\u2029"}
    return written.translate(breaks)


def dumped(data: Any, indent: int = 0) -> str:
    """Plain data as a text in this style."""
    return "".join(f"{' ' * indent}{line}\n" for line in lines_of(data))


def lines_of(data: Any) -> Iterator[str]:
    for each in data:
        head, value = (f"{worded(each, key=True)}:", data[each]) if isinstance(data, dict) else ("-", each)
        if not isinstance(value, list | dict) or not value or short(value):
            yield f"{head} {inlined(value)}"
            continue
        inner = [" " * STEP + line for line in lines_of(value)]
        if head == "-":
            inner[0] = f"- {inner[0].lstrip()}"
        else:
            yield head
        yield from inner


def short(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str | int) for each in value) and len(str(value)) < 80


def inlined(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(worded(each, flow=True) for each in value)}]"
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | date) else worded(value)
