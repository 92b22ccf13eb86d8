"""The register of regulations, one law a file, and its citation in a text: `[@pp-71-2019 2(5)]`."""

from plugins.regulation.citation import cited_articles_are_named, resolve, sources
from plugins.regulation.model import read, related_exist, status_agrees
from plugins.regulation.pages import pages
from plugins.shared.concept import Concept, concepts


def regulation(_: object) -> Concept:
    rules = (related_exist, status_agrees, cited_articles_are_named)
    return Concept(
        name="regulation",
        places=("regulations",),
        read=read,
        rules=rules,
        pages=pages,
        resolves={"cite": resolve},
        digests={"sources": ("cite", sources)},
    )


def register() -> None:
    concepts.connect(regulation)
