"""An open question: the reader writes, compares with a model answer, and ticks the points that their own has."""

from collections.abc import Iterator
from typing import Literal

from plugins.quiz.types.asked import Answer, Asked, Wrong, same_keys
from plugins.quiz.types.several import share
from plugins.shared.message import Message
from plugins.shared.model import Key, Model, Several, Text


class Point(Model):
    """What a good answer says."""

    key: Key
    text: Text


class Open(Asked):
    type: Literal["open"]
    model: Text
    points: Several[Point]

    @property
    def right(self) -> Answer:
        return tuple(point.key for point in self.points)

    def score(self, answer: Answer, lang: str) -> float:
        return share(answer, self.right)

    def wrong(self) -> Iterator[Wrong]:
        yield from same_keys(self.right, ("points",))
        if not self.points:
            yield ("points",), "E143", Message("the question has no point to compare with; add one")
