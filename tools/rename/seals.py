"""Hashes that what is renamed is part of: they go on to hold where they held, and nowhere else."""

from collections.abc import Iterator, Mapping

from plugins.hub.tree import Tree
from plugins.quiz.lock import hash_of
from plugins.quiz.types import Question
from plugins.shared.document import Document, document
from plugins.shared.problem import Problems
from plugins.shared.source import Source
from plugins.shared.twins import Twins
from tools.rename.edits import BOM, BREAK, Place
from tools.rename.names import QUOTE
from tools.rename.thing import Renaming

Texts = Mapping[str, str]  # as they will be, by the names that they have


def changed(old: Document, now: Texts) -> dict[str, tuple[str, str]]:
    """By the key of each section whose hash changes, what it is and what it will be."""
    if old.name not in now:
        return {}
    text = BREAK.sub("\n", now[old.name].removeprefix(BOM))
    new = document(Source(old.name, text), Problems())
    after = {each.key: each.hash for each in new.sections} if new else {}
    found = {each.key: (each.hash, after.get(each.key, each.hash)) for each in old.sections}
    return {key: hashes for key, hashes in found.items() if hashes[0] != hashes[1]}


def followed(tree: Tree, now: Texts) -> Iterator[Place]:
    """What translations say that they follow."""
    for things in tree.site.things.values():
        for twins in things.values():
            if isinstance(twins, Twins):
                yield from followed_in(twins, now)


def followed_in(twins: Twins, now: Texts) -> Iterator[Place]:
    hashes = changed(twins.documents[twins.source], now)
    for lang, front in twins.fronts.items():
        for key, (old, new) in hashes.items():
            if (front.follows or {}).get(key) == old:
                text = twins.documents[lang]
                yield Place(text.name, *text.front.place(("follows", key)), old, new, QUOTE)


def approvals(wanted: Renaming, tree: Tree, now: Texts) -> Iterator[Place]:
    """What the locks say that was approved: the section of each question, and the question, which names its guide."""
    site = tree.site
    for key, lock in site["lock"].items():
        questions = {each.key: each for each in site["quiz"][key].questions} if key in site["quiz"] else {}
        for name, entry in lock.approved.items():
            question = questions.get(name)
            if question is None:
                continue
            guide, _, section = question.cite.partition("#")
            hashes = {("question",): (hash_of(question), hash_of(named_anew(question, wanted)))}
            for lang, text in site["guide"][guide].documents.items():
                if section in (found := changed(text, now)):
                    hashes["section", lang] = found[section]
            for loc, (old, new) in hashes.items():
                recorded = entry.question if loc == ("question",) else entry.section.get(loc[-1])
                if recorded == old != new:
                    yield Place(*lock.position(("approved", name, *loc)), old, new, QUOTE)


def named_anew(question: Question, wanted: Renaming) -> Question:
    """The question as it is asked once its guide has its new key."""
    guide, _, section = question.cite.partition("#")
    if (wanted.kind, wanted.old) != ("guide", guide):
        return question
    return question.model_copy(update={"cite": f"{wanted.new}#{section}"})
