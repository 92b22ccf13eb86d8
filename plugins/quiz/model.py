"""What a quiz is: questions of several types, each with the section of a guide that proves its answer."""

from typing import Literal

from pydantic import Field

from plugins.quiz.types import Question
from plugins.shared.model import Line, Model, Several, Text

OPENING = 4  # questions; ten of them weigh 2 kB, a seventh of what a guide may


class Quiz(Model):
    """`quizzes/<topic>/<guide>.yaml`; its key is that of its guide."""

    title: Text
    questions: Several[Question]
    silence: dict[Literal["W208", "W209"], Line] = Field(default_factory=dict)  # those of the whole

    @property
    def opening(self) -> tuple[Question, ...]:
        """What stands of it in a text, before a link to the whole; all of it where one question would be left."""
        return self.questions if len(self.questions) <= OPENING + 1 else self.questions[:OPENING]

    @property
    def known(self) -> str:
        """The keys of its questions, each with its revision if it has one, as the device looks them up: `one two:2`."""
        return " ".join(each.key if each.revision == 1 else f"{each.key}:{each.revision}" for each in self.questions)

    @property
    def uses(self) -> frozenset[str]:
        """The components that its opening calls, and the parts of their script."""
        return used_by(self.opening)


def used_by(questions: tuple[Question, ...]) -> frozenset[str]:
    return frozenset({"quiz"}).union(*(each.uses for each in questions))
