"""A text in one style: front matter in the order of the manual, tables in columns, blank lines around what is alone.

Words, lists and blocks of code are never touched, so that what readers see stays the same, and every hash with it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.token import Token

from plugins.shared.document import FENCE
from plugins.shared.markdown import parse
from plugins.shared.source import Source
from plugins.shared.yaml import read_yaml
from tools.fmt import yaml
from tools.fmt.tables import aligned

ORDER = (  # of the manual's table
    "title",
    "summary",
    "slug",
    "topic",
    "published",
    "reviewed",
    "review_every",
    "level",
    "audience",
    "due",
    "only",
    "follows",
)
VERBATIM = ("fence", "code_block", "html_block")
ALONE = ("heading_open", "embed", "table_open")
BREAK = "  "  # at the end of a line: on the page the next one begins there


def formatted(text: str) -> str:
    """The same front matter and the same page; the text itself where its front matter can't be read."""
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if lines[0].rstrip() != FENCE or end is None:
        return text
    front = "\n".join(lines[1:end]) + "\n"
    tree, _ = read_yaml(Source("", front))
    if tree is None or not isinstance(tree.data, dict):
        return text
    starts = {str(loc[0]): line - 1 for loc, (line, _) in tree.keys.items() if len(loc) == 1}
    head = yaml.formatted(ordered(front, starts))
    before = "\n".join(lines[end + 1 :])
    after = body(before)
    if meaning(after) != meaning(before):
        after = before.strip("\n") + "\n"
    return f"{FENCE}\n{head}{FENCE}\n" + (f"\n{after}" if after.strip() else "")


def ordered(front: str, starts: Mapping[str, int]) -> str:
    """The keys in their order, each with the comments above it; what has no place there comes last."""
    lines = front.split("\n")[:-1]
    if len(set(starts.values())) < len(starts):
        return front  # in braces, which stand on one line
    movable = {each.line for each in yaml.comments(front) if each.alone}
    begins = [start - above(start, movable) for start in starts.values()]
    parts = dict(zip(starts, zip(begins, [*begins[1:], len(lines)], strict=True), strict=True))
    order = sorted(parts, key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    kept = [*lines[: min(begins, default=0)], *(line for key in order for line in lines[slice(*parts[key])])]
    return "\n".join(kept) + "\n"


def above(line: int, known: set[int]) -> int:
    """How many of the lines directly above this one are known."""
    return next(count for count in range(line + 1) if line - 1 - count not in known)


def body(text: str) -> str:
    """The Markdown below the front matter."""
    tokens, _, _ = parse(text)
    lines = text.split("\n")
    verbatim = {at for token in tokens if token.type in VERBATIM and token.map for at in range(*token.map)}
    broken = {
        at for token in tokens if token.type == "inline" and token.map for at in range(token.map[0], token.map[1] - 1)
    }
    for at, line in enumerate(lines):
        if at not in verbatim:
            bare = line.rstrip(" \t")
            lines[at] = bare + BREAK if at in broken and bare and line.endswith(BREAK) else bare
    apart = set()
    for token in tokens:
        if token.type == "table_open" and token.map:
            line_up(lines, *token.map)
        if token.type in ALONE and token.level == 0 and token.map:
            apart.update(token.map)
    return "\n".join(spaced(lines, verbatim, apart)).strip("\n") + "\n"


def line_up(lines: list[str], start: int, end: int) -> None:
    """The table in these lines; in a quotation, whose lines begin with a `>`, it stays as it is."""
    while not lines[end - 1].strip():
        end -= 1
    indent = lines[start][: len(lines[start]) - len(lines[start].lstrip(" "))]
    rows = aligned([line.strip() for line in lines[start:end]])
    lines[start:end] = [indent + row for row in rows]


def spaced(lines: list[str], verbatim: set[int], apart: set[int]) -> Iterator[str]:
    """The lines with no two blank ones in a row, and one where `apart` asks for it."""
    blank = True
    for at, line in enumerate(lines):
        if at in apart and not blank and line:
            yield ""
        if line or at in verbatim or not blank:
            yield line
        blank = not line


def meaning(text: str) -> list[Any]:
    """All that the page is made of: blocks, words, what they point at; without the lines where it stands."""
    tokens, references, slips = parse(text)
    return [
        [told(token) for token in tokens],
        [(each.kind, each.target, each.words, each.alone) for each in references],
        [(each.code, each.message) for each in slips],
    ]


def told(token: Token) -> tuple[Any, ...]:
    children = None if token.children is None else [told(each) for each in token.children]
    content = "" if children else token.content.rstrip("\n")
    return token.type, token.tag, token.attrs, content, token.info, token.level, token.hidden, token.meta, children
