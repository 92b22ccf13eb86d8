"""What was measured as a table of Markdown, and whether the goals hold."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from bench.device import Found, Quiz, Visit
from plugins.shared.message import Message

OURS, BESIDE = "Pandu", "Starlight"


class Figures(NamedTuple):
    """Of one site: a visit to the guide, a search that begins there, and its quiz."""

    visit: Visit
    found: Found
    quiz: Quiz


class Column(NamedTuple):
    """A column: its head, its figure, and how it is written."""

    head: str
    figure: Callable[[Figures], float]
    form: str


COLUMNS = (
    Column("readable s", lambda each: each.visit.readable, ".2f"),
    Column("settled s", lambda each: each.visit.settled, ".2f"),
    Column("layout shift", lambda each: each.visit.shift, ".3f"),
    Column("TBT s", lambda each: each.visit.blocked, ".2f"),
    Column("requests", lambda each: each.visit.requests, ".0f"),
    Column("kB", lambda each: each.visit.kilobytes, ".1f"),
    Column("search s", lambda each: each.found.seconds, ".2f"),
    Column("search kB", lambda each: each.found.kilobytes, ".1f"),
    Column("quiz s", lambda each: each.quiz.settled, ".2f"),
    Column("quiz from load s", lambda each: each.quiz.at_once, ".2f"),
)
RATIOS = ("readable s", "settled s", "kB", "search s", "search kB")
GOALS = (("readable s", 0.65), ("settled s", 0.4), ("search s", 0.85))  # at most this share of Starlight's


def table(medians: Mapping[str, Figures]) -> str:
    """A row a site, and below each of the others what ours is of it."""
    rows = [["", *(each.head for each in COLUMNS)], ["---", *("--:" for _ in COLUMNS)]]
    rows += [[name, *map(written, COLUMNS, [figures] * len(COLUMNS))] for name, figures in medians.items()]
    rows += [[f"{OURS} / {name}", *ratios(medians, name)] for name in medians if name != OURS]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def written(column: Column, figures: Figures) -> str:
    figure = column.figure(figures)
    return "-" if column.head.startswith("quiz") and not figure else format(figure, column.form)


def ratios(medians: Mapping[str, Figures], name: str) -> Iterator[str]:
    for column in COLUMNS:
        there = column.figure(medians[name])
        ratio = column.figure(medians[OURS]) / there if there and column.head in RATIOS else 0
        yield f"{ratio:.2f}" if ratio else ""


def goals(medians: Mapping[str, Figures]) -> Iterator[Message]:
    ours, theirs = medians[OURS], medians[BESIDE]
    figures = {column.head: column.figure for column in COLUMNS}
    for head, limit in GOALS:
        ratio = figures[head](ours) / figures[head](theirs)
        yield said(ratio <= limit, f"{head.removesuffix(' s')} {ratio:.2f} × {BESIDE}", f"{limit} ×")
    yield said(ours.visit.shift == 0, f"layout shift {ours.visit.shift:.3f}", "0")


def said(holds: bool, what: str, limit: str) -> Message:
    if holds:
        return Message("holds: {what} (goal: {limit})", what=what, limit=limit)
    return Message("MISSED: {what} (goal: {limit})", what=what, limit=limit)
