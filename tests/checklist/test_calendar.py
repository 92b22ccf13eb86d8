"""The calendar file of a checklist, read by a kept library as a calendar reads it."""

from datetime import date, timedelta

import icalendar
import pytest

from plugins.checklist.pages import files
from plugins.shared.calendar import Event, calendar, fold

DAY = date(2026, 11, 23)
ADDRESSES = {
    "id": "id/daftar-periksa/sebelum-buka/sebelum-buka.ics",
    "en": "en/checklists/before-opening/before-opening.ics",
}
AWKWARD = Event(
    "checklist/before-opening/books",
    date(2026, 11, 30),
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "Tutup buku; roti, kue \\ “selai” 🍞" * 9,
    "Setiap bulan",
    "https://bread.example/id/#money",
)


def absolute(address):
    return f"https://bread.example/{address}"


def events(data):
    return {str(each["UID"]): each for each in icalendar.Calendar.from_ical(data).events}


@pytest.fixture
def made(dated, read):
    return files(read(dated, DAY).tree.site, absolute)


def test_each_language_has_a_file_beside_its_page(made):
    assert set(made) == set(ADDRESSES.values())


@pytest.mark.parametrize("lang", ADDRESSES)
def test_it_holds_what_has_a_date_on_its_next_day_with_how_it_comes_again(made, lang):
    found = {key.split("@")[0].split("/")[-1]: each for key, each in events(made[ADDRESSES[lang]]).items()}
    assert {key: each["DTSTART"].dt for key, each in found.items()} == {
        "wash-broom": date(2026, 11, 28),
        "rent": date(2026, 12, 15),
        "books": date(2026, 11, 30),
        "report": date(2027, 3, 31),
        "permit": date(2026, 12, 31),
    }
    assert {key: each["RRULE"].to_ical().decode() for key, each in found.items() if "RRULE" in each} == {
        "wash-broom": "FREQ=MONTHLY;BYMONTHDAY=28",
        "rent": "FREQ=MONTHLY;BYMONTHDAY=15",
        "books": "FREQ=MONTHLY;BYMONTHDAY=-1",
        "report": "FREQ=YEARLY",
    }


def test_an_entry_says_what_is_due_when_and_leads_to_its_section(made):
    found = events(made[ADDRESSES["en"]])["checklist/before-opening/books@bread.example"]
    page = "https://bread.example/en/checklists/before-opening/#money"
    said = "Close the book of bread, cakes; then keep “a second copy” on the top shelf – far from the flour."
    assert (found["SUMMARY"], found["URL"]) == (said, page)
    assert found["DESCRIPTION"] == f"Every month, by its last day.\n{page}"
    assert found["DTSTART"].params["VALUE"] == "DATE"
    (alarm,) = found.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", -timedelta(days=6, hours=15))


def test_the_languages_name_an_entry_alike_so_that_no_calendar_has_it_twice(made):
    assert set(events(made[ADDRESSES["id"]])) == set(events(made[ADDRESSES["en"]]))


def test_lines_end_as_the_standard_says_and_are_folded_between_letters():
    data = calendar([AWKWARD], "checklist", "id", DAY)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert not [line for line in lines if b"\n" in line or b"\r" in line or len(line) > 75]
    assert [line.decode() for line in lines if len(line) > 70], "nothing was folded"
    (found,) = events(data).values()
    assert found["SUMMARY"] == AWKWARD.summary
    assert fold("a" * 76) == "a" * 75 + "\r\n a"


def test_the_same_text_on_the_same_day_gives_the_same_bytes(dated, read, made):
    assert files(read(dated, DAY).tree.site, absolute) == made
    (stamp,) = {each["DTSTAMP"].to_ical() for each in events(made[ADDRESSES["id"]]).values()}
    assert stamp == b"20261123T000000Z"


def test_what_is_over_and_what_counts_from_a_start_is_not_in_it(dated, read):
    later = files(read(dated, date(2027, 1, 1)).tree.site, absolute)
    assert {key.split("/")[-1] for key in events(later[ADDRESSES["id"]])} == {
        f"{each}@bread.example" for each in ("wash-broom", "rent", "books", "report")
    }


def test_a_checklist_without_dates_has_no_file(small, read):
    site = read(small).tree.site
    assert files(site, absolute) == {}
    assert [page.shows["calendar"] for page in read(small).tree.pages if page.kind == "checklist"] == ["", ""]
