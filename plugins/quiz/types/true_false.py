"""A statement that is true or false. The interface has the words for both."""

from collections.abc import Iterator
from typing import Literal

from plugins.quiz.types.asked import Wrong
from plugins.quiz.types.choices import Choices
from plugins.shared.model import repeated

KEYS = ("yes", "no")


class TrueFalse(Choices):
    type: Literal["true-false"]

    def wrong(self) -> Iterator[Wrong]:
        for at, key in repeated(choice.key for choice in self.choices):
            yield ("choices", at, "key"), "E141", f"the key '{key}' stands twice in this question; change one"
        if tuple(choice.key for choice in self.choices) != KEYS:
            yield ("choices",), "E143", "a true-false question has two choices, with the keys 'yes' and 'no'"
        for at, choice in enumerate(self.choices):
            if choice.text is not None:
                message = "the interface says 'True' and 'False'; remove this text"
                yield ("choices", at, "text"), "E143", message
        if len(self.choices) >= 2 and len(self.right) != 1:
            told = f"{len(self.right)} choices are right; keep one" if self.right else "no choice is right; mark one"
            yield ("choices",), "E140", told if self.right else f"{told} with 'right: true'"
