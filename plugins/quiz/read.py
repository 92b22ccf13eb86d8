"""Where quizzes stand: outside content/, since one file holds every language."""

from collections.abc import Mapping

from plugins.quiz.model import Quiz
from plugins.quiz.rules import RULES
from plugins.shared.reading import Reading


def read(reading: Reading) -> Mapping[str, Quiz]:
    """Every quiz by the key of its guide."""
    return reading.folder(reading.root / "quizzes", "<topic>/<guide>.yaml", Quiz, RULES)
