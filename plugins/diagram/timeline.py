"""Events by their days: those of laws come from the register, others are listed with theirs."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.diagram.model import Diagram, Part
from plugins.shared.figure import Figure, written_day
from plugins.shared.message import Message
from plugins.shared.model import Day, Key, Line, Several, Text
from plugins.shared.problem import Problem
from plugins.shared.yaml import Loc


class Event(Part):
    """With a `law` and without a `day` it is the beginning of that law, on the register's day."""

    facts: Several[Line] = ()
    day: Day | None = None
    law: Key | None = None
    text: Text

    @property
    def begins(self) -> bool:
        """True for the beginning of a law, which the register knows."""
        return self.law is not None and self.day is None

    @property
    def states(self) -> bool:
        return not self.begins

    def figures(self) -> Iterator[Figure]:
        if self.day:
            yield Figure(("day",), Message("the day {day}", day=self.day), (written_day(self.day),))


class Timeline(Diagram):
    icon: ClassVar[str] = "calendar-days"

    type: Literal["timeline"]
    events: Several[Event]

    def laws(self) -> Iterator[tuple[Loc, Key]]:
        yield from super().laws()
        for at, event in enumerate(self.events):
            if event.law:
                yield ("events", at, "law"), event.law


def has_events(diagram: Timeline) -> Iterator[Problem]:
    if len(diagram.events) < 2:
        yield diagram.problem(("events",), "E180", Message("a timeline needs two events or more; add one"))


def events_have_days(diagram: Timeline) -> Iterator[Problem]:
    for at, event in enumerate(diagram.events):
        if event.day is None and event.law is None:
            message = Message("this event has no day; add 'day', or the 'law' that begins")
            yield diagram.problem(("events", at), "E184", message)


RULES = (has_events, events_have_days)
