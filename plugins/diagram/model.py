"""What every diagram has, whatever its shape: what it says, and the facts and laws that this rests on."""

from collections.abc import Iterator
from typing import ClassVar

from plugins.shared.figure import Figure
from plugins.shared.model import Day, GuideKey, Key, Line, Model, Months, Several, Slugs, Text
from plugins.shared.yaml import Loc


class Part(Model):
    """A part that states something; `facts` are the codes in facts.yaml of what it states."""

    facts: Several[Line]

    @property
    def states(self) -> bool:
        """False for what needs no fact: it only leads on, or the register knows it."""
        return True

    def figures(self) -> Iterator[Figure]:
        yield from ()


class Note(Part):
    text: Text


class Source(Model):
    """A law of the register, and the articles where the facts stand, where they are known."""

    regulation: Key
    articles: Several[Line] = ()


class Diagram(Part):
    """`content/diagrams/<diagram>.yaml`; its own facts are those of its title and message."""

    icon: ClassVar[str] = ""

    title: Text
    message: Text
    slug: Slugs
    topic: Key
    guide: GuideKey | None = None
    reviewed: Day
    review_every: Months
    sources: Several[Source] = ()
    notes: Several[Note] = ()

    def parts(self) -> Iterator[tuple[Loc, Part]]:
        """Everything that states something, and where: the diagram itself first."""
        return parts_of(self, ())

    @property
    def codes(self) -> frozenset[str]:
        """The facts that it rests on."""
        return frozenset(code for _, part in self.parts() for code in part.facts)

    def laws(self) -> Iterator[tuple[Loc, Key]]:
        """The laws that it names, each with its place."""
        for at, source in enumerate(self.sources):
            yield ("sources", at, "regulation"), source.regulation


def parts_of(model: Model, loc: Loc) -> Iterator[tuple[Loc, Part]]:
    if isinstance(model, Part):
        yield loc, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        for at, each in enumerate(value) if isinstance(value, tuple) else ():
            if isinstance(each, Model):
                yield from parts_of(each, (*loc, name, at))
