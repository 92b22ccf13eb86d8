"""One of several choices is right."""

from collections.abc import Iterator
from typing import Literal

from plugins.quiz.types.asked import Wrong
from plugins.quiz.types.choices import Mixed
from plugins.shared.message import Message


class Single(Mixed):
    type: Literal["single"]

    def wrong(self) -> Iterator[Wrong]:
        yield from super().wrong()
        if len(self.choices) < 2:
            return  # told as such
        if not self.right:
            yield ("choices",), "E140", Message("no choice is right; mark one with 'right: true'")
        elif len(self.right) > 1:
            message = Message("{count} choices are right; keep one, or use 'type: multiple'", count=len(self.right))
            yield ("choices",), "E140", message
