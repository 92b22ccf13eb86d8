"""The units of rates: what a value looks like in the file, how facts write it, how a language says it."""

import re
from datetime import date
from decimal import Decimal
from typing import Literal

from plugins.shared.figure import written_amount, written_day
from plugins.shared.message import Message
from plugins.shared.words import Words

Unit = Literal["rupiah", "percent", "month", "day", "working-day", "hour", "day-of-month", "date"]


def wrong(unit: Unit, value: str) -> Message | None:
    """What an editor is told of a value that is none of this unit."""
    match unit:
        case "date":
            fits, example = is_day(value), Message("write it as 2027-12-08")
        case "percent":
            fits, example = re.fullmatch(r"\d{1,3}(\.\d{1,4})?", value), Message("write it as 0.5")
        case "day-of-month":
            fits, example = re.fullmatch(r"[1-9]|[12]\d|3[01]", value), Message("write a number from 1 to 31")
        case _:
            fits, example = re.fullmatch(r"\d{1,15}", value), Message("write digits only")
    if fits:
        return None
    return Message("'{value}' is no value in '{unit}'; {example}", value=value, unit=unit, example=example)


def is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def writings(unit: Unit, value: str) -> tuple[str, ...]:
    """As facts write the value, in English."""
    match unit:
        case "rupiah":
            return tuple(written_amount(int(value)))
        case "percent":
            return (f"{value}%",)
        case "date":
            return (written_day(date.fromisoformat(value)),)
        case "day-of-month":
            return tuple(f"{value}{ending}" for ending in ("th", "st", "nd", "rd"))
        case "hour":
            return f"{value} hours", f"{int(value) // 24}x24 hours"
    name = unit.replace("-", " ")
    return f"{value} {name}s", f"{value} {name}"


def said(unit: Unit, value: str, words: Words) -> str:
    """As a text says it: Rp500 juta, 0,5%, 2 hari kerja."""
    match unit:
        case "rupiah":
            return words.money(int(value))
        case "percent":
            return f"{words.number(Decimal(value))}%"
        case "date":
            return words.day(date.fromisoformat(value))
        case "day-of-month":
            return words.nth(int(value))
        case "month":
            form = words.ngettext("%(num)s month", "%(num)s months", int(value))
        case "day":
            form = words.ngettext("%(num)s day", "%(num)s days", int(value))
        case "hour":
            form = words.ngettext("%(num)s hour", "%(num)s hours", int(value))
        case "working-day":
            form = words.ngettext("%(num)s working day", "%(num)s working days", int(value))
    return form % {"num": words.number(int(value))}
