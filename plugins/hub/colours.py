"""The colours of the theme, as tokens.css states them: for all that is coloured and reads no style."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

TOKEN = re.compile(r"--([\w-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));")


class Colour(NamedTuple):
    """A colour on a light and on a dark screen."""

    light: str
    dark: str


def colours(theme: Path) -> Mapping[str, Colour]:
    """By the name of their token."""
    style = (theme / "static" / "css" / "tokens.css").read_text("utf-8")
    return {name: Colour(light or same, dark or same) for name, light, dark, same in TOKEN.findall(style)}
