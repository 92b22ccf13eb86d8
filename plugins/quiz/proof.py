"""Whether answers are proven: approved as they stand, by the words that are quoted, under laws that hold."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from plugins.quiz.lock import FOLDER, Approval, State, changes, sections_of, state_of
from plugins.quiz.model import Quiz
from plugins.quiz.types import Question
from plugins.shared.article import spots
from plugins.shared.document import settled
from plugins.shared.message import Listed, Message
from plugins.shared.parity.named import citations
from plugins.shared.problem import Problem
from plugins.shared.site import Site

WEAK = "?"  # of a citation: on weak evidence
COMMAND = "python3 tasks.py approve"
CITED = re.compile(r"\s*\[@[^\]]*\]")
LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
SIGNS = re.compile(r"[*`]")


def answers_are_approved(site: Site) -> Iterator[Problem]:
    """Once the quiz and the guide have no other error: often it only follows from one."""
    for key, quiz in site["quiz"].items():
        lock = site["lock"].get(key)
        if lock is None and site.expects("lock", key):
            continue
        for at, question in enumerate(quiz.questions):
            now = state_of(question, site)
            if now is None:
                continue
            entry = lock.approved.get(question.key) if lock else None
            if entry and entry.state == now:
                continue
            message = Message(
                "{what}; let a second reader answer it, then `{command} --answer … --reason …`",
                what=unapproved(question, entry, now),
                command=f"{COMMAND} {key}#{question.key}",
            )
            found = quiz.problem(("questions", at, "key"), "E145", message)
            yield replace(found, after=(found.path, *names(question, site)))


def unapproved(question: Question, entry: Approval | None, now: State) -> Message:
    if entry is None:
        return Message("the answer to '{question}' is not approved yet", question=question.key)
    changed = list(changes(entry, now))
    guide, section = question.cite.split("#")
    languages = Listed(" and ", (f"'{lang}'" for what, lang in changed if what == "section"))
    parts = [Message("the question")] if ("question", "") in changed else []
    if languages:
        message = Message(
            "section '{section}' of '{guide}' in {languages}", section=section, guide=guide, languages=languages
        )
        parts.append(message)
    return Message(
        "{parts} changed since the answer to '{question}' was approved",
        parts=Listed(" and ", parts),
        question=question.key,
    )


def names(question: Question, site: Site) -> tuple[str, ...]:
    """The files of the guide that proves the answer."""
    guide = site["guide"].get(question.cite.partition("#")[0])
    return tuple(document.name for document in guide.documents.values()) if guide else ()


def approved_exist(site: Site) -> Iterator[Problem]:
    for key, lock in site["lock"].items():
        quiz = site["quiz"].get(key)
        if quiz is None:
            if not site.expects("quiz", key):
                message = Message("there is no quiz '{key}'; remove this file, or name it as its quiz", key=key)
                yield lock.problem((), "E154", message)
            continue
        known = [question.key for question in quiz.questions]
        for each in lock.approved:
            if each not in known:
                message = Message(
                    "the quiz has no question '{question}'; `{command}` removes this entry",
                    question=each,
                    command=f"{COMMAND} {key}#{each}",
                )
                found = lock.problem(("approved", each), "E154", message)
                yield replace(found, after=(f"{FOLDER}/{key}.yaml",))


def quotes_stand(site: Site) -> Iterator[Problem]:
    for quiz in site["quiz"].values():
        for at, question in enumerate(quiz.questions):
            yield from _unsaid(quiz, at, question, site)


def _unsaid(quiz: Quiz, at: int, question: Question, site: Site) -> Iterator[Problem]:
    for lang, section in sections_of(question, site).items() if question.quote else ():
        if not says(site.inserts.into(section.text, lang), question.quote[lang]):
            message = Message(
                "these words don't stand in {cite} in '{lang}'; copy them from there, letter by letter",
                cite=question.cite,
                lang=lang,
            )
            found = quiz.problem(("questions", at, "quote", lang), "E153", message)
            yield replace(found, after=names(question, site))


def says(text: str, quote: str) -> bool:
    """True where the words stand there as they are; citations, addresses of links and signs of Markdown aside."""
    wanted = spoken(quote)
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", spoken(text)) is not None


def spoken(text: str) -> str:
    return settled(SIGNS.sub("", LINKED.sub(r"\1", CITED.sub("", text))))


def laws_hold(site: Site) -> Iterator[Problem]:
    """Beside what is told in the guide: who mends it should see which answers rested on the law that is gone."""
    laws: Mapping[str, Any] = site["regulation"]
    replaced = {key: law for law in laws.values() if law.status != "not_yet_in_force" for key in law.replaces}
    for quiz in site["quiz"].values():
        for at, question in enumerate(quiz.questions):
            for key in dict.fromkeys(_cited(question, site)):
                said = {"key": question.key, "cite": question.cite, "law": laws[key].short if key in laws else ""}
                if key in laws and laws[key].status == "revoked":
                    message = Message(
                        "the section that proves '{key}' cites {law}, which is revoked; see whether the answer still "
                        "holds, then mend {cite}",
                        **said,
                    )
                    yield quiz.problem(("questions", at, "cite"), "E157", message)
                elif key in laws and key in replaced:
                    message = Message(
                        "the section that proves '{key}' cites {law}, which {newer} has replaced; see whether the "
                        "answer still holds, then mend {cite}",
                        **said,
                        newer=replaced[key].short,
                    )
                    yield quiz.problem(("questions", at, "cite"), "W207", message)


def _cited(question: Question, site: Site) -> Iterator[str]:
    """The laws that the section cites in any language as what holds; history has `was`, which is no article."""
    key, section = question.cite.split("#")
    guide = site["guide"].get(key)
    for document in guide.documents.values() if guide else ():
        for each in citations(document)[section]:
            law, *words = each.split(" ")
            article = " ".join(word for word in words if word != WEAK)
            if not article or spots(article):  # what can't be read is told there, and may be misspelt history
                yield law
