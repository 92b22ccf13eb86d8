"""Draws: a template of the theme becomes SVG with its texts set in lines, then a small picture.

The same bytes on every machine: no font of the system, no time, nothing in a file but its pixels.
"""

import io
from collections.abc import Sequence
from math import inf
from pathlib import Path
from typing import NamedTuple

import resvg_py
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from PIL import Image, ImageFont

from plugins.hub.colours import colours
from plugins.hub.drawing import Drawing

COLOURS = 48  # in a picture; with fewer, the edges of letters show steps
MEASURE = 1000  # the size in which texts are measured: widths grow with the size
CUT = "…"


class Fitted(NamedTuple):
    """A text in lines, and the size of its letters."""

    size: int
    lines: list[str]


class Studio:
    """The theme's templates, fonts and colours."""

    def __init__(self, theme: Path) -> None:
        self._fonts = {path.stem.partition("-")[2]: str(path) for path in sorted((theme / "fonts").glob("*.ttf"))}
        self._measures: dict[str, ImageFont.FreeTypeFont] = {}
        self._templates = Environment(
            loader=FileSystemLoader(theme / "drawings"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals |= {"colours": colours(theme), "fitted": self.fitted}

    def draw(self, drawing: Drawing) -> bytes:
        """The file: an icon where its name ends so, else a PNG."""
        view = {name: Markup(each) if name.endswith("svg") else each for name, each in drawing.view.items()}
        svg = self._templates.get_template(drawing.template).render(view)
        fonts = list(self._fonts.values())
        png = resvg_py.svg_to_bytes(svg_string=svg, width=drawing.width, skip_system_fonts=True, font_files=fonts)
        return packed(png, "ICO" if drawing.address.endswith(".ico") else "PNG")

    def fitted(
        self, text: str, font: str, width: float, sizes: Sequence[int], most: int, height: float = inf
    ) -> Fitted:
        """In the largest of the sizes in which it fits; a word is parted where none does, and the end is cut."""
        words = text.split()
        size, lines = sizes[-1], [""]
        for whole in (True, False):
            for size in sizes:
                shown = words if whole else self._parted(words, font, width / size)
                lines = self._lines(shown, font, width / size)
                low = len(lines) <= most and len(lines) * size <= height
                if low and all(self.width(line, font) * size <= width for line in lines):
                    return Fitted(size, self._even(shown, font, width / size, len(lines)))
        if len(lines) > most:
            last = lines[most - 1]
            while self.width(last + CUT, font) * size > width:
                last = last[:-1].rstrip()
            lines = [*lines[: most - 1], last + CUT]
        return Fitted(size, lines)

    def width(self, text: str, font: str) -> float:
        """Of a text in letters of size 1; what pairs of letters save is left out, so that it never falls short."""
        if font not in self._measures:
            path = self._fonts[font]
            self._measures[font] = ImageFont.truetype(path, MEASURE, layout_engine=ImageFont.Layout.BASIC)
        return self._measures[font].getlength(text) / MEASURE

    def _lines(self, words: Sequence[str], font: str, width: float) -> list[str]:
        """As many words in each line as fit, and one at least."""
        lines: list[str] = []
        for word in words:
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, font) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines or [""]

    def _even(self, words: Sequence[str], font: str, width: float, count: int) -> list[str]:
        """In so many lines, of lengths as like as can be."""
        low, high = 0.0, width
        for _ in range(12):
            middle = (low + high) / 2
            lines = self._lines(words, font, middle)
            fits = len(lines) <= count and all(self.width(line, font) <= middle for line in lines)
            low, high = (low, middle) if fits else (middle, high)
        return self._lines(words, font, high)

    def _parted(self, words: Sequence[str], font: str, width: float) -> list[str]:
        """The words, and instead of one that is longer than a line the parts that fit."""
        parts = []
        for word in words:
            part = ""
            for letter in word:
                if part and self.width(part + letter, font) > width:
                    parts.append(part)
                    part = ""
                part += letter
            parts.append(part)
        return parts


def packed(png: bytes, form: str) -> bytes:
    """The same picture in few colours."""
    image = Image.open(io.BytesIO(png))
    file = io.BytesIO()
    if form == "ICO":
        image.save(file, form, sizes=[image.size])
    else:
        if image.getextrema()[3] == (255, 255):
            image = image.convert("RGB")  # it has nothing transparent, and its palette neither
        few = image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(file, form, optimize=True)
    return file.getvalue()
