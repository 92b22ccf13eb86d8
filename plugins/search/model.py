"""`content/search.yaml`: words that readers type and our pages don't say, with the page that answers them."""

from collections.abc import Mapping
from typing import Self

from pydantic import Field, model_validator

from plugins.shared.message import Message
from plugins.shared.model import GuideKey, Key, Line, Model, Several, refusal
from plugins.shared.reading import Reading
from plugins.shared.site import Site

FILE = "search.yaml"


class Called(Model):
    """One page, or one term of the glossary, and what it is called besides; by language, which may have none."""

    guide: GuideKey | None = None
    checklist: Key | None = None
    tool: Key | None = None
    term: Key | None = None
    words: dict[str, Several[Line]]

    @model_validator(mode="after")
    def names_one(self) -> Self:
        if len(self.model_fields_set) != 2:
            raise refusal(Message("name one of guide, checklist, tool, term, and then its words"))
        return self

    @property
    def kind(self) -> str:
        return next(each for each in ("guide", "checklist", "tool", "term") if getattr(self, each))

    @property
    def key(self) -> str:
        return getattr(self, self.kind)


class Also(Model):
    """The whole file."""

    also: Several[Called] = Field(default=())

    def words(self, kind: str, key: str, lang: str) -> list[str]:
        found = (each.words.get(lang, ()) for each in self.also if (each.kind, each.key) == (kind, key))
        return [word for words in found for word in words]


def read(reading: Reading) -> Mapping[str, Also]:
    found = reading.file(reading.content / FILE, Also)
    return {} if found is None else {"also": found}


def also(site: Site) -> Also:
    return site["search"].get("also") or Also()
