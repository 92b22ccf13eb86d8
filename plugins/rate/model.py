"""What a rate is: a figure of the law under a key, with the time in which it holds and what it rests on."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from plugins.rate.unit import Unit, said, writings, wrong
from plugins.shared.figure import Figure
from plugins.shared.message import Message
from plugins.shared.model import Day, Key, Line, Model, Several, Text, repeated
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.words import Words

FILE = "rates.yaml"


class Value(Model):
    """What a rate is from one day to another, both included; without them as far back or ahead as anybody asks."""

    value: Line
    since: Day | None = None
    until: Day | None = None
    regulation: Key
    article: Line | None = None
    facts: Several[Line]

    def holds(self, day: date) -> bool:
        return (self.since or date.min) <= day <= (self.until or date.max)


class Rate(Model):
    key: Key
    name: Text
    unit: Unit
    values: Several[Value]

    def on(self, day: date) -> Value | None:
        """The value that holds on this day; nothing where none does."""
        return next((each for each in self.values if each.holds(day)), None)

    def figure(self, at: int) -> Figure:
        """One of its values, as facts write it."""
        value = self.values[at].value
        return Figure(("values", at, "value"), value, writings(self.unit, value))

    def plain(self, day: date) -> str:
        """What holds on this day, as the file has it; empty where nothing does."""
        value = self.on(day)
        return value.value if value else ""

    def said(self, day: date, words: Words) -> str:
        """What holds on this day, in a language, on one line: Rp500 juta. Empty where nothing does."""
        value = self.on(day)
        return said(self.unit, value.value, words).replace(" ", "\u00a0") if value else ""


class Rates(Model):
    """`content/rates.yaml`"""

    rates: Several[Rate]


def keys_differ(rates: Rates) -> Iterator[Problem]:
    for at, key in repeated(each.key for each in rates.rates):
        yield rates.problem(("rates", at, "key"), "E161", Message("the rate '{key}' stands twice; keep one", key=key))


def values_fit_the_unit(rates: Rates) -> Iterator[Problem]:
    for at, rate in enumerate(rates.rates):
        for number, each in enumerate(rate.values):
            if message := wrong(rate.unit, each.value):
                yield rates.problem(("rates", at, "values", number, "value"), "E109", message)


def times_follow_each_other(rates: Rates) -> Iterator[Problem]:
    """One value at a time: each begins the day after the one before it ends, or later."""
    for at, rate in enumerate(rates.rates):
        loc = ("rates", at, "values")
        if not rate.values:
            yield rates.problem(loc, "E201", Message("a rate needs a value; add one"))
        for number, each in enumerate(rate.values):
            if each.since and each.until and each.until < each.since:
                message = Message("it ends before it begins; let 'until' be the last day on which it holds")
                yield rates.problem((*loc, number, "until"), "E201", message)
        for number, (before, after) in enumerate(pairwise(rate.values), 1):
            if (before.until or date.max) >= (after.since or date.min):
                message = Message("the value above still holds then; give it an 'until' before this 'since'")
                yield rates.problem((*loc, number), "E201", message)


def read(reading: Reading) -> Mapping[str, Rate]:
    rules = (keys_differ, values_fit_the_unit, times_follow_each_other)
    found = reading.file(reading.content / FILE, Rates, rules)
    rates = {each.key: each.part_of(found, ("rates", at)) for at, each in enumerate(found.rates)} if found else {}
    unreadable = {key for key, rate in rates.items() if any(wrong(rate.unit, each.value) for each in rate.values)}
    reading.unread.update(unreadable)
    return {key: rate for key, rate in rates.items() if key not in unreadable}
