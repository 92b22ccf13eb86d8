"""Hours that run from an event: a ring is a day, so three rings are 3×24 hours."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.diagram.model import Diagram, Note, Part
from plugins.shared.figure import Figure
from plugins.shared.message import Message
from plugins.shared.model import Several, Text, Whole
from plugins.shared.problem import Problem

DAY = 24
LONGEST = 7 * DAY  # more rings would not fit beside each other


class Run(Part):
    """Within how many hours of what (`when`) something must be done (`text`)."""

    when: Text
    hours: Whole
    text: Text
    notes: Several[Note] = ()

    def figures(self) -> Iterator[Figure]:
        if not 1 <= self.hours <= LONGEST:
            return  # told as such
        days, rest = divmod(self.hours, DAY)
        written = (f"{self.hours} hours",) + (() if rest else (f"{days}x{DAY} hours",))
        yield Figure(("hours",), Message("the time of {hours} hours", hours=self.hours), written)

    def rings(self) -> tuple[int, ...]:
        """The hours of each ring: 60 hours are 24, 24 and 12."""
        days, rest = divmod(self.hours, DAY)
        return (DAY,) * days + ((rest,) if rest else ())


class Clock(Diagram):
    icon: ClassVar[str] = "timer"

    type: Literal["clock"]
    runs: Several[Run]


def has_runs(diagram: Clock) -> Iterator[Problem]:
    if not diagram.runs:
        yield diagram.problem(("runs",), "E180", Message("a clock needs a time that runs; add one"))
    for at, run in enumerate(diagram.runs):
        if not 1 <= run.hours <= LONGEST:
            message = Message("{hours} hours can't be drawn; write 1 to {longest}", hours=run.hours, longest=LONGEST)
            yield diagram.problem(("runs", at, "hours"), "E180", message)


RULES = (has_runs,)
