"""When what happens in a class: the lessons of a course with their minutes, its activities, breaks, the exam."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from plugins.shared.site import Page, Site

OPENING = 10  # minutes: who is there, what one can do afterwards
BREAK = 15
STRETCH = 90  # minutes after which nobody listens any more


class Step(NamedTuple):
    """`what` is a module, the page of a lesson or of the exam, or an activity; an opening and a break have none."""

    kind: str
    minutes: int
    what: Any = None
    start: str = ""  # hours and minutes since the beginning


def agenda(course: Any, site: Site, find: Callable[[str, str], Page]) -> list[Step]:
    """The steps with their times, and a break before what would make a stretch too long. `find` gives pages."""
    found: list[Step] = []
    since = passed = 0  # the last break, the beginning
    for step in steps(course, site, find):
        if since and since + step.minutes > STRETCH:
            found.append(Step("break", BREAK, start=clock(passed)))
            passed += BREAK
            since = 0
        found.append(step._replace(start=clock(passed)))
        since += step.minutes
        passed += step.minutes
    return [*found, Step("end", 0, start=clock(passed))]


def steps(course: Any, site: Site, find: Callable[[str, str], Page]) -> Iterator[Step]:
    yield Step("opening", OPENING)
    for module in course.modules:
        yield Step("module", 0, module)
        for lesson in module.lessons:
            there = find(lesson.kind, lesson.key)
            yield Step(lesson.kind, there.minutes or tasks(site, lesson.key), there)
        for activity in module.activities:
            yield Step("activity", activity.minutes, activity)
    if course.exam:
        drawn = sum(count for count, _ in site["exam"][course.exam].offered(site))
        yield Step("exam", drawn, find("exam", course.exam))


def tasks(site: Site, key: str) -> int:
    """A checklist takes as many minutes as it has tasks, as a quiz does with its questions."""
    checklist = site["checklist"][key]
    return len(checklist.documents[checklist.source].tasks)


def clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
