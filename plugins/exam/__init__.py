"""Exams: `content/exams/<exam>.yaml` draws questions from quizzes by a seed; each has a page and a paper."""

from plugins.exam.model import read
from plugins.exam.pages import pages
from plugins.exam.rules import RULES
from plugins.shared.concept import Concept, concepts


def exam(_: object) -> Concept:
    return Concept(name="exam", places=("exams",), read=read, rules=RULES, pages=pages)


def register() -> None:
    concepts.connect(exam)
