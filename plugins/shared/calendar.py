"""Dates as a calendar file (RFC 5545), the same bytes from the same words on the same day.

theme/components/download/calendar.js writes the same in the browser, for what a reader has not ticked. Ours, because
the browser needs it anyway and two writers of one file should be read side by side; a kept library reads both in the
tests.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

WIDTH = 75  # bytes of a line, at most
ALARM = "-P6DT15H"  # nine in the morning, a week before: from the midnight at which the day begins


class Event(NamedTuple):
    record: str  # the key under which it is known; so a later file moves the entry, and doubles none
    day: date
    repeats: str
    summary: str
    when: str  # the same in words
    address: str


def calendar(events: Iterable[Event], name: str, lang: str, today: date) -> bytes:
    """The file of one event or more; `name` says to other programs what of ours has made it."""
    lines = [fold(each) for each in written(tuple(events), name, lang, today)]
    return "".join(f"{each}\r\n" for each in lines).encode()


def written(events: tuple[Event, ...], name: str, lang: str, today: date) -> Iterator[str]:
    host = urlsplit(events[0].address).hostname
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{host}//{name}//{lang.upper()}")
    for event in events:
        summary, about = escape(event.summary), escape(f"{event.when}.\n{event.address}")
        yield from ("BEGIN:VEVENT", f"UID:{event.record}@{host}", f"DTSTAMP:{today:%Y%m%d}T000000Z")
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        if event.repeats:
            yield f"RRULE:{event.repeats}"
        yield f"SUMMARY:{summary}"
        yield from (
            f"DESCRIPTION:{about}",
            f"URL:{event.address}",
            "TRANSP:TRANSPARENT",
        )  # not every calendar shows URL
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}", f"TRIGGER:{ALARM}", "END:VALARM")
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def escape(text: str) -> str:
    return re.sub(r"[\\;,]", r"\\\g<0>", text).replace("\n", "\\n")


def fold(line: str) -> str:
    """The line in parts of 75 bytes, each but the first after a space, and no letter cut in two."""
    folded, size = "", 0
    for letter in line:
        weight = len(letter.encode())
        if size + weight > WIDTH:
            folded, size = f"{folded}\r\n ", 1
        folded, size = folded + letter, size + weight
    return folded
