"""The answer keys as their authors wrote them, read without any code of the site: what a page must agree with."""

from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import yaml

FOLDER = Path(__file__).parents[2] / "quizzes"


class Question(NamedTuple):
    key: str
    type: str
    why: dict[str, dict[str, str]]  # the reason of each choice, in each language
    right: frozenset[str]

    @property
    def choices(self) -> list[str]:
        return list(self.why)

    @property
    def wrong(self) -> list[str]:
        return [each for each in self.choices if each not in self.right]

    def answers(self) -> list[list[str]]:
        """Every way to answer it: one choice, or any of them together where it takes several."""
        counts = range(1, len(self.why) + 1) if self.type == "multiple" else (1,)
        return [list(some) for count in counts for some in combinations(self.why, count)]


def read_quizzes() -> dict[str, list[Question]]:
    """By key of the quiz, its questions with choices; the other types have tests of their own.

    BaseLoader makes text of every scalar, so that a choice `yes` stays one.
    """
    found = {}
    for path in sorted(FOLDER.rglob("*.yaml")):
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        key = path.relative_to(FOLDER).with_suffix("").as_posix()
        found[key] = [question(each) for each in data["questions"] if "choices" in each]
    return found


def counted() -> dict[str, int]:
    """By key of the quiz, how many questions it has in all."""
    found = {}
    for path in sorted(FOLDER.rglob("*.yaml")):
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        found[path.relative_to(FOLDER).with_suffix("").as_posix()] = len(data["questions"])
    return found


BEGINNING = 4  # of a quiz with more than five, what a guide shows


def shown_in_a_guide(key: str) -> frozenset[str]:
    """The questions of a quiz, of every type, that a guide shows."""
    keys = [
        each["key"] for each in yaml.load((FOLDER / f"{key}.yaml").read_text("utf-8"), yaml.BaseLoader)["questions"]
    ]
    return frozenset(keys if len(keys) <= BEGINNING + 1 else keys[:BEGINNING])


def question(data: dict) -> Question:
    right = frozenset(each["key"] for each in data["choices"] if each.get("right") == "true")
    return Question(data["key"], data["type"], {each["key"]: each["why"] for each in data["choices"]}, right)
