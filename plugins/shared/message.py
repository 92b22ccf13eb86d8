"""What an editor is told, in a template and what fills it, so that it can be said in their language."""

from collections.abc import Callable, Iterable
from typing import Self


class Message(str):
    """A text in English that remembers how it was made: `Message("no section '{key}'; {hint}", key=…, hint=…)`.

    The template is what a catalogue translates, so it stands in the call as it is, without f. A value may be a
    message too. As a text it is the English one, and compares and sorts as that.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        self = super().__new__(cls, template.format(**values) if values else template)
        self.template, self.values = template, values
        return self

    def said(self, translate: Callable[[str], str]) -> str:
        """The same in the language of `translate`, which knows templates."""
        template = translate(self.template)
        if not self.values:
            return template
        return template.format(**{name: said(each, translate) for name, each in self.values.items()})


class Listed(Message):
    """Several texts behind each other: `Listed(", ", found)`."""

    def __new__(cls, between: str, texts: Iterable[str]) -> Self:
        each = list(texts)
        self = str.__new__(cls, between.join(each))
        self.template, self.values = between, dict(enumerate(each))
        return self

    def said(self, translate: Callable[[str], str]) -> str:
        return self.template.join(str(said(each, translate)) for each in self.values.values())


def said(value: object, translate: Callable[[str], str]) -> object:
    """A message in that language; anything else as it is."""
    return value.said(translate) if isinstance(value, Message) else value
