"""Diagrams: `content/diagrams/<diagram>.yaml`, drawn from data; `::diagram[risk-ladder]` in a guide, a page each."""

from plugins.diagram.pages import pages
from plugins.diagram.read import read
from plugins.diagram.rules import RULES
from plugins.shared.concept import Concept, concepts


def diagram(_: object) -> Concept:
    return Concept(name="diagram", places=("diagrams",), read=read, rules=RULES, pages=pages, embeds=True, alone=True)


def register() -> None:
    concepts.connect(diagram)
