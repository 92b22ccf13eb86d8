"""Quizzes: `quizzes/<topic>/<guide>.yaml`, both languages inside; `::quiz[pse/registering]` in a guide, a page each."""

from plugins.quiz.pages import pages
from plugins.quiz.proof import answers_are_approved, approved_exist, laws_hold, quotes_stand
from plugins.quiz.quality import questions_are_good
from plugins.quiz.read import read, read_locks
from plugins.quiz.rules import answers_are_proven, belongs_to_a_guide
from plugins.shared.concept import Concept, concepts


def quiz(_: object) -> Concept:
    rules = (belongs_to_a_guide, answers_are_proven, quotes_stand, laws_hold, questions_are_good)
    return Concept(name="quiz", read=read, rules=rules, pages=pages, embeds=True)


def lock(_: object) -> Concept:
    return Concept(name="lock", read=read_locks, rules=(answers_are_approved, approved_exist))


def register() -> None:
    concepts.connect(quiz)
    concepts.connect(lock)
