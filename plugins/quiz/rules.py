"""What can be wrong with a quiz: each rule yields what it finds; a new rule is a new function in the tuple."""

from collections.abc import Iterator

from plugins.quiz.model import Quiz
from plugins.shared.model import repeated
from plugins.shared.problem import Problem, nearest
from plugins.shared.site import Site
from plugins.shared.yaml import Loc

TRUE_FALSE = ("yes", "no")


def has_questions(quiz: Quiz) -> Iterator[Problem]:
    if not quiz.questions:
        yield quiz.problem(("questions",), "E143", "the quiz has no question; add one")


def keys_differ(quiz: Quiz) -> Iterator[Problem]:
    for at, key in repeated(question.key for question in quiz.questions):
        yield quiz.problem(("questions", at, "key"), "E141", f"the key '{key}' stands twice; change one")
    for at, question in enumerate(quiz.questions):
        for number, key in repeated(choice.key for choice in question.choices):
            loc = ("questions", at, "choices", number, "key")
            yield quiz.problem(loc, "E141", f"the key '{key}' stands twice in this question; change one")


def right_choices_fit_the_type(quiz: Quiz) -> Iterator[Problem]:
    for at, question in enumerate(quiz.questions):
        right, loc = len(question.right), ("questions", at, "choices")
        if len(question.choices) < 2:
            continue  # told as such
        if right == 0:
            yield quiz.problem(loc, "E140", "no choice is right; mark one with 'right: true'")
        elif question.type != "multiple" and right > 1:
            instead = ", or use 'type: multiple'" if question.type == "single" else ""
            yield quiz.problem(loc, "E140", f"{right} choices are right; keep one{instead}")
        elif question.type == "multiple" and right == 1:
            yield quiz.problem(loc, "E140", "one choice is right; mark another one, or use 'type: single'")
        elif question.type == "multiple" and right == len(question.choices):
            yield quiz.problem(loc, "E140", "every choice is right; add a wrong one")


def choices_fit_the_type(quiz: Quiz) -> Iterator[Problem]:
    for at, question in enumerate(quiz.questions):
        loc = ("questions", at, "choices")
        if question.type == "true-false":
            if tuple(choice.key for choice in question.choices) != TRUE_FALSE:
                yield quiz.problem(loc, "E143", "a true-false question has two choices, with the keys 'yes' and 'no'")
            for number, choice in enumerate(question.choices):
                if choice.text is not None:
                    message = "the interface says 'True' and 'False'; remove this text"
                    yield quiz.problem((*loc, number, "text"), "E143", message)
            continue
        if len(question.choices) < 2:
            yield quiz.problem(loc, "E143", "a question needs two choices or more; add one")
        for number, choice in enumerate(question.choices):
            if choice.text is None:
                yield quiz.problem((*loc, number), "E108", "the key 'text' is missing; add it")


def choices_are_different(quiz: Quiz) -> Iterator[Problem]:
    for at, question in enumerate(quiz.questions):
        seen: set[tuple[str, str]] = set()
        for number, choice in enumerate(question.choices):
            for lang, text in (choice.text.root if choice.text else {}).items():
                said = (lang, " ".join(text.casefold().split()))
                if said in seen:
                    loc = ("questions", at, "choices", number, "text", lang)
                    yield quiz.problem(loc, "E143", "another choice says the same; change one")
                seen.add(said)


RULES = (has_questions, keys_differ, right_choices_fit_the_type, choices_fit_the_type, choices_are_different)


def belongs_to_a_guide(site: Site) -> Iterator[Problem]:
    for key, quiz in site["quiz"].items():
        if not site.expects("guide", key):
            near = nearest(key, site["guide"])
            hint = f"did you mean '{near}'?" if near else "name the file as its guide"
            yield quiz.problem((), "E144", f"there is no guide '{key}'; {hint}")


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
        hint = f"; nearest: {near}" if near else ""
        yield quiz.problem(loc, "E142", f"there is no guide '{key}'{hint}")
        return
    documents = guide.documents.values()
    headings = {each.key for document in documents for each in document.headings}
    if section in headings or not all(document.whole for document in documents):
        return  # where one language lacks it, that is told there
    hint = guide.documents[guide.source].other_than(section)
    yield quiz.problem(loc, "E142", f"the guide '{key}' has no section '{section}'; {hint}")
