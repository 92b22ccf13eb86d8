"""What a worksheet is: parts to be filled in by hand, lines or tables, each with an example of what somebody writes."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Discriminator

from plugins.shared.message import Message
from plugins.shared.model import GuideKey, Key, Model, Several, Slugs, Text, Whole
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading

# What a part takes on paper, in millimetres; `worksheet.worksheet.css` draws it so, and a test prints it.
ROOM = 220
PROMPT, LINE, HEAD, ROW = 10, 8, 8, 11


class Lines(Model):
    """A question, and lines to write on."""

    type: Literal["lines"]
    prompt: Text
    lines: Whole
    example: Text

    @property
    def height(self) -> int:
        return PROMPT + self.lines * LINE


class Column(Model):
    title: Text
    width: Literal["narrow", "wide"] | None = None


class Table(Model):
    """Columns, and rows with names in the first of them, or with nothing. An example fills rows from the top."""

    type: Literal["table"]
    prompt: Text
    columns: Several[Column]
    rows: Several[Text] = ()
    empty: Whole = 0
    example: Several[Several[Text]]

    @property
    def count(self) -> int:
        return len(self.rows) or self.empty

    @property
    def cells(self) -> int:
        """Of a row, what is to be filled in."""
        return len(self.columns) - bool(self.rows)

    @property
    def height(self) -> int:
        return PROMPT + HEAD + self.count * ROW


Part = Annotated[Lines | Table, Discriminator("type")]


class Worksheet(Model):
    """`content/worksheets/<worksheet>.yaml`; `whose` says whose the example is, and that it is one."""

    title: Text
    summary: Text
    slug: Slugs
    topic: Key
    guide: GuideKey | None = None
    intro: Text
    whose: Text
    parts: Several[Part]


MOST_LINES, MOST_COLUMNS = 12, 6


def there_is_something_to_fill_in(worksheet: Worksheet) -> Iterator[Problem]:
    if not worksheet.parts:
        yield worksheet.problem(("parts",), "E213", Message("a worksheet needs a part; add one"))
    for at, part in enumerate(worksheet.parts):
        loc = ("parts", at)
        if isinstance(part, Lines):
            if not 1 <= part.lines <= MOST_LINES:
                message = Message("write 1 to {most} lines", most=MOST_LINES)
                yield worksheet.problem((*loc, "lines"), "E213", message)
        elif not 2 <= len(part.columns) <= MOST_COLUMNS:
            message = Message("a table has 2 to {most} columns", most=MOST_COLUMNS)
            yield worksheet.problem((*loc, "columns"), "E213", message)
        elif bool(part.rows) == bool(part.empty):
            message = Message("a table has 'rows' with names, or so many as 'empty' says; write one of them")
            yield worksheet.problem(loc, "E213", message)
        else:
            yield from _example_fits(worksheet, at, part)


def _example_fits(worksheet: Worksheet, at: int, part: Table) -> Iterator[Problem]:
    loc = ("parts", at, "example")
    if not part.example or len(part.example) > part.count:
        message = Message("the example has {rows} rows, and the table {all}", rows=len(part.example), all=part.count)
        yield worksheet.problem(loc, "E213", message)
    for number, row in enumerate(part.example):
        if len(row) != part.cells:
            message = Message(
                "this row has {cells} cells, and there are {all} to fill in", cells=len(row), all=part.cells
            )
            yield worksheet.problem((*loc, number), "E213", message)


def it_fits_on_a_sheet(worksheet: Worksheet) -> Iterator[Problem]:
    needed = sum(part.height for part in worksheet.parts)
    if needed > ROOM:
        message = Message(
            "it needs {needed} mm of a sheet, which has {room}; take out lines, or a part", needed=needed, room=ROOM
        )
        yield worksheet.problem(("parts",), "E213", message)


def read(reading: Reading) -> Mapping[str, Worksheet]:
    rules = (there_is_something_to_fill_in, it_fits_on_a_sheet)
    return reading.folder(reading.content / "worksheets", "<worksheet>.yaml", Worksheet, rules)
