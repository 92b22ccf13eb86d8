import re
from datetime import date

import pytest

from plugins.shared.document import document
from plugins.shared.problem import Problems
from plugins.shared.source import Source

LAST = "content/guides/bread/selling-bread/en.md:6:11: W202"


@pytest.mark.parametrize(("day", "due"), [(date(2027, 5, 1), False), (date(2027, 5, 2), True)])
def test_a_guide_is_due_the_day_after_its_span_has_passed(small, read, day, due):
    """Compared on 2026-11-01, every 6 months."""
    found = read(small, day)
    assert any(line.startswith(LAST) for line in found.told) is due
    shown = [page.shows["overdue"] for page in found.tree.pages if page.kind == "guide"]
    assert shown == [due] * 4


def test_everything_hangs_on_the_day_that_is_asked_for(small, read):
    assert read(small).told == []
    told = read(small, date(2026, 9, 30)).told
    assert told
    assert all(" E134 this day is after 2026-09-30;" in line for line in told)


def test_a_guide_uses_what_it_embeds(small, read):
    uses = {page.key: page.uses for page in read(small).tree.pages if page.kind == "guide" and page.lang == "en"}
    quiz = {"quiz", "quiz.marking", "quiz.record"}
    assert uses == {"bread/first-loaf": {"checklist", "picture", "share"} | quiz, "bread/selling-bread": {"share"}}


def test_a_guide_takes_at_least_a_minute(small, read):
    assert {page.minutes for page in read(small).tree.pages if page.kind == "guide"} == {1}


def test_the_addresses_of_a_guide_are_made_of_slugs(small, read):
    found = {page.address for page in read(small).tree.pages if page.kind == "guide" and page.key == "bread/first-loaf"}
    assert found == {"id/roti/roti-pertama/", "en/bread/first-loaf/"}


@pytest.mark.parametrize("value", ["no", "on", "2:30", "0x1F", "1e3", "null", "~", "2026-11-22"])
def test_what_yaml_would_change_stays_text(value):
    problems = Problems()
    assert document(Source("en.md", f"---\ntitle: {value}\n---\nWords.\n"), problems).front.data == {"title": value}
    assert not list(problems)


def test_guides_of_a_topic_are_read_in_turn_the_basic_ones_first(small, read):
    """By their names they come the other way round."""
    for name, level in (("first-loaf", "intermediate"), ("selling-bread", "basic")):
        for lang in ("id", "en"):
            path = small / "content" / "guides" / "bread" / name / f"{lang}.md"
            path.write_text(re.sub("(?m)^level: .*", f"level: {level}", path.read_text("utf-8")), "utf-8")
    shown = {page.key: page.shows for page in read(small).tree.pages if page.kind == "guide" and page.lang == "en"}
    assert list(shown) == ["bread/selling-bread", "bread/first-loaf"]
    assert [(each["before"], each["after"]) for each in shown.values()] == [
        (None, "bread/first-loaf"),
        ("bread/selling-bread", None),
    ]
