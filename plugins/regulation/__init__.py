"""The register of regulations, one law a file, and its citation in a text: `[@pp-71-2019 2(5)]`."""

from plugins.regulation.citation import cited_articles_are_named, resolve, sources
from plugins.regulation.model import read
from plugins.regulation.pages import pages
from plugins.regulation.revoked import (
    facts_rest_on_what_holds,
    plain_words_name_what_holds,
    terms_rest_on_what_holds,
)
from plugins.regulation.rules import awaited_are_confirmed, changes_have_happened, related_exist, status_agrees
from plugins.shared.concept import Concept, concepts


def regulation(_: object) -> Concept:
    rules = (
        related_exist,
        status_agrees,
        awaited_are_confirmed,
        changes_have_happened,
        cited_articles_are_named,
        facts_rest_on_what_holds,
        terms_rest_on_what_holds,
        plain_words_name_what_holds,
    )
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
