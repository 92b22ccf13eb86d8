"""What can be wrong with a quiz: each rule yields what it finds; a new rule is a new function in the tuple."""

from collections.abc import Iterator

from plugins.quiz.model import Quiz
from plugins.shared.message import Message
from plugins.shared.model import repeated
from plugins.shared.problem import Problem, meant, nearest
from plugins.shared.site import Site
from plugins.shared.yaml import Loc

MOST = 10


def has_questions(quiz: Quiz) -> Iterator[Problem]:
    if not quiz.questions:
        yield quiz.problem(("questions",), "E143", Message("the quiz has no question; add one"))


def keys_differ(quiz: Quiz) -> Iterator[Problem]:
    for at, key in repeated(question.key for question in quiz.questions):
        message = Message("the key '{key}' stands twice; change one", key=key)
        yield quiz.problem(("questions", at, "key"), "E141", message)


def types_are_kept(quiz: Quiz) -> Iterator[Problem]:
    for at, question in enumerate(quiz.questions):
        for loc, code, message in question.wrong():
            yield quiz.problem(("questions", at, *loc), code, message)


def counts_are_possible(quiz: Quiz) -> Iterator[Problem]:
    for at, question in enumerate(quiz.questions):
        if not 1 <= question.worth <= MOST:
            message = Message("a question counts for 1 to {most} points; write one of these numbers", most=MOST)
            yield quiz.problem(("questions", at, "worth"), "E143", message)
        if not question.revision:
            message = Message("revisions begin with 1; write 1 or more")
            yield quiz.problem(("questions", at, "revision"), "E143", message)


RULES = (has_questions, keys_differ, types_are_kept, counts_are_possible)


def belongs_to_a_guide(site: Site) -> Iterator[Problem]:
    for key, quiz in site["quiz"].items():
        if not site.expects("guide", key):
            hint = meant(key, site["guide"], Message("name the file as its guide"))
            yield quiz.problem((), "E144", Message("there is no guide '{key}'; {hint}", key=key, hint=hint))


def answers_are_proven(site: Site) -> Iterator[Problem]:
    for key, quiz in site["quiz"].items():
        for at, question in enumerate(quiz.questions):
            if question.cite.partition("#")[0] == key and key not in site["guide"]:
                continue  # that its guide is missing has been told
            yield from _proven(quiz, ("questions", at, "cite"), question.cite, site)


def _proven(quiz: Quiz, loc: Loc, cite: str, site: Site) -> Iterator[Problem]:
    key, section = cite.split("#")
    guide = site["guide"].get(key)
    if guide is None and site.expects("guide", key):
        return
    if guide is None:
        near = nearest(key, site["guide"])
        message = Message("there is no guide '{key}'", key=key)
        if near:
            message = Message("there is no guide '{key}'; nearest: {near}", key=key, near=near)
        yield quiz.problem(loc, "E142", message)
        return
    documents = guide.documents.values()
    headings = {each.key for document in documents for each in document.headings}
    if section in headings or not all(document.whole for document in documents):
        return  # where one language lacks it, that is told there
    hint = guide.documents[guide.source].other_than(section)
    message = Message("the guide '{key}' has no section '{section}'; {hint}", key=key, section=section, hint=hint)
    yield quiz.problem(loc, "E142", message)
