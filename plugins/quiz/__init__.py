"""Quizzes: `quizzes/<topic>/<guide>.yaml`, both languages inside; `::quiz[pse/registering]` in a guide, a page each."""

from plugins.quiz.pages import pages
from plugins.quiz.read import read
from plugins.quiz.rules import answers_are_proven, belongs_to_a_guide
from plugins.shared.concept import Concept, concepts


def quiz(_: object) -> Concept:
    return Concept(name="quiz", read=read, rules=(belongs_to_a_guide, answers_are_proven), pages=pages, embeds=True)


def register() -> None:
    concepts.connect(quiz)
