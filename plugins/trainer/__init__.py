"""For who trains: a guide for a wall, section by section, and a table of what learners have reached."""

from plugins.shared.concept import Concept, concepts
from plugins.trainer.pages import pages


def trainer(_: object) -> Concept:
    return Concept(name="trainer", pages=pages)


def register() -> None:
    concepts.connect(trainer)
