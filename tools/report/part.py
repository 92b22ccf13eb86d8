"""A part of the report: a table with its words, and what is drawn of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.shared.message import Message

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Bar:
    """A line of a chart: how much of the whole (1.0), and what stands behind it."""

    label: str
    share: float
    tells: str
    state: str = ""  # "watch" or "wrong" where somebody has to look


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one question about the site is answered with.

    A row is by the name of its columns, the same in JSON and on the page. `urgent` counts what somebody has to do
    something about.
    """

    key: str
    title: Message
    about: Message
    columns: Mapping[str, Message]
    rows: Sequence[Mapping[str, Cell]]
    nothing: Message  # said where there are no rows
    urgent: int = 0
    bars: Sequence[Bar] = ()
    drawing: str = ""  # an SVG

    def data(self) -> dict[str, object]:
        """As JSON has it: in English, days as 2026-11-26."""
        rows = [{name: said(each) for name, each in row.items()} for row in self.rows]
        return {"title": self.title, "urgent": self.urgent, "rows": rows}


def said(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell
