"""A site that has been made and is not published yet: what the steps of a build work on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what goes wrong in the plugins is told from inside the build, which this module is loaded before
    from plugins.hub.tree import Tree
    from plugins.shared.site import Page


@dataclass(frozen=True)
class Made:
    """The folder of the site, the project's root, the site's address on the web, what it was made of."""

    folder: Path
    root: Path
    address: str
    tree: Tree | None  # nothing where an engine without the hub made it
    name: str = "output"  # of the folder that it will be swapped into, as the user knows it
    published: bool = True  # not one that shows who writes what they write

    def pages(self) -> Iterator[tuple[Page, str]]:
        """Every page with its HTML, one after the other: a large site doesn't fit into memory twice."""
        for page in self.tree.pages if self.tree else ():
            yield page, (self.folder / page.file).read_text("utf-8")
