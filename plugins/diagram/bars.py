"""Values side by side, a bar each: from facts, or from an example that says that it is invented."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.diagram.model import Diagram, Part
from plugins.shared.figure import Figure
from plugins.shared.message import Message
from plugins.shared.model import Line, Model, Several, Text, Truth, Whole
from plugins.shared.problem import Problem
from plugins.shared.yaml import Loc


class Bar(Model):
    """How much something is: `value`, or from there `up_to` a larger one."""

    name: Text
    value: Whole
    up_to: Whole | None = None

    @property
    def end(self) -> int:
        return self.value if self.up_to is None else self.up_to


class Chart(Part):
    """Bars of one measure, in per cent or in numbers."""

    facts: Several[Line] = ()
    title: Text
    text: Text | None = None
    percent: Truth = False
    bars: Several[Bar]

    @property
    def whole(self) -> int:
        """The value whose bar has the whole width; 1 where all are 0."""
        return max(bar.end for bar in self.bars) or 1

    def figures(self) -> Iterator[Figure]:
        unit = "%" if self.percent else ""
        for at, bar in enumerate(self.bars):
            if bar.up_to is not None and bar.up_to <= bar.value:
                continue  # told as such
            written = f"{bar.value:,}{unit}" if bar.up_to is None else f"{bar.value:,}-{bar.up_to:,}{unit}"
            yield Figure(("bars", at), Message("the value {value}", value=written), (written,))


class Bars(Diagram):
    icon: ClassVar[str] = "chart-column-increasing"

    type: Literal["bars"]
    invented: Truth = False
    charts: Several[Chart]

    def parts(self) -> Iterator[tuple[Loc, Part]]:
        """What is invented states nothing of the world, so it needs no fact."""
        for loc, part in super().parts():
            if not (self.invented and loc[:1] == ("charts",)):
                yield loc, part


def has_bars(diagram: Bars) -> Iterator[Problem]:
    if not diagram.charts:
        yield diagram.problem(("charts",), "E180", Message("bars need a chart; add one"))
    for at, chart in enumerate(diagram.charts):
        if len(chart.bars) < 2:
            message = Message("a chart compares two bars or more; add one")
            yield diagram.problem(("charts", at, "bars"), "E180", message)


def ranges_rise(diagram: Bars) -> Iterator[Problem]:
    for at, chart in enumerate(diagram.charts):
        for number, bar in enumerate(chart.bars):
            if bar.up_to is not None and bar.up_to <= bar.value:
                message = Message("{high} is not above {low}; let the range rise", high=bar.up_to, low=bar.value)
                yield diagram.problem(("charts", at, "bars", number, "up_to"), "E183", message)


RULES = (has_bars, ranges_rise)
