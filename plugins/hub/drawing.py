"""What is drawn while the site is built: a template of the theme, what it shows, and where the picture stands.

Pages name pictures before they are drawn. So a picture is known by what it is made from, and studio.py draws it.
"""

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple


class Drawing(NamedTuple):
    """One picture of the site. Of the same key are the same bytes."""

    address: str
    template: str  # of theme/drawings/
    width: int
    view: Mapping[str, str]  # what the template shows; what ends in `svg` is drawn, anything else is text
    key: str


class Materials:
    """All that every drawing is made from: templates, fonts, colours, our code, the libraries that it calls."""

    def __init__(self, theme: Path) -> None:
        self.theme = theme
        code = Path(__file__).with_name("studio.py")
        texts = [code, theme / "static" / "css" / "tokens.css", *sorted((theme / "drawings").glob("*.j2"))]
        fonts = sorted((theme / "fonts").glob("*.ttf"))
        parts = [version("resvg_py").encode(), version("Pillow").encode()]
        parts += [path.read_text("utf-8").encode() for path in texts]  # a checkout may end lines in its own way
        parts += [path.read_bytes() for path in fonts]
        self._key = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()

    def svg(self, name: str) -> str:
        """A drawing of theme/static/, to be drawn within another one."""
        return (self.theme / "static" / f"{name}.svg").read_text("utf-8").strip()

    def key(self, template: str, width: int, view: Mapping[str, str]) -> str:
        told = json.dumps([self._key, template, width, view], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()
