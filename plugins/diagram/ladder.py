"""Levels that rise: one flight of rungs or several, each as high as its level."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Literal

from plugins.diagram.model import Diagram, Part
from plugins.shared.message import Message
from plugins.shared.model import Model, Several, Text, Whole
from plugins.shared.problem import Problem

HIGHEST = 6  # more would not fit beside each other


class Rung(Part):
    """`level` where it is not the place in the flight: for one that begins higher up."""

    name: Text
    text: Text | None = None
    level: Whole | None = None


class Flight(Model):
    title: Text | None = None
    rungs: Several[Rung]

    def levels(self) -> tuple[int, ...]:
        return tuple(rung.level or at for at, rung in enumerate(self.rungs, 1))


class Ladder(Diagram):
    icon: ClassVar[str] = "chart-column-increasing"

    type: Literal["ladder"]
    flights: Several[Flight]

    @property
    def height(self) -> int:
        return max(level for flight in self.flights for level in flight.levels())


def has_rungs(diagram: Ladder) -> Iterator[Problem]:
    if sum(len(flight.rungs) for flight in diagram.flights) < 2:
        yield diagram.problem(("flights",), "E180", Message("a ladder needs two rungs or more; add one"))
    for at, flight in enumerate(diagram.flights):
        if not flight.rungs and len(diagram.flights) > 1:
            message = Message("this flight has no rung; add one, or remove it")
            yield diagram.problem(("flights", at, "rungs"), "E180", message)


def rungs_rise(diagram: Ladder) -> Iterator[Problem]:
    for at, flight in enumerate(diagram.flights):
        levels = flight.levels()
        for number, (below, above) in enumerate(pairwise((0, *levels))):
            loc = ("flights", at, "rungs", number, "level")
            if above <= below:
                message = Message("level {above} is not above {below}; let the rungs rise", above=above, below=below)
                yield diagram.problem(loc, "E183", message)
            elif above > HIGHEST:
                message = Message(
                    "level {above} is too high to be drawn; keep to {highest}", above=above, highest=HIGHEST
                )
                yield diagram.problem(loc, "E183", message)


RULES = (has_rungs, rungs_rise)
