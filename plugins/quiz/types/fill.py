"""Blanks in a running text: `Daftar lewat [[portal]] sebelum beroperasi.`, each with a list of what is accepted."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.quiz.types.asked import Answer, Asked, Wrong, same_keys
from plugins.quiz.types.fields import Field, accepted, empty_when_plain, share_of_fields
from plugins.shared.message import Message
from plugins.shared.model import Key, Model, Several, Text

BLANK = re.compile(r"\[\[([^\]]*)\]\]")


class Blank(Model):
    key: Key
    accepts: Several[Text]  # the first is told as the right one


class Fill(Asked):
    type: Literal["fill"]
    script: ClassVar[tuple[str, ...]] = ("fields",)
    text: Text
    blanks: Several[Blank]
    why: Text

    @property
    def fields(self) -> tuple[Field, ...]:
        languages = self.prompt.root
        return tuple(
            Field(
                blank.key,
                "text",
                dict.fromkeys(languages, ""),
                {lang: accepted(blank.accepts, lang) for lang in languages},
                blank.accepts[0].root,
            )
            for blank in self.blanks
        )

    def parts(self, lang: str) -> list[tuple[str, Field | None]]:
        """The text in pieces, each with the blank that follows it; none after the last."""
        fields = {field.key: field for field in self.fields}
        pieces = BLANK.split(self.text[lang])
        return [
            (words, fields[key] if key else None) for words, key in zip(pieces[::2], [*pieces[1::2], ""], strict=True)
        ]

    def score(self, answer: Answer, lang: str) -> float:
        return share_of_fields(self.fields, answer, lang)

    def wrong(self) -> Iterator[Wrong]:
        keys = [blank.key for blank in self.blanks]
        yield from same_keys(keys, ("blanks",))
        for lang, words in self.text.root.items():
            named = BLANK.findall(words)
            if sorted(named) != sorted(keys):
                wanted = " ".join(f"[[{key}]]" for key in keys) or Message("a blank")
                message = Message("the text has other blanks than the list; write {wanted}, each once", wanted=wanted)
                yield ("text", lang), "E143", message
        for number, blank in enumerate(self.blanks):
            if not blank.accepts:
                yield ("blanks", number, "accepts"), "E140", Message("no answer is accepted; write one")
            for at, lang in empty_when_plain(blank.accepts):
                loc = ("blanks", number, "accepts", at)
                message = Message("nothing of the text in '{lang}' is compared; write a word or a number", lang=lang)
                yield loc, "E143", message
        if not self.blanks:
            yield ("blanks",), "E143", Message("the text has no blank; add one, such as [[portal]]")
