"""A row of a table as it is written: its cells, and the same row however it is spaced."""

import re

BETWEEN = re.compile(r"(?<!\\)\|")
RULER = re.compile(r"(:?)-+(:?)")  # a cell of the line below the head


def cells(line: str) -> list[str] | None:
    """The cells between the first `|` and the last; nothing where the line doesn't stand between two."""
    line = line.strip()
    if len(line) < 2 or line[0] != "|" or line[-1] != "|" or line.endswith("\\|"):
        return None
    return [each.strip(" \t") for each in BETWEEN.split(line[1:-1])]


def even(text: str) -> str:
    """The text with every row of a table spaced alike: how columns are lined up changes nothing that is said."""
    return "\n".join(map(_even, text.split("\n")))


def _even(line: str) -> str:
    found = cells(line)
    return line if found is None else f"| {' | '.join(map(_least, found))} |"


def _least(cell: str) -> str:
    """The shortest line below a head that says the same."""
    mark = RULER.fullmatch(cell)
    return f"{mark[1]}---{mark[2]}" if mark else cell
