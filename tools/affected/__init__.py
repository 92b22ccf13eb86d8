"""Everything that rests on a law, for the day on which it changes: where it is cited, asked, drawn, named.

read ─ the law ─ each kind of place ─ the same through the laws that it amends, replaces and implements
"""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from plugins.shared.article import spots
from plugins.shared.message import Message
from plugins.shared.problem import Problems, instead, nearest
from plugins.shared.site import Site
from plugins.shared.telling import tell
from tools.affected import texts, things
from tools.affected.place import Law, Place
from tools.build import ROOT
from tools.ending import Stop, exit_status
from tools.tree import read_everything

KINDS: Mapping[str, tuple[Message, Callable[[Site, Law], Iterator[Place]]]] = {
    "register": (Message("Laws that name it"), things.register),
    "facts": (Message("Facts"), things.facts),
    "sentences": (Message("Sentences"), texts.sentences),
    "tasks": (Message("Tasks"), texts.tasks),
    "dates": (Message("Due dates of these tasks"), texts.dates),
    "questions": (Message("Questions"), things.questions),
    "exams": (Message("Exams"), things.exams),
    "courses": (Message("Courses"), things.courses),
    "drawings": (Message("Drawings"), things.drawings),
    "rates": (Message("Rates"), things.rates),
    "results": (Message("Results of tools"), things.results),
    "statements": (Message("Statements of self-assessments"), things.statements),
    "days": (Message("Dates of the law"), things.days),
    "helpers": (Message("Entries of the directory of help"), things.helpers),
    "terms": (Message("Terms"), things.terms),
    "words": (Message("Named in words"), things.words),
}
FORMATS = ("text", "json")
RELATIONS = ("amends", "replaces", "implements")
Group = tuple[str, list[Place]]  # a kind, and its places


def affected(citation: str, form: str = "text", root: Path = ROOT) -> int:
    """The exit status: 0 and the places are told, or 1 and why not."""
    root = root.resolve()
    return exit_status(root, lambda: show(citation, form, root))


def show(citation: str, form: str, root: Path) -> None:
    if form not in FORMATS:
        raise Stop(Message("--format {form}: no such format; {instead}", form=form, instead=instead(form, FORMATS)))
    problems = Problems()
    tree = read_everything(root, problems)
    if tree is None:
        raise Stop(Message("the site can't be read; see python3 tasks.py check"))
    law, article = asked(citation, tree.site)
    found = {("", law.key): groups(tree.site, law, set())}
    told = {each.place for _, places in found["", law.key] for each in places}
    for relation, key in older(tree.site, law.key) if not article else ():
        others = groups(tree.site, Law(key), told)
        found[relation, key] = [
            each for each in others if each[0] != "register"
        ]  # who names that law is another's affair
    if form == "json":
        print(json.dumps(data(law.key, article, found, tree.site), ensure_ascii=False, indent=2))
        return
    told_as_text(law.key, article, found, tree.site)
    if any(tree.site.unread.values()):
        tell(Message("Some files can't be read, so this may lack something; see python3 tasks.py check."))


def asked(citation: str, site: Site) -> tuple[Law, str]:
    """The law and the article, as a citation writes them: `pp-71-2019 2(5)`."""
    key, _, article = citation.strip().partition(" ")
    if key not in site["regulation"]:
        near = nearest(key, site["regulation"])
        hint = (
            Message("nearest: {near}", near=near) if near else Message("the keys are the names in content/regulations/")
        )
        raise Stop(Message("'{key}' is not in the register; {hint}", key=key, hint=hint))
    named = spots(article.strip()) if article else None
    if article and named is None:
        raise Stop(Message("'{article}' is no article; write 2, 2(2), 1(5)-(6) or 9-11", article=article.strip()))
    return Law(key, named), article.strip()


def older(site: Site, key: str) -> Iterator[tuple[str, str]]:
    law = site["regulation"][key]
    for relation in RELATIONS:
        for other in getattr(law, relation):
            if other in site["regulation"]:
                yield relation, other


def groups(site: Site, law: Law, told: set[str]) -> list[Group]:
    """The places by their kinds, each once, without those that have been told."""
    found = []
    for kind, (_, look) in KINDS.items():
        places = list(dict.fromkeys(each for each in look(site, law) if each.place not in told))
        if places:
            found.append((kind, places))
    return found


def told_as_text(key: str, article: str, found: Mapping[tuple[str, str], list[Group]], site: Site) -> None:
    for (relation, other), kinds in found.items():
        law = site["regulation"][other]
        if not relation:
            what = Message("{key} {article}", key=key, article=article) if article else Message("{key}", key=key)
            tell(Message("{what}: {law}, status {status}", what=what, law=law.short, status=law.state(site.day)))
        elif kinds:
            print()
            tell(through(relation, f"{law.short} ({other})"))
        for kind, places in kinds:
            print()
            tell(Message("{kind}, {count}", kind=KINDS[kind][0], count=len(places)))
            for each in places:
                tell(each.told())
    if not any(found.values()):
        tell(Message("Nothing rests on it."))


def through(relation: str, law: str) -> Message:
    match relation:
        case "amends":
            return Message("Through {law}, which it amends", law=law)
        case "replaces":
            return Message("Through {law}, which it replaces", law=law)
        case _:
            return Message("Through {law}, which it implements", law=law)


def data(key: str, article: str, found: Mapping[tuple[str, str], list[Group]], site: Site) -> dict[str, object]:
    """In English, with `through` the law and `relation` how the asked one stands to it."""
    return {
        "regulation": key,
        "article": article or None,
        "status": site["regulation"][key].state(site.day),
        "places": [
            {"kind": kind, **place.data(), "through": other if relation else None, "relation": relation or None}
            for (relation, other), kinds in found.items()
            for kind, places in kinds
            for place in places
        ],
    }
