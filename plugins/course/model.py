"""What a course is: modules of lessons, which are things that the hub has anyway, and what one can do afterwards."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple, Self

from pydantic import BeforeValidator, model_validator

from plugins.shared.message import Listed, Message
from plugins.shared.model import KEY, GuideKey, Key, Model, Several, Slugs, Text, Whole, matching, refusal
from plugins.shared.reading import Reading

KINDS = ("guide", "quiz", "checklist")  # of lessons; each is the name of a concept and of its pages

NO_QUESTION = Message("'{value}' is no question; write topic/guide#question")
Proof = Annotated[str, BeforeValidator(matching(f"{KEY}/{KEY}#{KEY}", NO_QUESTION))]


class Lesson(Model):
    """One of a guide, a quiz and a checklist."""

    guide: GuideKey | None = None
    quiz: GuideKey | None = None
    checklist: Key | None = None

    @model_validator(mode="after")
    def names_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            kinds = Listed(", ", KINDS)
            raise refusal(Message("a lesson is one of {kinds}; name one thing under one of them", kinds=kinds))
        return self

    @property
    def kind(self) -> str:
        return next(kind for kind in KINDS if getattr(self, kind))

    @property
    def key(self) -> str:
        return str(getattr(self, self.kind))


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
