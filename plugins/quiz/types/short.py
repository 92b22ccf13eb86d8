"""A word or a few to write; what is accepted stands in a list, compared without capitals, accents and signs."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.quiz.types.asked import Answer, Asked, Wrong
from plugins.quiz.types.fields import Field, accepted, empty_when_plain, plain
from plugins.shared.message import Message
from plugins.shared.model import Model, Several, Text


class Nearly(Model):
    """An answer that is near and not right, and what is missing in it."""

    text: Text
    why: Text


class Short(Asked):
    type: Literal["short"]
    script: ClassVar[tuple[str, ...]] = ("fields",)
    accepts: Several[Text]  # the first is told as the right one
    near: Several[Nearly] = ()
    why: Text

    @property
    def fields(self) -> tuple[Field, ...]:
        right = {lang: accepted(self.accepts, lang) for lang in self.prompt.root}
        told = self.accepts[0].root
        return (Field("answer", "text", dict.fromkeys(right, ""), right, told),)

    def nearly(self, lang: str) -> list[tuple[str, str]]:
        """What is near, as the page compares it, and what is missing in it."""
        return [(plain(each.text[lang]), each.why[lang]) for each in self.near]

    def score(self, answer: Answer, lang: str) -> float:
        return float(self.fields[0].fits(",".join(answer), lang))

    def wrong(self) -> Iterator[Wrong]:
        if not self.accepts:
            yield ("accepts",), "E140", Message("no answer is accepted; write one")
        for name, texts in (("accepts", self.accepts), ("near", tuple(each.text for each in self.near))):
            for at, lang in empty_when_plain(texts):
                message = Message("nothing of the text in '{lang}' is compared; write a word or a number", lang=lang)
                yield (name, at), "E143", message
        for at, each in enumerate(self.near):
            if self.accepts and any(self.score((each.text[lang],), lang) for lang in each.text.root):
                yield ("near", at, "text"), "E143", Message("this is accepted as right; write one that is only near")
