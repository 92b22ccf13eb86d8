"""Classes on a bar: from which amount to which each of them reaches, by one measure or several."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Literal

from plugins.diagram.model import Diagram, Part
from plugins.shared.figure import Figure, written_amount
from plugins.shared.message import Message
from plugins.shared.model import Several, Text, Whole
from plugins.shared.problem import Problem


class Measure(Part):
    """What is measured, in rupiah, and where each class ends by it."""

    title: Text
    text: Text | None = None
    limits: Several[Whole]

    def figures(self) -> Iterator[Figure]:
        for at, limit in enumerate(self.limits):
            yield Figure(("limits", at), Message("the amount {amount}", amount=limit), tuple(written_amount(limit)))

    def spans(self) -> Iterator[tuple[int, int]]:
        """From where to where each class reaches."""
        return pairwise((0, *self.limits))


class Scale(Diagram):
    icon: ClassVar[str] = "ruler"

    type: Literal["scale"]
    classes: Several[Text]
    measures: Several[Measure]


def has_classes(diagram: Scale) -> Iterator[Problem]:
    if len(diagram.classes) < 2:
        yield diagram.problem(("classes",), "E180", Message("a scale needs two classes or more; add one"))
    if not diagram.measures:
        yield diagram.problem(("measures",), "E180", Message("a scale needs a measure; add one"))


def limits_rise(diagram: Scale) -> Iterator[Problem]:
    for at, measure in enumerate(diagram.measures):
        loc = ("measures", at, "limits")
        if len(measure.limits) != len(diagram.classes):
            message = Message(
                "{classes} classes and {limits} of their limits; write where each class ends",
                classes=len(diagram.classes),
                limits=len(measure.limits),
            )
            yield diagram.problem(loc, "E183", message)
        for number, (low, high) in enumerate(measure.spans()):
            if high <= low:
                message = Message("{high} is not above {low}; let the limits rise", high=high, low=low)
                yield diagram.problem((*loc, number), "E183", message)


RULES = (has_classes, limits_rise)
