"""For who trains: what to print for a course, a guide for a wall, a table of what learners have reached."""

from plugins.shared.concept import Concept, concepts
from plugins.trainer.pages import pages


def trainer(_: object) -> Concept:
    return Concept(name="trainer", pages=pages)


def register() -> None:
    concepts.connect(trainer)
