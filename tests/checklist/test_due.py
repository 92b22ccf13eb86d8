"""When an item is due: as it is written, in words, and on which day next."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from plugins.checklist.due import DueDate

SAID = {
    "2026-12-31": {"id": "Paling lambat 31 Desember 2026", "en": "By 31 December 2026"},
    "monthly 1": {"id": "Setiap bulan, paling lambat tanggal 1", "en": "Every month, by the 1st"},
    "monthly 2": {"id": "Setiap bulan, paling lambat tanggal 2", "en": "Every month, by the 2nd"},
    "monthly 12": {"id": "Setiap bulan, paling lambat tanggal 12", "en": "Every month, by the 12th"},
    "monthly 23": {"id": "Setiap bulan, paling lambat tanggal 23", "en": "Every month, by the 23rd"},
    "monthly last": {
        "id": "Setiap bulan, paling lambat hari terakhir bulan itu",
        "en": "Every month, by its last day",
    },
    "yearly 03-31": {"id": "Setiap tahun, paling lambat 31 Maret", "en": "Every year, by 31 March"},
    "+1d": {"id": "Dalam 1 hari sejak Anda mulai", "en": "Within one day of your start"},
    "+7d": {"id": "Dalam 7 hari sejak Anda mulai", "en": "Within 7 days of your start"},
    "+6m": {"id": "Dalam 6 bulan sejak Anda mulai", "en": "Within 6 months of your start"},
}
NEXT = [
    ("2026-12-31", "2026-12-31", "2026-12-31"),
    ("2026-12-31", "2027-01-01", None),
    ("monthly 15", "2026-11-15", "2026-11-15"),
    ("monthly 15", "2026-11-16", "2026-12-15"),
    ("monthly 15", "2026-12-16", "2027-01-15"),
    ("monthly last", "2026-12-31", "2026-12-31"),
    ("monthly last", "2027-02-01", "2027-02-28"),
    ("monthly last", "2028-02-01", "2028-02-29"),
    ("yearly 03-31", "2026-11-23", "2027-03-31"),
    ("yearly 03-31", "2027-03-31", "2027-03-31"),
    ("+7d", "2026-11-23", None),
]
WRONG = ["", "tomorrow", "31-12-2026", "2026-13-01", "monthly 0", "monthly 29", "monthly 015", "yearly 02-29"]
WRONG += ["yearly 13-01", "yearly 3-31", "+0d", "+7", "7d", "-7d", "+1000d", "+7w", "2026-12-31 ", "٢٠٢٦-12-31"]


def due(written):
    return TypeAdapter(DueDate).validate_python(written)


@pytest.mark.parametrize("written", SAID)
def test_it_is_said_as_each_language_says_it(written, small, read):
    words = read(small).tree.site.words
    assert {lang: due(written).said(words[lang]) for lang in ("id", "en")} == SAID[written]


@pytest.mark.parametrize(("written", "today", "day"), NEXT)
def test_the_next_day_is_today_or_later(written, today, day):
    assert due(written).upcoming(date.fromisoformat(today)) == (day and date.fromisoformat(day))


@pytest.mark.parametrize("written", [*WRONG, None, ["monthly", "15"], {"monthly": "15"}])
def test_what_is_no_due_date_is_refused(written):
    with pytest.raises(ValidationError):
        due(written)
