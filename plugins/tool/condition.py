"""What a rule asks of an answer: one of some options, or a number between two bounds."""

import re
from datetime import date
from typing import NamedTuple

from plugins.shared.message import Message

COMPARED = re.compile(r"(<=|>=|<|>)\s*(\d{1,15})")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
LEAST, MOST = 0, 10**15  # of what a reader can answer; the second is not reached


class Options(NamedTuple):
    """One of these options of a choice."""

    keys: frozenset[str]

    def meets(self, answer: str | int) -> bool:
        return answer in self.keys


class Span(NamedTuple):
    """A whole number from `low` up to `high`, which is not reached itself."""

    low: int
    high: int

    def meets(self, answer: str | int) -> bool:
        return isinstance(answer, int) and self.low <= answer < self.high


Condition = Options | Span


class NoCondition(ValueError):
    """What is wrong with a condition."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def counted_days(text: str) -> str:
    """The days in a condition as numbers, counted as `date.toordinal` does."""
    try:
        return DAY.sub(lambda day: str(date.fromisoformat(day[0]).toordinal()), text)
    except ValueError:
        message = Message("'{text}' names no day; write it as '< 2026-06-08'", text=text)
        raise NoCondition(message) from None


def read_span(text: str) -> Span:
    """`<= 500`, `> 500, <= 900`: every comparison holds."""
    low, high = LEAST, MOST
    for part in text.split(","):
        found = COMPARED.fullmatch(part.strip())
        if not found:
            raise NoCondition(Message("'{text}' compares nothing; write it as '<= 500' or '> 500, <= 900'", text=text))
        sign, number = found[1], int(found[2])
        if sign in ("<", "<="):
            high = min(high, number + (sign == "<="))
        else:
            low = max(low, number + (sign == ">"))
    if low >= high:
        raise NoCondition(Message("no number is '{text}'; correct the bounds", text=text))
    return Span(low, high)
