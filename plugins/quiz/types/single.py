"""One of several choices is right."""

from collections.abc import Iterator
from typing import Literal

from plugins.quiz.types.asked import Wrong
from plugins.quiz.types.choices import Mixed


class Single(Mixed):
    type: Literal["single"]

    def wrong(self) -> Iterator[Wrong]:
        yield from super().wrong()
        if len(self.choices) < 2:
            return  # told as such
        if not self.right:
            yield ("choices",), "E140", "no choice is right; mark one with 'right: true'"
        elif len(self.right) > 1:
            yield ("choices",), "E140", f"{len(self.right)} choices are right; keep one, or use 'type: multiple'"
