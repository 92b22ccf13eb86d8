"""What the types with choices share."""

from collections.abc import Iterator

from plugins.quiz.types.asked import Answer, Asked, Wrong, same_texts
from plugins.shared.model import Key, Model, Several, Text, Truth, repeated


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
        for at, key in repeated(choice.key for choice in self.choices):
            loc = ("choices", at, "key")
            yield loc, "E141", f"the key '{key}' stands twice in this question; change one"
        if len(self.choices) < 2:
            yield ("choices",), "E143", "a question needs two choices or more; add one"
        for at, choice in enumerate(self.choices):
            if choice.text is None:
                yield ("choices", at), "E108", "the key 'text' is missing; add it"
        yield from same_texts([choice.text for choice in self.choices], ("choices",), "text", "choice")
