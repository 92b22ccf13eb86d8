"""Figures that rest on facts: an amount, a share, a time, a day; and how a fact, which is English, writes them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from babel.dates import format_date

from plugins.shared.message import Message
from plugins.shared.yaml import Loc

POWERS = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))


class Figure(NamedTuple):
    """What is drawn to scale, computed with or dated, and how a fact may write it."""

    loc: Loc  # within its part
    shown: Message
    writings: tuple[str, ...]

    def stands_in(self, text: str) -> bool:
        return any(re.search(rf"(?<![\w.,]){re.escape(each)}(?!\w|[.,]\d)", text) for each in self.writings)


def written_amount(rupiah: int) -> Iterator[str]:
    """`Rp500,000`, `Rp2.5 billion`."""
    yield f"Rp{rupiah:,}"
    for power, word in POWERS:
        if rupiah >= power:
            yield f"Rp{rupiah / power:,.12g}{word}"


def written_day(value: date) -> str:
    """`8 December 2027`"""
    return format_date(value, "d MMMM y", locale="en")
