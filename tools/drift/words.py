"""What changed between two versions of a text, in lines for a terminal: word by word where a line changed a little.

`git diff --word-diff` marks words in the same way: `[-gone-]`, `{+new+}`.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

WIDTH = 100
AROUND = 1  # unchanged lines that are shown beside a change
ALIKE = 0.5  # from here on a line is the old one with other words
ITEM = re.compile(r"\s*(?:(?:[-*+]|\d+\.|>)\s+)*")
WORD = re.compile(r"\[@[^\]]*\]\S*|\S+")  # a citation is one


def changes(old: str, new: str) -> Iterator[str]:
    """The new text, with what differs marked in the margin: `~` other words, `-` gone, `+` added, `…` left out."""
    before, after = paragraphs(old), paragraphs(new)
    groups = list(SequenceMatcher(a=before, b=after, autojunk=False).get_grouped_opcodes(AROUND))
    end = 0
    for group in groups:
        if group[0][3] > end:
            yield "  …"
        for kind, a, b, c, d in group:
            if kind == "equal":
                yield from (line for each in after[c:d] for line in wrapped(" ", each))
            else:
                yield from replaced(before[a:b], after[c:d])
        end = group[-1][4]
    if groups and end < len(after):
        yield "  …"


def plain(text: str) -> Iterator[str]:
    for each in paragraphs(text):
        yield from wrapped(" ", each)


def paragraphs(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Each new line beside the old one that it most resembles."""
    left = list(old)
    for line in new:
        near = max(left, key=lambda each: likeness(each, line), default="")
        if near and likeness(near, line) >= ALIKE:
            for gone in left[: left.index(near)]:
                yield from wrapped("-", gone)
            del left[: left.index(near) + 1]
            yield from wrapped("~", marked(near, line))
        else:
            yield from wrapped("+", line)
    for gone in left:
        yield from wrapped("-", gone)


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(a=WORD.findall(one), b=WORD.findall(other), autojunk=False).ratio()


def marked(old: str, new: str) -> str:
    """The new line with the words that went and came."""
    before, after = WORD.findall(old), WORD.findall(new)
    parts: list[str] = [re.match(r"\s*", new)[0]] if new[:1].isspace() else []
    gone: list[str] = []
    came: list[str] = []

    def settle() -> None:
        words = [f"[-{' '.join(gone)}-]"] * bool(gone) + [f"{{+{' '.join(came)}+}}"] * bool(came)
        parts.extend(words)
        gone.clear()
        came.clear()

    for kind, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "equal":
            settle()
            parts.extend(after[c:d])
        else:
            gone.extend(before[a:b])
            came.extend(after[c:d])
    settle()
    return " ".join(parts)


def wrapped(mark: str, line: str) -> list[str]:
    """Folded, so that what goes on stands below what it belongs to: the words of a list, not its sign."""
    return textwrap.wrap(
        line,
        WIDTH,
        initial_indent=f"  {mark} ",
        subsequent_indent="    " + " " * len(ITEM.match(line)[0]),
        break_long_words=False,
        break_on_hyphens=False,
    )
