"""Tables whose columns stand below each other; what is wider than a screen has one space around each cell instead."""

import unicodedata

from plugins.shared.markdown.rows import RULER, cells

WIDTH = 120
LEAST = 3  # dashes below a head


def aligned(lines: list[str]) -> list[str]:
    """The rows of a table; as they are where one of them doesn't stand between two `|`."""
    rows = [each for each in map(cells, lines) if each is not None]
    if len(rows) < len(lines):
        return lines
    head, ruler, *body = rows
    sides = [(each.startswith(":"), each.endswith(":")) for each in ruler]
    if len(head) != len(ruler) or not all(map(RULER.fullmatch, ruler)):
        return lines
    widths = [max(columns(row[at]) for row in (head, *body) if at < len(row)) for at in range(len(head))]
    widths = [max(width, LEAST + left + right) for width, (left, right) in zip(widths, sides, strict=True)]
    if sum(widths) + 3 * len(widths) + 1 > WIDTH:
        widths = [0] * len(widths)
    rules = [
        ":" * left + "-" * (max(width, LEAST + left + right) - left - right) + ":" * right
        for width, (left, right) in zip(widths, sides, strict=True)
    ]
    return [written(row, widths, sides) for row in (head, rules, *body)]


def written(row: list[str], widths: list[int], sides: list[tuple[bool, bool]]) -> str:
    """A row; numbers that the page moves to the right stand there in the file too."""
    found = list(row)
    for at, (width, side) in enumerate(zip(widths, sides, strict=True)):
        if at < len(row):
            space = " " * (width - columns(row[at]))
            found[at] = space + row[at] if side == (False, True) else row[at] + space
    return f"| {' | '.join(found)} |"


def columns(text: str) -> int:
    """How wide a text is in an editor: a letter of East Asia takes two columns, an accent that is added none."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )
