"""A statement that is true or false. The interface has the words for both."""

from collections.abc import Iterator
from typing import Literal

from plugins.quiz.types.asked import Wrong, same_keys
from plugins.quiz.types.choices import Choices
from plugins.shared.message import Message

KEYS = ("yes", "no")


class TrueFalse(Choices):
    type: Literal["true-false"]

    def wrong(self) -> Iterator[Wrong]:
        yield from same_keys((choice.key for choice in self.choices), ("choices",))
        if tuple(choice.key for choice in self.choices) != KEYS:
            yield ("choices",), "E143", Message("a true-false question has two choices, with the keys 'yes' and 'no'")
        for at, choice in enumerate(self.choices):
            if choice.text is not None:
                message = Message("the interface says 'True' and 'False'; remove this text")
                yield ("choices", at, "text"), "E143", message
        if len(self.choices) >= 2 and not self.right:
            yield ("choices",), "E140", Message("no choice is right; mark one with 'right: true'")
        elif len(self.choices) >= 2 and len(self.right) > 1:
            yield ("choices",), "E140", Message("{count} choices are right; keep one", count=len(self.right))
