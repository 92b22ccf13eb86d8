"""Several choices are right, and the question says how many."""

from collections.abc import Iterator
from typing import Literal

from plugins.quiz.types.asked import Answer, Wrong
from plugins.quiz.types.choices import Mixed
from plugins.quiz.types.several import share
from plugins.shared.message import Message


class Multiple(Mixed):
    type: Literal["multiple"]

    def score(self, answer: Answer, lang: str) -> float:
        return share(answer, self.right)

    def wrong(self) -> Iterator[Wrong]:
        yield from super().wrong()
        if len(self.choices) < 2:
            return  # told as such
        if not self.right:
            yield ("choices",), "E140", Message("no choice is right; mark one with 'right: true'")
        elif len(self.right) == 1:
            yield ("choices",), "E140", Message("one choice is right; mark another one, or use 'type: single'")
        elif len(self.right) == len(self.choices):
            yield ("choices",), "E140", Message("every choice is right; add a wrong one")
