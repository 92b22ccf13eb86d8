"""A section of a source that a translation does not follow, and which there are."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.shared.document import Document, Section
from plugins.shared.twins import Front, Twins


@dataclass(frozen=True)
class Lag:
    """A section as the source has it today, and the translation that has not been compared with that."""

    key: str
    twins: Twins[Front]
    lang: str
    section: Section

    @property
    def name(self) -> str:
        return f"{self.key}#{self.section.key}"

    @property
    def source(self) -> Document:
        return self.twins.documents[self.twins.source]

    @property
    def document(self) -> Document:
        return self.twins.documents[self.lang]

    @property
    def own(self) -> Section | None:
        """The section of the translation; nothing where it has none."""
        return self.document.section(self.section.key)

    @property
    def followed(self) -> str:
        """The hash that the source had when this was translated; empty where that is not recorded."""
        return (self.twins.fronts[self.lang].follows or {}).get(self.section.key, "")

    @property
    def state(self) -> str:
        if self.own is None:
            return "missing"
        return "changed" if self.followed else "new"

    @property
    def command(self) -> str:
        return f"python3 tasks.py drift --accept {self.name}"

    @property
    def entry(self) -> str:
        """What to write into `follows` where there is no terminal."""
        return f"{self.section.key}: {self.section.hash}"


def lagging(key: str, twins: Twins[Front]) -> Iterator[Lag]:
    for lang in twins.documents:
        if lang != twins.source and twins.fronts[lang].follows is None:
            yield from (Lag(key, twins, lang, each) for each in twins.documents[twins.source].sections)
        yield from (Lag(key, twins, lang, each) for each in twins.lagging(lang))
