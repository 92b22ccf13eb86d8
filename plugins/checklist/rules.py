"""What can be wrong with a checklist."""

from collections.abc import Iterator

from plugins.checklist.due import Once
from plugins.checklist.model import Checklist
from plugins.shared.document import Document
from plugins.shared.exists import topic_exists
from plugins.shared.message import Message
from plugins.shared.parity import rules_of_twins
from plugins.shared.problem import Problem, meant, one_of
from plugins.shared.site import Site
from plugins.shared.twins import audiences_exist


def languages_agree(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        yield from rules_of_twins(checklist, site.words)


def has_items(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        documents = checklist.documents.values()
        if any(document.tasks for document in documents) or not all(document.sections for document in documents):
            continue  # where one language lacks them, that is told there
        source = checklist.documents[checklist.source]
        yield source.problem("E151", Message("the checklist has no item; add '- [ ] … {#key}'"), source.body_line)


def topics_exist(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        for front in checklist.fronts.values():
            yield from topic_exists(front, ("topic",), front.topic, site)


def audience_exists(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        yield from audiences_exist(checklist, site.identity.audiences)


def dues_are_of_items(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        known = {key for document in checklist.documents.values() for key in keys(document)}
        for lang, document in checklist.documents.items():
            if not document.whole:
                continue
            for key in checklist.fronts[lang].due:
                if key not in known:  # that one language lacks an item is told there
                    hint = meant(key, keys(document), one_of(keys(document)))
                    line, column = document.front.keys["due", key]
                    message = Message("no item has the key '{key}'; {hint}", key=key, hint=hint)
                    yield document.problem("E155", message, line, column)


def languages_have_the_same_dues(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        source = checklist.documents[checklist.source]
        for lang, document in checklist.documents.items():
            if lang != checklist.source and source.whole and document.whole:
                yield from same_dues(checklist, lang)


def same_dues(checklist: Checklist, lang: str) -> Iterator[Problem]:
    """Of the items that both languages have: the others are told already."""
    source, document = checklist.documents[checklist.source], checklist.documents[lang]
    front = checklist.fronts[lang]
    theirs, own = checklist.fronts[checklist.source].due, front.due
    for key in dict.fromkeys([*theirs, *own]):
        if key not in keys(source) or key not in keys(document) or theirs.get(key) == own.get(key):
            continue
        if key not in own:
            message = Message(
                "that '{key}' is due '{due}', as in {name}, is missing here; add it",
                key=key,
                due=theirs[key].written,
                name=source.name,
            )
        elif key not in theirs:
            message = Message(
                "that '{key}' is due is missing in {name}; add it there, or remove it here", key=key, name=source.name
            )
        else:
            message = Message(
                "'{key}' is due '{due}' in {name}; make both the same",
                key=key,
                due=theirs[key].written,
                name=source.name,
            )
        yield front.problem(("due", key), "E156", message)


def dues_lie_ahead(site: Site) -> Iterator[Problem]:
    """Told where the text is written first: the other languages follow it."""
    for checklist in site["checklist"].values():
        front = checklist.fronts[checklist.source]
        for key, due in front.due.items():
            if isinstance(due, Once) and due.upcoming(site.day) is None:
                message = Message(
                    "this day has passed; give '{key}' its next one, or remove it in every language", key=key
                )
                yield front.problem(("due", key), "W220", message)


def keys(document: Document) -> list[str]:
    return [key for key, _ in document.tasks]


RULES = (
    languages_agree,
    has_items,
    topics_exist,
    audience_exists,
    dues_are_of_items,
    languages_have_the_same_dues,
    dues_lie_ahead,
)
