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

    def filled(self, **values: object) -> Self:
        """The same template with what fills it, where that is known only later."""
        return type(self)(self.template, **values)

    def said(self, translate: Callable[[str], str]) -> str:
        """The same in the language of `translate`, which knows templates."""
        template = translate(self.template)
        if not self.values:
            return template
        return template.format(**{name: said(each, translate) for name, each in self.values.items()})


class Listed(Message):
    """Several texts behind each other, with what stands between them: `Listed(", ", found)`, `Listed(" or ", ways)`."""

    def __new__(cls, between: str, texts: Iterable[str]) -> Self:
        each = list(texts)
        self = str.__new__(cls, between.join(each))
        self.template, self.values = between, {str(at): text for at, text in enumerate(each)}
        return self

    def filled(self, **values: object) -> Self:
        return type(self)(self.template, values.values())

    def said(self, translate: Callable[[str], str]) -> str:
        return translate(self.template).join(str(said(each, translate)) for each in self.values.values())


def counted(count: int, one: Message, several: Message) -> Message:
    """How many of what there are: `counted(3, Message("{count} page"), Message("{count} pages"))`."""
    return (one if count == 1 else several).filled(count=count)


def said(value: object, translate: Callable[[str], str]) -> object:
    """A message in that language; anything else as it is."""
    return value.said(translate) if isinstance(value, Message) else value
