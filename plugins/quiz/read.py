"""Where quizzes stand: outside content/, since one file holds every language."""

from collections.abc import Mapping
from pathlib import Path

from plugins.quiz.lock import ENDING, FOLDER, Lock
from plugins.quiz.model import Quiz
from plugins.quiz.rules import RULES
from plugins.shared.reading import Reading


def read(reading: Reading) -> Mapping[str, Quiz]:
    """Every quiz by the key of its guide."""
    return reading.folder(reading.root / FOLDER, "<topic>/<guide>.yaml", Quiz, RULES, is_lock)


def read_locks(reading: Reading) -> Mapping[str, Lock]:
    """Every lock by the key of its quiz."""
    return reading.folder(reading.root / FOLDER, f"<topic>/<guide>{ENDING}", Lock, (), lambda path: not is_lock(path))


def is_lock(path: Path) -> bool:
    return path.suffix == ENDING
