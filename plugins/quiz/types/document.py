"""A document to read, such as an invoice, an ad or a licence: the reader picks the lines that answer the question."""

from collections.abc import Iterator
from typing import Literal

from plugins.quiz.types.asked import Answer, Asked, Wrong, same_keys
from plugins.quiz.types.several import share
from plugins.shared.message import Message
from plugins.shared.model import Key, Model, Several, Text, Truth


class LineOf(Model):
    """A line of the document; a number or an amount may stand at its end."""

    key: Key
    right: Truth = False
    text: Text
    amount: Text | None = None
    why: Text


class Document(Asked):
    type: Literal["document"]
    title: Text
    lines: Several[LineOf]

    @property
    def choices(self) -> tuple[LineOf, ...]:
        """Its lines, which are picked as choices are."""
        return self.lines

    @property
    def right(self) -> Answer:
        return tuple(line.key for line in self.lines if line.right)

    def score(self, answer: Answer, lang: str) -> float:
        return share(answer, self.right)

    def wrong(self) -> Iterator[Wrong]:
        yield from same_keys((line.key for line in self.lines), ("lines",))
        if not self.right:
            yield ("lines",), "E140", Message("no line is right; mark one with 'right: true'")
        elif len(self.right) == len(self.lines):
            yield ("lines",), "E140", Message("every line is right; add a wrong one")
