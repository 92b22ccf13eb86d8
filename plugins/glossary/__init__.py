"""The glossary: one page a language; a term is linked where a page first uses it."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from plugins.shared.concept import Concept, concepts
from plugins.shared.exists import topic_exists
from plugins.shared.message import Message
from plugins.shared.model import Key, Line, Model, Several, Text, Truth, repeated
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Goal, Page, Preview, Site


class Term(Model):
    key: Key
    term: Text
    abbreviations: Several[Line] = ()
    definition: Text
    topic: Key
    sources: Several[Key] = ()
    was: Several[Key] = ()  # laws of the past that brought the term
    evidence: Literal["verified", "project_note", "from_knowledge"]
    auto_link: Truth = True  # false for everyday words, which would be linked where they mean nothing special

    def spoken(self, lang: str) -> str:
        """The term as a text uses it: without what its entry adds in brackets."""
        return re.sub(r"\s*\([^)]*\)$", "", self.term[lang])


class Glossary(Model):
    """`content/glossary.yaml`"""

    terms: Several[Term]


def keys_differ(glossary: Glossary) -> Iterator[Problem]:
    for at, key in repeated(term.key for term in glossary.terms):
        message = Message("the term '{key}' stands twice; change one", key=key)
        yield glossary.problem(("terms", at, "key"), "E161", message)


def read(reading: Reading) -> Mapping[str, Glossary]:
    found = reading.file(reading.content / "glossary.yaml", Glossary, (keys_differ,))
    return {} if found is None else {"glossary": found}


def named_things_exist(site: Site) -> Iterator[Problem]:
    for glossary in site["glossary"].values():
        for at, term in enumerate(glossary.terms):
            yield from topic_exists(glossary, ("terms", at, "topic"), term.topic, site)
            for name in ("sources", "was"):
                for number, source in enumerate(getattr(term, name)):
                    if not site.expects("regulation", source):
                        message = Message("'{law}' is not in the register; correct it or add it", law=source)
                        yield glossary.problem(("terms", at, name, number), "E160", message)


def phrases(site: Site, lang: str) -> Mapping[str, Goal]:
    """What is linked: the terms of the language and their abbreviations, the first entry of a phrase wins."""
    found: dict[str, Goal] = {}
    for glossary in site["glossary"].values():
        for term in glossary.terms:
            if term.auto_link:
                for phrase in (term.spoken(lang), *term.abbreviations):
                    found.setdefault(phrase, Goal("glossary", "glossary", term.key))
    return found


def pages(site: Site) -> Iterator[Page]:
    for glossary in site["glossary"].values():
        for lang in site.languages:
            words = site.words[lang]
            terms = sorted(glossary.terms, key=lambda term: term.term[lang].casefold())
            also = [(term.term[lang], term.key) for term in terms]
            also += [(each, term.key) for term in terms for each in term.abbreviations if each != term.term[lang]]
            yield Page(
                kind="glossary",
                key="glossary",
                lang=lang,
                address=f"{lang}/{words.address('glossary')}/",
                origin=glossary,
                sought=True,
                title=words.gettext("Glossary"),
                summary=words.gettext(
                    "The words of online business and its law, each in a sentence, in both languages."
                ),
                shows={"terms": terms},
                uses=frozenset({"filter"}),
                alphabetical=True,
                also=tuple(also),
                preview=Preview("book-a"),
                along=True,
            )


def glossary(_: object) -> Concept:
    return Concept(
        name="glossary", places=("glossary.yaml",), read=read, rules=(named_things_exist,), pages=pages, terms=phrases
    )


def register() -> None:
    concepts.connect(glossary)
