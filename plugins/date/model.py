"""What a date is: a day of the law under a key, what happens on it, and what that rests on."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from plugins.shared.figure import Figure, written_day
from plugins.shared.message import Message
from plugins.shared.model import Cite, Day, Key, Line, Model, Several, Text, Truth, repeated
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Goal

FILE = "dates.yaml"
PAGE = Goal("dates", "dates")

Evidence = Literal["verified", "project_note", "from_knowledge"]
TO_COME, DUE, PASSED = "to-come", "due", "passed"


class Date(Model):
    """`was` where its law is revoked since. `confirmed` where an editor has seen that it came, and the register
    can't say so; `looked` is the day on which one looked and found nothing sure. `differs` tells editors why neither
    register nor rates have this day of the law.
    """

    key: Key
    day: Day
    what: Text
    regulation: Key
    articles: Several[Line] = ()
    facts: Several[Line]
    evidence: Evidence
    cite: Cite | None = None
    was: Truth = False
    confirmed: Truth = False
    looked: Day | None = None
    differs: Line | None = None

    @property
    def figure(self) -> Figure:
        """The day, as facts write it."""
        return Figure(("day",), Message("the day {day}", day=self.day), (written_day(self.day),))

    def state(self, day: date, law: Any) -> str:
        """To come, passed, or due: no day makes a law true, so what nobody has confirmed waits for an editor."""
        if self.day > day:
            return TO_COME
        return PASSED if self.confirmed or happened(self.day, law) else DUE


class Dates(Model):
    """`content/dates.yaml`"""

    dates: Several[Date]


def days_of(law: Any) -> frozenset[date]:
    """The days on which, as the register knows, something happened to a law or will."""
    return frozenset([*([law.in_force_from] if law.in_force_from else []), *(each.day for each in law.history)])


def happened(day: date, law: Any) -> bool:
    """True where the register tells of that day: its history does, or the law began on it and an editor says so."""
    began = law.in_force_from == day and law.status != "not_yet_in_force"
    return began or day in [each.day for each in law.history]


def keys_differ(dates: Dates) -> Iterator[Problem]:
    for at, key in repeated(each.key for each in dates.dates):
        yield dates.problem(("dates", at, "key"), "E161", Message("the key '{key}' stands twice; change one", key=key))


def read(reading: Reading) -> Mapping[str, Date]:
    found = reading.file(reading.content / FILE, Dates, (keys_differ,))
    return {each.key: each.part_of(found, ("dates", at)) for at, each in enumerate(found.dates)} if found else {}
