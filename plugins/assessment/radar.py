"""The radar: an axis an area, a ring a step. The page holds it empty, to be drawn on by script or by pencil."""

from math import cos, pi, sin
from typing import NamedTuple

from plugins.assessment.model import STEPS

RADIUS = 100  # of the outer ring, in units of the drawing
NUMBERS = 1.14  # where the numbers of the axes stand, in radii


class Radar(NamedTuple):
    """`rings` are the points of each step's ring, from the inner one; `axes` the axes' ends, clockwise from the top."""

    rings: tuple[str, ...]
    axes: tuple[tuple[float, float], ...]
    numbers: tuple[tuple[float, float], ...]


def radar(count: int) -> Radar:
    rings = tuple(
        " ".join(f"{x:g},{y:g}" for x, y in spots(count, RADIUS * step / STEPS)) for step in range(1, STEPS + 1)
    )
    return Radar(rings, spots(count, RADIUS), spots(count, RADIUS * NUMBERS))


def spots(count: int, radius: float) -> tuple[tuple[float, float], ...]:
    """As many as there are axes, so far from the centre."""
    turns = [2 * pi * at / count for at in range(count)]
    return tuple((round(radius * sin(each), 1) + 0.0, round(-radius * cos(each), 1) + 0.0) for each in turns)
