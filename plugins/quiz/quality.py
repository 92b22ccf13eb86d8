"""What makes questions good, as far as counting can tell: an editor is warned, and may say why it is good all the same.

A rule sees every quiz; a new one is a new function in the tuple. A reason in `silence` silences what would be told of a
question, or of a quiz as a whole; one that has nothing left to silence is told too, so that none rots.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.quiz.model import Quiz
from plugins.quiz.phrases import asks_for_not, denies, only_others
from plugins.quiz.types import Question
from plugins.quiz.types.choices import Choice
from plugins.quiz.types.single import Single
from plugins.shared.message import Listed, Message
from plugins.shared.model import Text
from plugins.shared.problem import Problem
from plugins.shared.site import Site
from plugins.shared.yaml import Loc

Quizzes = Mapping[str, Quiz]
CLEARLY = 1.2  # times as long as the next: who only looks at the lengths picks it
FEW = 4  # with fewer questions in a quiz, chance alone makes most of their right choices the longest
BANK = 12  # with fewer in all quizzes, chance alone puts most of their right choices at one place
HARD = ("numeric", "short", "fill", "matching", "ordering", "scenario")


class Flaw(NamedTuple):
    """What a rule finds: in which quiz, of which question or of the whole (`()`), and where in that."""

    quiz: str
    of: Loc
    loc: Loc
    code: str
    message: Message


class Offer(NamedTuple):
    """A text that asks, the choices that answer it, and where in the question both stand."""

    text: Text
    text_at: Loc
    choices: Sequence[Choice]
    choices_at: Loc


def questions_are_good(site: Site) -> Iterator[Problem]:
    quizzes: Quizzes = site["quiz"]
    flaws = [flaw for rule in RULES for flaw in rule(quizzes)]
    silences = {(key, of): silence for key, quiz in quizzes.items() for of, silence in _silences(quiz)}
    for flaw in flaws:
        if flaw.code not in silences[flaw.quiz, flaw.of]:
            yield quizzes[flaw.quiz].problem((*flaw.of, *flaw.loc), flaw.code, flaw.message)
    found = {(flaw.quiz, flaw.of, flaw.code) for flaw in flaws}
    for (key, of), silence in silences.items():
        for code in silence:
            if (key, of, code) not in found:
                message = Message("nothing is wrong here that {code} would tell; remove this line", code=code)
                yield quizzes[key].problem((*of, "silence", code), "W213", message)


def _silences(quiz: Quiz) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    yield (), quiz.silence
    for at, question in enumerate(quiz.questions):
        yield ("questions", at), question.silence


def lengths_tell_nothing(quizzes: Quizzes) -> Iterator[Flaw]:
    """Readers see one language: it is enough that the lengths tell it in one."""
    for key, quiz in quizzes.items():
        asked = guessable(quiz)
        for lang in quiz.title.root:
            longest = [question.key for question in asked if _longest(question, lang)]
            if len(asked) >= FEW and len(longest) * 2 > len(asked):
                message = Message(
                    "in '{lang}' the right choice is clearly the longest in {count} of {asked} single questions; "
                    "make it shorter in some of these: {questions}",
                    lang=lang,
                    count=len(longest),
                    asked=len(asked),
                    questions=Listed(", ", longest),
                )
                yield Flaw(key, (), ("questions",), "W208", message)
                break  # one line a quiz; another language is told once this is mended


def guessable(quiz: Quiz) -> list[Single]:
    """The questions with one right choice among three or more."""
    singles = (each for each in quiz.questions if isinstance(each, Single))
    return [each for each in singles if len(each.choices) >= 3 and len(each.right) == 1]


def _longest(question: Single, lang: str) -> bool:
    lengths = {each.key: sum(map(str.isalnum, each.text[lang])) for each in question.choices if each.text}
    right = lengths.pop(question.right[0], 0)
    return right > 0 and right >= CLEARLY * max(lengths.values(), default=0)


def places_tell_nothing(quizzes: Quizzes) -> Iterator[Flaw]:
    """Told once, at the quiz that has most of them. A right choice that is pinned has a place of its own."""
    places = {key: dict(_places(quiz)) for key, quiz in quizzes.items()}
    bank = Counter(place for each in places.values() for place in each.values())
    if bank.total() < BANK:
        return
    place, count = bank.most_common(1)[0]
    if count * 2 > bank.total():
        here = {key: [name for name, at in each.items() if at == place] for key, each in places.items()}
        key = max(here, key=lambda each: len(here[each]))
        message = Message(
            "the right choice is number {place} in {count} of the {total} single questions of all quizzes; "
            "move it in some of these: {questions}",
            place=place,
            count=count,
            total=bank.total(),
            questions=Listed(", ", here[key]),
        )
        yield Flaw(key, (), ("questions",), "W209", message)


def _places(quiz: Quiz) -> Iterator[tuple[str, int]]:
    """By the question's key, at which place its right choice stands."""
    for question in guessable(quiz):
        for place, choice in enumerate(question.choices, 1):
            if choice.right and not choice.pin:
                yield question.key, place


def choices_speak_for_themselves(quizzes: Quizzes) -> Iterator[Flaw]:
    for key, of, question in _asked(quizzes):
        for offer in offers(question):
            for at, choice in enumerate(offer.choices):
                said = choice.text.root if choice.text else {}
                lang = next((lang for lang in said if only_others(said[lang], lang)), None)
                if lang:
                    message = Message("'{words}' says nothing of its own; write a choice that does", words=said[lang])
                    yield Flaw(key, of, (*offer.choices_at, at, "text", lang), "W210", message)


def nothing_is_denied_twice(quizzes: Quizzes) -> Iterator[Flaw]:
    for key, of, question in _asked(quizzes):
        for offer in offers(question):
            for lang, text in offer.text.root.items():
                denying = [each.key for each in offer.choices if each.text and denies(each.text[lang], lang)]
                if denying and asks_for_not(text, lang):
                    message = Message(
                        "this asks for what is not so, and '{choice}' says no as well; "
                        "ask for what is so, or say the choice without a no",
                        choice=denying[0],
                    )
                    yield Flaw(key, of, (*offer.text_at, lang), "W211", message)
                    break  # its translation is mended with it


def hard_ones_have_a_hint(quizzes: Quizzes) -> Iterator[Flaw]:
    """Hard by its type is what can't be picked from a list: it is written, or made of parts that all have to fit.

    Who doesn't know it has nothing to think about, and would open the answer; a hint lets them think.
    """
    for key, of, question in _asked(quizzes):
        if question.type in HARD and not question.hints:
            message = Message(
                "a question of the type '{type}' leaves some readers stuck; add 'hints'", type=question.type
            )
            yield Flaw(key, of, ("type",), "W212", message)


def offers(question: Question) -> Iterator[Offer]:
    """Whatever a question offers to pick from; a case does so in each step."""
    if question.type in ("single", "multiple"):
        yield Offer(question.prompt, ("prompt",), question.choices, ("choices",))
    elif question.type == "scenario":
        for at, step in enumerate(question.steps):
            yield Offer(step.text, ("steps", at, "text"), step.choices, ("steps", at, "choices"))


def _asked(quizzes: Quizzes) -> Iterator[tuple[str, Loc, Question]]:
    for key, quiz in quizzes.items():
        for at, question in enumerate(quiz.questions):
            yield key, ("questions", at), question


RULES = (
    lengths_tell_nothing,
    places_tell_nothing,
    choices_speak_for_themselves,
    nothing_is_denied_twice,
    hard_ones_have_a_hint,
)
