"""A path with decisions: what to do in which order, and where an answer ends it."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.diagram.model import Diagram, Note, Part
from plugins.shared.message import Message
from plugins.shared.model import Line, Several, Text
from plugins.shared.problem import Problem


class Answer(Part):
    """To the question of a step. With `ends` the path ends here, and says with what; else it goes on."""

    facts: Several[Line] = ()
    says: Text
    ends: Text | None = None

    @property
    def states(self) -> bool:
        return self.ends is not None


class Step(Part):
    """Something to do, or a question where it has answers."""

    title: Text
    text: Text | None = None
    points: Several[Text] = ()
    notes: Several[Note] = ()
    answers: Several[Answer] = ()


class Steps(Diagram):
    icon: ClassVar[str] = "route"

    type: Literal["steps"]
    steps: Several[Step]


def has_steps(diagram: Steps) -> Iterator[Problem]:
    if len(diagram.steps) < 2:
        yield diagram.problem(("steps",), "E180", Message("a path needs two steps or more; add one"))


def answers_lead_on(diagram: Steps) -> Iterator[Problem]:
    for at, step in enumerate(diagram.steps):
        loc, onward = ("steps", at, "answers"), [each for each in step.answers if each.ends is None]
        if len(step.answers) == 1:
            message = Message("a question has two answers or more; add one, or make it a step without")
            yield diagram.problem(loc, "E182", message)
        elif step.answers and len(onward) != 1:
            message = Message(
                "the path goes on with {count} of the answers; leave out 'ends' of one, and of one only",
                count=len(onward),
            )
            yield diagram.problem(loc, "E182", message)
    if diagram.steps and diagram.steps[-1].answers:
        loc = ("steps", len(diagram.steps) - 1, "answers")
        message = Message("the path ends with a question; add the step that its answer leads to")
        yield diagram.problem(loc, "E182", message)


RULES = (has_steps, answers_lead_on)
