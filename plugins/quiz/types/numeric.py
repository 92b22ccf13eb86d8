"""A number to find, with a unit; readers write it as their language does: 1.500.000, 1,5 juta, Rp2 miliar."""

import math
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from plugins.quiz.types.asked import Answer, Asked, Wrong
from plugins.quiz.types.fields import Field
from plugins.shared.message import Message
from plugins.shared.model import Model, Several, Text, matching
from plugins.shared.numbers import habits, number


def _decimal(value: object) -> object:
    return float(value) if isinstance(value, str) else value


NO_NUMBER = Message("'{value}' is no number; write it as 1500000 or 0.5")
Decimal = Annotated[float, BeforeValidator(_decimal), BeforeValidator(matching(r"-?\d{1,15}(\.\d{1,6})?", NO_NUMBER))]


class Near(Model):
    """A number that comes from a common mistake, and what the mistake is."""

    value: Decimal
    why: Text


class Numeric(Asked):
    type: Literal["numeric"]
    script: ClassVar[tuple[str, ...]] = ("fields", "numeric")
    value: Decimal
    tolerance: Decimal = 0.0
    unit: Text | None = None
    near: Several[Near] = ()
    why: Text

    @property
    def fields(self) -> tuple[Field, ...]:
        languages = self.prompt.root
        label = self.unit.root if self.unit else dict.fromkeys(languages, "")
        right = dict.fromkeys(languages, repr_of(self.value))
        written = {lang: habits(lang) for lang in languages}
        return (Field("answer", "number", label, right, right, (), self.tolerance, written),)

    def score(self, answer: Answer, lang: str) -> float:
        found = number(",".join(answer), lang)  # a command line has split it at its commas
        return float(found is not None and close(found, self.value, self.tolerance))

    def wrong(self) -> Iterator[Wrong]:
        if self.tolerance < 0:
            yield ("tolerance",), "E143", Message("a tolerance is not less than 0; write 0 or more")
        for at, each in enumerate(self.near):
            if close(each.value, self.value, self.tolerance):
                message = Message("this number is right; write one that comes from a mistake")
                yield ("near", at, "value"), "E143", message


def close(found: float, wanted: float, tolerance: float) -> bool:
    """Within the tolerance, and what the arithmetic of computers adds to it; the script computes the same."""
    return math.fabs(found - wanted) <= tolerance + math.fabs(wanted) * 1e-9


def repr_of(value: float) -> str:
    """As the page has it: 1500000, 0.5."""
    return str(int(value)) if value == int(value) else repr(value)
