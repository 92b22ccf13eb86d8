"""What no longer holds: who may still name a revoked law, and what they are told who may not."""

import re
from collections.abc import Iterator

from plugins.shared.message import Listed, Message
from plugins.shared.model import texts
from plugins.shared.problem import Problem
from plugins.shared.site import Site

WORDED = ("course", "exam")  # whose texts are plain words: they can name a law, and can't say that it is history


def revoked(key: str, site: Site) -> bool:
    return key in site["regulation"] and site["regulation"][key].status == "revoked"


def newer(key: str, site: Site) -> Message:
    """The laws that replaced it, as an editor names them."""
    found = [other for other, each in site["regulation"].items() if key in each.replaces]
    return Listed(" or ", found) if found else Message("what replaced it")


def facts_rest_on_what_holds(site: Site) -> Iterator[Problem]:
    for facts in site["fact"].values():
        for at, fact in enumerate(facts.facts):
            for number, source in enumerate(fact.sources):
                if revoked(source.regulation, site) and not source.was:
                    message = Message(
                        "{law} is revoked; see whether '{code}' still holds by {newer}, or add 'was: true' where it "
                        "tells history",
                        law=site["regulation"][source.regulation].short,
                        code=fact.code,
                        newer=newer(source.regulation, site),
                    )
                    yield facts.problem(("facts", at, "sources", number, "regulation"), "E128", message)


def terms_rest_on_what_holds(site: Site) -> Iterator[Problem]:
    for glossary in site["glossary"].values():
        for at, term in enumerate(glossary.terms):
            for number, key in enumerate(term.sources):
                if revoked(key, site):
                    message = Message(
                        "{law} is revoked; name {newer}, or move it to 'was' where the term is history",
                        law=site["regulation"][key].short,
                        newer=newer(key, site),
                    )
                    yield glossary.problem(("terms", at, "sources", number), "E128", message)


def plain_words_name_what_holds(site: Site) -> Iterator[Problem]:
    for concept in WORDED:
        for thing in site.things.get(concept, {}).values():
            for loc, text in texts(thing):
                for lang, words in text.root.items():
                    for key in named(words, site):
                        if revoked(key, site):
                            message = Message(
                                "this names {law}, which is revoked; see whether the words still hold",
                                law=site["regulation"][key].short,
                            )
                            yield thing.problem((*loc, lang), "W231", message)


def named(words: str, site: Site) -> Iterator[str]:
    """The keys of the laws that stand in these words under their short names."""
    for key, law in site["regulation"].items():
        if law.short in words and re.search(rf"(?<!\w){re.escape(law.short)}(?!\w)", words):
            yield key
