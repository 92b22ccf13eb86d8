"""What a course is: modules of lessons, which are things that the hub has anyway, and what one can do afterwards."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from plugins.shared.model import KEY, GuideKey, Key, Model, Several, Slugs, Text, Whole, matching
from plugins.shared.reading import Reading

KINDS = ("guide", "quiz", "checklist")  # of lessons; each is the name of a concept and of its pages

Proof = Annotated[
    str,
    BeforeValidator(matching(f"{KEY}/{KEY}#{KEY}", "'{value}' is no question; write topic/guide#question")),
]


class Lesson(Model):
    """One of a guide, a quiz and a checklist."""

    guide: GuideKey | None = None
    quiz: GuideKey | None = None
    checklist: Key | None = None

    @property
    def named(self) -> list[tuple[str, str]]:
        """Kind and key of what it names: one, where it is right."""
        return [(kind, key) for kind in KINDS if (key := getattr(self, kind))]

    @property
    def kind(self) -> str:
        return self.named[0][0]

    @property
    def key(self) -> str:
        return self.named[0][1]


class Activity(Model):
    """What a group does in a training room."""

    minutes: Whole
    text: Text


class Module(Model):
    key: Key
    title: Text
    lessons: Several[Lesson]
    activities: Several[Activity] = ()


class Outcome(Model):
    """What a learner can do afterwards, and the questions that show it."""

    key: Key
    text: Text
    proven: Several[Proof] = ()


class Place(NamedTuple):
    """Where a lesson stands in a course: its number of how many, and what comes before and after."""

    number: int
    count: int
    before: Lesson | None
    after: Lesson | None


class Course(Model):
    """`content/courses/<course>.yaml`"""

    title: Text
    summary: Text
    slug: Slugs
    topic: Key | None = None
    audience: Several[str]
    outcomes: Several[Outcome]
    needs: Several[Key] = ()  # courses that help before; nothing is locked
    modules: Several[Module]
    exam: Key | None = None

    @property
    def lessons(self) -> list[Lesson]:
        return [lesson for module in self.modules for lesson in module.lessons]

    def place(self, kind: str, key: str) -> Place | None:
        """Where this thing is a lesson, if it is one."""
        lessons = self.lessons
        for at, lesson in enumerate(lessons):
            if (lesson.kind, lesson.key) == (kind, key):
                after = lessons[at + 1] if at + 1 < len(lessons) else None
                return Place(at + 1, len(lessons), lessons[at - 1] if at else None, after)
        return None


def read(reading: Reading) -> Mapping[str, Course]:
    return reading.folder(reading.content / "courses", "<course>.yaml", Course)
