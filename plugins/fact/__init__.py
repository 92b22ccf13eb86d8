"""Facts: every statement about law or offices that a page may make, with its evidence. Read by rules, not published."""

from collections.abc import Iterator, Mapping
from typing import Literal

from plugins.shared.article import spots
from plugins.shared.concept import Concept, concepts
from plugins.shared.message import Message
from plugins.shared.model import Key, Line, Model, Several, Truth, repeated
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Site

Tag = Literal["V", "N", "K", "?", "E"]  # verified, from notes, from knowledge, open, editorial


class Evidence(Model):
    """A regulation, and the articles where the fact stands, where they are known; `was` where this is history."""

    regulation: Key
    articles: Several[str] = ()
    was: Truth = False


class Fact(Model):
    code: Line
    tag: Tag
    tag_note: Line | None = None
    sources: Several[Evidence] = ()
    see: Several[Line] = ()
    text: Line


class Never(Model):
    """A sentence that must not appear in any page, and the claim that it comes from."""

    text: Line
    id: Line
    reference: Line


class Facts(Model):
    """`content/facts.yaml`"""

    facts: Several[Fact]
    never: Several[Never] = ()


def codes_differ(facts: Facts) -> Iterator[Problem]:
    for at, code in repeated(fact.code for fact in facts.facts):
        message = Message("the code '{code}' stands twice; change one", code=code)
        yield facts.problem(("facts", at, "code"), "E161", message)


def references_exist(facts: Facts) -> Iterator[Problem]:
    codes = {fact.code for fact in facts.facts}
    for at, fact in enumerate(facts.facts):
        for number, code in enumerate(fact.see):
            if code not in codes:
                message = Message("no fact has the code '{code}'; correct it", code=code)
                yield facts.problem(("facts", at, "see", number), "E161", message)


def articles_are_articles(facts: Facts) -> Iterator[Problem]:
    for at, fact in enumerate(facts.facts):
        for number, source in enumerate(fact.sources):
            for which, article in enumerate(source.articles):
                if spots(article) is None:
                    loc = ("facts", at, "sources", number, "articles", which)
                    message = Message("'{article}' is no article; write 2, 2(2), 1(5)-(6) or 9-11", article=article)
                    yield facts.problem(loc, "E129", message)


def read(reading: Reading) -> Mapping[str, Facts]:
    rules = (codes_differ, references_exist, articles_are_articles)
    found = reading.file(reading.content / "facts.yaml", Facts, rules)
    return {} if found is None else {"facts": found}


def regulations_exist(site: Site) -> Iterator[Problem]:
    for facts in site["fact"].values():
        for at, fact in enumerate(facts.facts):
            for number, source in enumerate(fact.sources):
                if not site.expects("regulation", source.regulation):
                    loc = ("facts", at, "sources", number, "regulation")
                    law = source.regulation
                    message = Message("'{law}' is not in the register; correct it or add it", law=law)
                    yield facts.problem(loc, "E160", message)


def fact(_: object) -> Concept:
    return Concept(name="fact", places=("facts.yaml",), read=read, rules=(regulations_exist,))


def register() -> None:
    concepts.connect(fact)
