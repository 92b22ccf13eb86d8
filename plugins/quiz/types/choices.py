"""What the types with choices share."""

from collections.abc import Iterator
from typing import Self

from plugins.quiz.types.asked import CHOICE, Answer, Asked, Wrong, same_keys, same_texts
from plugins.shared.message import Message
from plugins.shared.model import Key, Model, Several, Text, Truth
from plugins.shared.seed import around_pinned


class Choice(Model):
    key: Key
    right: Truth = False
    text: Text | None = None  # a true-false question has none: the interface says "True" and "False"
    why: Text


class Choices(Asked):
    """A question that offers choices, each with a reason."""

    choices: Several[Choice]

    @property
    def right(self) -> Answer:
        """The keys of the right choices, in the author's order."""
        return tuple(choice.key for choice in self.choices if choice.right)

    def score(self, answer: Answer, lang: str) -> float:
        return float(set(answer) == set(self.right))

    def wrong(self) -> Iterator[Wrong]:
        yield from same_keys((choice.key for choice in self.choices), ("choices",))
        if len(self.choices) < 2:
            yield ("choices",), "E143", Message("a question needs two choices or more; add one")
        for at, choice in enumerate(self.choices):
            if choice.text is None:
                yield ("choices", at), "E108", Message("the key 'text' is missing; add it")
        yield from same_texts([choice.text for choice in self.choices], ("choices",), "text", CHOICE)


class Pinnable(Choice):
    """`pin` keeps it at its place where the others are mixed."""

    pin: Truth = False


class Mixed(Choices):
    """A question whose choices may stand in any order."""

    choices: Several[Pinnable]

    def mixed(self, seed: str) -> Self:
        keys = [choice.key for choice in self.choices]
        found = around_pinned(f"{seed}/{self.key}", self.choices, keys, [choice.pin for choice in self.choices])
        return self.model_copy(update={"choices": tuple(found)})
