"""Courses: `content/courses/<course>.yaml` leads through guides, quizzes and checklists to an exam."""

from plugins.course.model import read
from plugins.course.pages import joins, pages
from plugins.course.rules import RULES
from plugins.shared.concept import Concept, concepts


def course(_: object) -> Concept:
    return Concept(name="course", places=("courses",), read=read, rules=RULES, pages=pages, joins=joins)


def register() -> None:
    concepts.connect(course)
