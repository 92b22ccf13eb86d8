"""What a component is here: what its template says of it, and the examples of all its states."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(Strict):
    """One state: the macro's arguments, and the page, by kind and key, that it stands on."""

    name: str
    on: tuple[str, str] = ("home", "home")
    arguments: Mapping[str, Any] = Field(default={}, alias="with")
    words: Mapping[str, Mapping[str, Any]] = {}  # by language, the arguments that say something
    from_site: Mapping[str, tuple[str, ...]] = {}  # by argument (`checklist`, `checklist.documents.id`), the way to it
    like: Mapping[str, tuple[str, ...]] = {}  # by argument of `with`, the way to a thing of the site that it is like


class Examples(Strict):
    """`examples.yaml` of a component's folder."""

    examples: tuple[Example, ...]
    wide: bool = False  # it goes from edge to edge of a page
    inside: str = ""  # the list that it is an item of, by its class; `plain` is one without
    within: str = ""  # what it is always a part of, by its class
    style: str = ""  # the stylesheet of its own pages
    scripts: tuple[str, ...] = ()  # what its script calls: `download`, `quiz.record`


class Component(Strict):
    name: str
    about: str  # the first comment of its template: how it is called, and what it is
    shown: Examples
    scripts: tuple[str, ...] = ()  # the parts of its script that not every page with it needs: `quiz.fields`

    @property
    def parts(self) -> Iterator[tuple[str, bool]]:
        """What is said about it, in parts, each with whether it is code."""
        call, colon, words = self.about.partition("):")
        yield call + colon[:1], bool(colon)
        for at, part in enumerate((colon[1:] + words).split("`")):
            yield part, at % 2 == 1
