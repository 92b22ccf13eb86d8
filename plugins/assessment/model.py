"""What a self-assessment is: areas of statements, each with the goal that it becomes where it does not hold yet."""

from collections.abc import Iterator

from plugins.shared.evidence import Source
from plugins.shared.model import Cite, Day, Key, Line, Model, Months, Several, Slugs, Text, Whole
from plugins.shared.yaml import Loc

STEPS = 3  # from "not yet", 0, to "always"


class Statement(Model):
    """`goal` is what a reader sets out to do, `done` how one sees that it is done, `weeks` how long that mostly takes.

    Where a law asks for it, `facts` say so and `sources` name the law.
    """

    key: Key
    text: Text
    goal: Text
    done: Text
    weeks: Whole
    facts: Several[Line] = ()
    sources: Several[Source] = ()


class Area(Model):
    """What is told together: an axis of the radar. `cite` is the section that explains it."""

    key: Key
    name: Text
    cite: Cite | None = None
    statements: Several[Statement]


class Assessment(Model):
    """`content/assessments/<assessment>.yaml`"""

    title: Text
    summary: Text
    slug: Slugs
    topic: Key
    reviewed: Day
    review_every: Months
    areas: Several[Area]

    def statements(self) -> Iterator[tuple[Loc, Statement]]:
        """Every statement, and where it stands in the file."""
        for at, area in enumerate(self.areas):
            for number, statement in enumerate(area.statements):
                yield ("areas", at, "statements", number), statement
