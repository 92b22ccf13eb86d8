"""Numbers, amounts, percentages, dates and times as one language writes them, read into what all of them share.

`Rp1,5 juta`, `IDR 1.5 million` and `IDR 1,500,000` are one amount. Signs and words come from the tables of the Unicode
consortium (CLDR), through Babel: a further language needs nothing.
"""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol, get_territory_currencies
from babel.units import format_unit

from plugins.shared.numbers import powers

ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\d-])")
CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")


class Quantity(NamedTuple):
    """What is written, and what it means in every language."""

    kind: str  # "amount", "percentage", "date", "time" or "number"
    value: str
    written: str
    at: int
    also: frozenset[str] = frozenset()  # what another language may write for it: a number without its sign


class Habits:
    """How one language writes them; `languages` are those of the site, whose money may stand in any of its texts."""

    def __init__(self, locale: Locale, languages: Iterable[str]) -> None:
        self._group, self._decimal = get_group_symbol(locale), get_decimal_symbol(locale)
        self._powers = powers(str(locale))
        self._currencies = currencies({str(locale), *languages})
        self._months = months_of(locale)
        halves = locale.day_periods["format"]["abbreviated"]
        self._halves = {halves.get(each, each).lower(): each for each in ("am", "pm")}
        self._dates = self._date_patterns()
        self._times = self._time_pattern()
        self._numbers = self._number_pattern(locale)

    def quantities(self, text: str) -> list[Quantity]:
        """All of them in the order of the text; what has been read as a date is no number as well."""
        found: list[Quantity] = []
        for pattern, read in (
            *((each, self._date) for each in self._dates),
            (self._times, self._time),
            (self._numbers, self._number),
        ):
            for match in pattern.finditer(text):
                found.append(read(match))
                text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
        return sorted(found, key=lambda each: each.at)

    def _date_patterns(self) -> tuple[re.Pattern[str], ...]:
        """`2026-03-05`; `5 Maret 2026`, `5th March`; `March 5, 2026`, with a large letter: May; `Maret 2026`."""
        names = sorted(self._months, key=len, reverse=True)
        month, large = either(names), either([each.capitalize() for each in names])
        year, day = r"(?P<year>\d{4})(?!\d)", r"(?P<day>\d{1,2})(?![\d.,:]\d|\d)"
        return (
            ISO,
            re.compile(rf"(?<![\d.,]){day}(?:[a-z]{{2}})?\s+(?i:(?P<month>{month}))\b\.?(?:,?\s+{year})?"),
            re.compile(rf"\b(?P<month>{large})\b\.?\s+{day}(?:[a-z]{{2}})?(?:,?\s+{year})?"),
            re.compile(rf"\b(?i:(?P<month>{month}))\b\.?\s+{year}"),
        )

    def _time_pattern(self) -> re.Pattern[str]:
        """`21:00`, `9 pm`, `9.30 p.m.`; with a point alone it may be a number, and is read as one."""
        dotted = [each.replace("", ".").removeprefix(".") for each in self._halves]  # a.m.
        half = either([*dotted, *self._halves])
        minute, halved = r"[0-5]\d(?![\d:])", rf"(?i:{half})(?!\w)"
        return re.compile(
            rf"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?=:{minute}|\.{minute}\s?{halved}|\s?{halved})"
            rf"(?:[:.](?P<minute>{minute}))?(?:\s?(?P<half>{halved}))?"
        )

    def _number_pattern(self, locale: Locale) -> re.Pattern[str]:
        sign = either(sorted(self._currencies, key=len, reverse=True))
        power = either(sorted(self._powers, key=len, reverse=True))
        words = {re.sub(r"[\d\s]", "", format_unit(1, "concentr-percent", length, locale=locale)) for length in LENGTHS}
        space = self._group if self._group.isspace() else ""
        return re.compile(
            rf"(?:(?<!\w)(?P<sign>{sign})\.?\s?)?"
            rf"(?P<digits>\d+(?:[.,{space}]\d+)*)"
            rf"(?:\s?(?P<percent>%|(?:{either(sorted(words))})\b)|[\s-]?(?i:(?P<power>{power}))\b(?!-))?"
            rf"(?:\s(?P<after>{either(sorted(set(self._currencies.values())))})\b)?"
        )

    def _date(self, match: re.Match[str]) -> Quantity:
        known = match.groupdict()
        month = known["month"]
        number = int(month) if month.isdigit() else self._months[month.lower()]
        value = f"{known.get('year') or '-'}-{number:02}"
        if known.get("day"):
            value += f"-{int(known['day']):02}"
        return Quantity("date", value, match[0], match.start())

    def _time(self, match: re.Match[str]) -> Quantity:
        hour, minute = int(match["hour"]), match["minute"] or "00"
        half = (match["half"] or "").replace(".", "").lower()
        said = hour
        if half:
            hour = hour % 12 + (12 if self._halves[half] == "pm" else 0)
        also = frozenset({str(said), str(hour)} if minute == "00" else ())
        return Quantity("time", f"{hour:02}:{minute}", match[0], match.start(), also)

    def _number(self, match: re.Match[str]) -> Quantity:
        code = self._currencies.get(match["sign"] or "") or match["after"]
        power, word = 0, (match["power"] or "").lower()
        if word and (code or len(word) > SHORT):
            power = self._powers[word]
        value = plain(match["digits"], self._group, self._decimal, power)
        written = match[0] if power or not word or code else match[0][: match.end("digits") - match.start()]
        if match["percent"]:
            return Quantity("percentage", f"{value}%", written, match.start())
        if code:
            return Quantity("amount", f"{code} {value}", written, match.start(), frozenset({value}))
        time = CLOCK.fullmatch(match["digits"]) if self._decimal != "." else None
        if time:  # or a version, or a number of another language: the point begins no decimals here
            also = frozenset({f"{int(time[1]):02}:{time[2]}", value})
            return Quantity("time" if len(time[1]) == 2 else "number", match["digits"], written, match.start(), also)
        return Quantity("number", value, written, match.start())


LENGTHS = ("long", "short", "narrow")
SHORT = 2  # letters of a power that are read as one with money only: `5 m` is a length


def plain(digits: str, group: str, decimal: str, power: int = 0) -> str:
    """A number as a language writes it as plain decimals; what is none, such as a version, as it stands."""
    thousands = re.compile(rf"{re.escape(group)}(?=\d{{3}}(?!\d))")
    text = thousands.sub("", digits).replace(decimal, ".")
    try:
        number = Decimal(text).scaleb(power)
    except InvalidOperation:
        return digits
    return format(number.normalize() if number else number * 0, "f")


def months_of(locale: Locale) -> dict[str, int]:
    """The names of the months in small letters, whole and short."""
    months = locale.months["format"]
    return {name.lower().rstrip("."): at for length in ("abbreviated", "wide") for at, name in months[length].items()}


def currencies(languages: set[str]) -> dict[str, str]:
    """What stands for the money of the countries in which these languages are spoken most: `Rp`, `IDR`, `US$`."""
    found = {}
    for lang in languages:
        territory = Locale.parse(get_global("likely_subtags").get(lang, lang)).territory
        for code in get_territory_currencies(territory) if territory else ():
            found |= {code: code} | {get_currency_symbol(code, each): code for each in languages}
    return found


def either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
