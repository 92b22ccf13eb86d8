"""How a diagram is read: its `type` says which shape it has, and which keys that asks for."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator

from plugins.diagram import bars, clock, ladder, roles, scale, steps, timeline
from plugins.diagram.model import Diagram
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading

Name = Literal["bars", "clock", "ladder", "roles", "scale", "steps", "timeline"]
SHAPES: Mapping[str, tuple[type[Diagram], tuple[Callable[[Any], Iterator[Problem]], ...]]] = {
    "bars": (bars.Bars, bars.RULES),
    "clock": (clock.Clock, clock.RULES),
    "ladder": (ladder.Ladder, ladder.RULES),
    "roles": (roles.Roles, roles.RULES),
    "scale": (scale.Scale, scale.RULES),
    "steps": (steps.Steps, steps.RULES),
    "timeline": (timeline.Timeline, timeline.RULES),
}


class Typed(BaseModel):
    """What must be known before anything else of a diagram can be checked."""

    model_config = ConfigDict(strict=True)
    type: Name


class Shaped(Diagram):
    """A diagram of any shape."""

    type: Name

    @model_validator(mode="wrap")
    @classmethod
    def as_its_shape(cls, data: Any, _: object, info: ValidationInfo) -> Any:
        """Validated by the model of its shape alone, so that a mistake is told at its own place."""
        model, _ = SHAPES[Typed.model_validate(data).type]
        return model.model_validate(data, context=info.context)


def fits_its_shape(diagram: Any) -> Iterator[Problem]:
    _, rules = SHAPES[diagram.type]
    for rule in rules:
        yield from rule(diagram)


def read(reading: Reading) -> Mapping[str, Diagram]:
    return reading.folder(reading.content / "diagrams", "<diagram>.yaml", Shaped, (fits_its_shape,))
