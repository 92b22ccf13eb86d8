"""When something is due to be compared with its sources again."""

import calendar
from collections.abc import Iterator
from datetime import date
from typing import Any

from plugins.shared.message import Message
from plugins.shared.problem import Problem


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last; at the end of the calendar its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def review_is_in_time(thing: Any, today: date) -> Iterator[Problem]:
    """Of what says when it was `reviewed`, and `review_every` how many months it is due again."""
    if thing.reviewed > today:
        message = Message("this day is after {day}; write the day on which it was done", day=today)
        yield thing.problem(("reviewed",), "E134", message)
    elif months_after(thing.reviewed, thing.review_every) < today:
        message = Message(
            "compared last on {reviewed}; compare it with its sources, then set 'reviewed'", reviewed=thing.reviewed
        )
        yield thing.problem(("reviewed",), "W202", message)
