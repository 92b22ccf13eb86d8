"""A question of each type, from the examples of the component, and the table of what answers to them are worth."""

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.component.read import read_examples
from plugins.quiz.model import Quiz
from plugins.quiz.types.fields import values

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "theme" / "components" / "quiz" / "examples.yaml"
LANGUAGES = ("id", "en")


class Row(NamedTuple):
    question: str
    lang: str
    answer: list[str]
    score: float
    near: tuple[str, ...] = ()  # the fields in which only the spelling is told to be wrong


def questions() -> dict:
    """By key, the questions that are written out in the examples."""
    shown, _ = read_examples(EXAMPLES)
    written = [each.arguments["quiz"] for each in shown.examples if "quiz" in each.arguments]
    quizzes = [Quiz.model_validate(each, context={"languages": LANGUAGES}) for each in written]
    return {question.key: question for quiz in quizzes for question in quiz.questions}


def rows() -> list[Row]:
    table = yaml.safe_load(Path(__file__).with_name("marking.yaml").read_text("utf-8"))
    return [Row(*each[:4], tuple(*each[4:])) for each in table]


def near(question: Any, answer: list[str], lang: str) -> tuple[str, ...]:
    """The fields in which only the spelling is wrong."""
    given = values(tuple(answer))
    fields = getattr(question, "fields", ())
    return tuple(field.key for field in fields if field.nearly(given.get(field.key, ""), lang))
