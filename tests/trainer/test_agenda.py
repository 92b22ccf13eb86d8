"""The agenda of a class: what the pages say it takes, a break before a stretch becomes too long, times that add up."""

import re

import pytest

from plugins.trainer.agenda import BREAK, OPENING, STRETCH, agenda, clock

COURSE = """title: {id: Kursus roti, en: Bread course}
summary: {id: Dari tepung ke roti., en: From flour to bread.}
slug: {id: roti, en: bread}
audience: [baker]
outcomes:
  - key: bake
    text: {id: memanggang roti., en: bake bread.}
    proven: [bread/first-loaf#heat]
modules:
  - key: first
    title: {id: Pertama, en: First}
    lessons:
      - guide: bread/first-loaf
      - quiz: bread/first-loaf
      - checklist: before-opening
    activities:
"""
ACTIVITY = "      - {minutes: MINUTES, text: {id: Berdua., en: In pairs.}}\n"


@pytest.fixture
def steps(small, read):
    """The agenda of a course with activities of so many minutes, from the small site."""

    def steps(*minutes):
        path = small / "content" / "courses" / "bread.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(COURSE + "".join(ACTIVITY.replace("MINUTES", str(each)) for each in minutes), "utf-8")
        found = read(small)
        assert found.told == []
        tree = found.tree
        return agenda(tree.site["course"]["bread"], tree.site, lambda kind, key: tree.pages.find(kind, key, "en"))

    return steps


def minutes_of(text):
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


def test_it_opens_goes_through_the_lessons_in_their_order_and_ends(steps):
    found = steps(10)
    kinds = [each.kind for each in found]
    assert kinds == ["opening", "module", "guide", "quiz", "checklist", "activity", "end"]
    assert found[0].minutes == OPENING
    assert found[3].minutes == 3  # a question is a minute
    assert found[4].minutes == len(found[4].what.shows["document"].tasks)


def test_each_step_begins_where_the_one_before_it_ends(steps):
    found = steps(40, 50, 60, 5)
    passed = 0
    for each in found:
        assert minutes_of(each.start) == passed
        passed += each.minutes
    assert re.fullmatch(r"\d+:\d\d", found[-1].start)


def test_no_stretch_is_longer_than_people_listen(steps):
    found = steps(40, 50, 60, 5, 30)
    assert [each.minutes for each in found if each.kind == "break"] == [BREAK] * 3
    stretch = 0
    for each in found:
        stretch = 0 if each.kind == "break" else stretch + each.minutes
        assert stretch <= STRETCH


def test_what_alone_is_longer_has_a_break_before_it_and_none_within(steps):
    found = steps(STRETCH + 30)
    assert [each.kind for each in found][-3:] == ["break", "activity", "end"]


def test_hours_are_told_as_on_a_clock():
    assert [clock(each) for each in (0, 9, 60, 605)] == ["0:00", "0:09", "1:00", "10:05"]
