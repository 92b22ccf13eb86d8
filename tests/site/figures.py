"""Figures with a legal look in a text, each called the same in both languages: `IDR 500000`, `0.5%`, `72 hours`.

Amounts, shares and days are read by the tables of the parity rules; articles, laws, periods and years by expressions.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from plugins.shared.numbers import plain_digits
from plugins.shared.parity.habits import Habits, Quantity

LANGUAGES = ("id", "en")
UNSAID = {"editors", "reviewed", "slug", "source", "url", "url_alt"}  # keys of what no page says of a law
PERIODS = {
    "id": {
        "jam kerja": "working hours",
        "jam": "hours",
        "hari kerja": "working days",
        "hari": "days",
        "minggu": "weeks",
        "pekan": "weeks",
        "bulan": "months",
        "tahun": "years",
    },
    "en": {
        f"{word}{ending}": f"{word}s"
        for word in ("working hour", "working day", "hour", "day", "week", "month", "year")
        for ending in ("s", "")
    },
}
NEAR = "lalu|ini|depan|berikutnya"  # `tanggal 15 bulan berikutnya` is a day of next month, no 15 months
ARTICLE = re.compile(r"\b(?:Pasal|Articles?|Art\.)\s(?P<first>\d+[A-Z]?)(?:\(\w+\))*(?:\s?[-–]\s?(?P<last>\d+)\b)?")
LAW = re.compile(r"\b(\d{1,3})(?:/[A-Za-z.]+)*/((?:19|20)\d\d)\b")
YEAR = re.compile(r"(?<![\w.,/])(?:19|20)\d\d(?![\w/]|[.,]\d)")


class Figure(NamedTuple):
    said: str  # as both languages have it
    written: str


class Reader:
    """Reads the figures of one language."""

    def __init__(self, lang: str) -> None:
        self._habits = Habits(Locale.parse(lang), LANGUAGES)
        self._signs = get_group_symbol(lang), get_decimal_symbol(lang)
        self._periods = PERIODS[lang]
        number, words = r"\d+(?:[.,]\d+)*", "|".join(self._periods).replace(" ", r"\s")
        self._period = re.compile(
            rf"(?<![\w.,])(?:(?P<times>\d+)\s?[×x]\s?)?(?P<number>{number})[\s-](?P<unit>{words})\b(?!\s(?:{NEAR})\b)"
        )

    def figures(self, text: str) -> Iterator[Figure]:
        for match in ARTICLE.finditer(text):
            yield Figure(f"article {match['first']}", match[0])
            if match["last"]:
                yield Figure(f"article {match['last']}", match[0])
        text = ARTICLE.sub(_blank, text)
        for match in LAW.finditer(text):
            yield Figure(f"{match[1]}/{match[2]}", match[0])
        text = LAW.sub(_blank, text)
        for match in self._period.finditer(text):
            number = Decimal(plain_digits(match["number"], *self._signs) or "NaN") * int(match["times"] or 1)
            unit = self._periods[" ".join(match["unit"].split())]
            yield Figure(f"{number:f} {unit}", match[0])
        text = self._period.sub(_blank, text)
        for each in self._habits.quantities(text):
            dated = each.kind == "date" and not each.value.startswith("-")
            if dated or each.kind in ("amount", "percentage") or _counts(each):
                yield Figure(each.value, each.written)
            if dated:
                text = text[: each.at] + " " * len(each.written) + text[each.at + len(each.written) :]
        for match in YEAR.finditer(text):
            yield Figure(match[0], match[0])


def _counts(quantity: Quantity) -> bool:
    """A million of something is a statistic, and somebody has counted."""
    return quantity.kind == "number" and quantity.value.isdigit() and int(quantity.value) >= 10**6


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def texts(data: Any) -> Iterator[tuple[str, str]]:
    """Every text of a file with its language; what stands there once for all languages is read as English."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key in LANGUAGES and isinstance(value, str):
                yield key, value
            elif key not in UNSAID:
                yield from texts(value)
    elif isinstance(data, list):
        for each in data:
            yield from texts(each)
    elif isinstance(data, str):
        yield "en", data
