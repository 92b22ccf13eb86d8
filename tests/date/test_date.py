"""The dates of the law: what a day of the build makes of them, their calendar, and links to them."""

from datetime import date

import icalendar
import pytest

from plugins.date.pages import files
from tests.site.project import ROOT

DAY = date(2026, 11, 23)
FACTS = """\
  - code: BREAD-03
    tag: V
    sources:
      - regulation: label-1-2025
    text: Labels name the flour from 1 July 2026; sellers from before have until 1 July 2027.
"""
DATES = """\
dates:
  - key: labels
    day: 2026-07-01
    what: {id: Label mulai wajib., en: Labels begin.}
    regulation: label-1-2025
    facts: [BREAD-03]
    evidence: verified
  - key: old-sellers
    day: 2027-07-01
    what: {id: "Hari terakhir bagi penjual lama; tanpa kecuali.", en: "Last day of sellers from before; no exception."}
    regulation: label-1-2025
    facts: [BREAD-03]
    evidence: verified
    cite: bread/first-loaf#oven
"""


@pytest.fixture
def dated(small):
    (small / "content" / "dates.yaml").write_text(DATES, "utf-8")
    facts = small / "content" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("never:", FACTS + "never:"), "utf-8")
    return small


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def states(look, lang="en"):
    (page,) = (each for each in look.tree.pages if (each.kind, each.lang) == ("dates", lang))
    return {state: [each.key for each in found] for state, found in page.shows["dates"].items()}


@pytest.mark.parametrize(
    "day, found",
    [
        (date(2026, 6, 30), {"due": [], "to-come": ["labels", "old-sellers"], "passed": []}),
        (date(2026, 7, 1), {"due": ["labels"], "to-come": ["old-sellers"], "passed": []}),
        (date(2027, 7, 1), {"due": ["old-sellers", "labels"], "to-come": [], "passed": []}),
    ],
)
def test_no_day_confirms_itself(dated, read, day, found):
    assert states(read(dated, day)) == found


def test_what_an_editor_or_the_register_confirms_has_passed(dated, read):
    edit(
        dated / "content/dates.yaml",
        "    facts: [BREAD-03]\n    evidence: verified\n  - key",
        "    facts: [BREAD-03]\n    evidence: verified\n    confirmed: true\n  - key",
    )
    assert states(read(dated, DAY))["passed"] == ["labels"]
    edit(dated / "content/dates.yaml", "    confirmed: true\n", "")
    law = dated / "content/regulations/label-1-2025.yaml"
    law.write_text(
        law.read_text("utf-8") + "history: [{day: 2026-07-01, what: {id: A, en: A}, evidence: none}]\n", "utf-8"
    )
    edit(dated / "content/dates.yaml", "    cite:", "    differs: Notes have it, the register does not.\n    cite:")
    look = read(dated, DAY)
    assert look.told == []
    assert states(look)["passed"] == ["labels"]


def test_a_day_that_a_rate_has_of_the_law_agrees_with_the_register_and_another_one_is_told(dated, read):
    rate = """\
rates:
  - key: label-day
    name: {id: Hari label, en: Day of labels}
    unit: date
    values: [{value: "2027-07-01", regulation: label-1-2025, facts: [BREAD-03]}]
"""
    (dated / "content/rates.yaml").write_text(rate, "utf-8")
    told = [each for each in read(dated, DAY).told if "E211" in each]
    assert [each.partition(": ")[0] for each in told] == ["content/dates.yaml:3:10"]
    assert "2027-07-01" in told[0]


def test_the_calendar_holds_what_is_to_come(dated, read):
    made = files(read(dated, DAY).tree.site, lambda address: f"https://bread.example/{address}")
    assert set(made) == {"id/tanggal/tanggal.ics", "en/dates/dates.ics"}
    (event,) = icalendar.Calendar.from_ical(made["en/dates/dates.ics"]).events
    assert (event["UID"], event["DTSTART"].dt) == ("date/old-sellers@bread.example", date(2027, 7, 1))
    assert event["URL"] == "https://bread.example/en/dates/#old-sellers"
    assert event["SUMMARY"].startswith("Last day of sellers from before; no exception.")
    assert files(read(dated, date(2027, 7, 1)).tree.site, str) == {}


def test_a_text_links_to_the_page_by_the_file(dated, read):
    about = dated / "content/pages/about/en.md"
    about.write_text(about.read_text("utf-8") + "\nSee [the dates](../../dates.yaml#labels).\n", "utf-8")
    look = read(dated, DAY)
    assert [each for each in look.told if " E1" in each] == []
    goals = [each.goal for each in look.tree.meanings["content/pages/about/en.md"] if each]
    assert ("dates", "dates", "labels") in [goal[:3] for goal in goals]
    edit(about, "#labels", "#label")
    assert [each.partition(" ")[2] for each in read(dated, DAY).told if "E112" in each] == [
        "E112 link to '../../dates.yaml#label': no such section; nearest: labels"
    ]


def test_a_site_without_the_file_has_no_such_page(small, read):
    look = read(small)
    assert [page for page in look.tree.pages if page.kind == "dates"] == []
    assert look.told == []


def test_the_dates_of_this_project_name_every_deadline_that_its_rates_have(read):
    site = read(ROOT, DAY).tree.site
    days = {each.day.isoformat() for each in site["date"].values()}
    rated = {value.value for rate in site["rate"].values() if rate.unit == "date" for value in rate.values}
    assert rated <= days
    assert len(days) >= 10
