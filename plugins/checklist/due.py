"""When an item is due. An editor writes `2026-12-31`, `monthly 15`, `monthly last`, `yearly 03-31`, `+7d` or `+6m`.

theme/components/checklist/due.js counts the same days in the browser.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, NoReturn

from pydantic import BeforeValidator

from plugins.shared.message import Message
from plugins.shared.model import A_VALUE, NOTHING, refusal
from plugins.shared.words import Words

FORM = re.compile(r"(\d{4}-\d\d-\d\d)|monthly ([1-9]\d?|last)|yearly (\d\d-\d\d)|\+([1-9]\d{0,2})([dm])", re.ASCII)
NO_DUE_DATE = Message(
    "'{value}' is no due date; write one such as 2026-12-31, monthly 15, monthly last, yearly 03-31, +7d or +6m"
)
LAST = 28  # the last day that every month has


@dataclass(frozen=True)
class Once:
    """On one day of one year."""

    written: str
    day: date

    def said(self, words: Words) -> str:
        return words.gettext("By {day}").format(day=words.day(self.day))

    def upcoming(self, today: date) -> date | None:
        return self.day if self.day >= today else None

    repeats = ""


@dataclass(frozen=True)
class Monthly:
    """On a day of every month; on its last day where `day` is 0."""

    written: str
    day: int

    def said(self, words: Words) -> str:
        if not self.day:
            return words.gettext("Every month, by its last day")
        return words.gettext("Every month, by the {day}").format(day=words.nth(self.day))

    def upcoming(self, today: date) -> date | None:
        found = self._in(today.year, today.month)
        return found if found >= today else self._in(today.year + today.month // 12, today.month % 12 + 1)

    def _in(self, year: int, month: int) -> date:
        return date(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def repeats(self) -> str:
        return f"FREQ=MONTHLY;BYMONTHDAY={self.day or -1}"


@dataclass(frozen=True)
class Yearly:
    """On a day of every year."""

    written: str
    month: int
    day: int

    def said(self, words: Words) -> str:
        return words.gettext("Every year, by {day}").format(day=words.day_of_a_year(self.month, self.day))

    def upcoming(self, today: date) -> date | None:
        found = date(today.year, self.month, self.day)
        return found if found >= today else found.replace(year=today.year + 1)

    repeats = "FREQ=YEARLY"


@dataclass(frozen=True)
class After:
    """So many days or months after a day that the reader picks: only the reader's own page knows it."""

    written: str
    count: int
    months: bool

    def said(self, words: Words) -> str:
        if self.months:
            said = words.ngettext(
                "Within %(count)s month of your start", "Within %(count)s months of your start", self.count
            )
        else:
            said = words.ngettext(
                "Within %(count)s day of your start", "Within %(count)s days of your start", self.count
            )
        return said % {"count": self.count}

    def upcoming(self, today: date) -> date | None:
        return None

    repeats = ""


def due_of(value: object) -> object:
    """The due date that an editor has written; what is none is refused in words that say how one is written."""
    if not value:
        return refuse(NOTHING)
    if not isinstance(value, str):
        return refuse(A_VALUE)
    found = FORM.fullmatch(value)
    if found is None:
        return refuse(NO_DUE_DATE.filled(value=value))
    day, of_a_month, of_a_year, count, unit = found.groups()
    if count:
        return After(value, int(count), unit == "m")
    if of_a_month:
        return monthly(value, of_a_month)
    try:
        at = date.fromisoformat(day or f"2000-{of_a_year}")
    except ValueError:
        return refuse(Message("no calendar has the day of '{value}'; correct it", value=value))
    if day:
        return Once(value, at)
    if (at.month, at.day) == (2, 29):
        return refuse(Message("not every year has a 29 February; write 'yearly 02-28'"))
    return Yearly(value, at.month, at.day)


def monthly(value: str, day: str) -> Monthly:
    if day != "last" and int(day) > LAST:
        message = Message(
            "not every month has the day of '{value}'; write 1 to {last}, or 'monthly last'", value=value, last=LAST
        )
        refuse(message)
    return Monthly(value, 0 if day == "last" else int(day))


def refuse(message: Message) -> NoReturn:
    raise refusal(message)


DueDate = Annotated[Any, BeforeValidator(due_of)]  # one of the above: `due_of` refuses the rest
