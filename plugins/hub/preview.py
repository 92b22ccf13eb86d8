"""The picture that social networks show of a page: whose it is, what it tells, where it stands."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from plugins.hub.drawing import Drawing, Materials
from plugins.hub.tree import Tree
from plugins.shared.site import Page

TEMPLATE = "preview.j2"
WIDTH, HEIGHT = 1200, 630  # what they all ask for
MARK = "favicon"


class Previews:
    """The previews of a site. A page that has none of its own shows that of a page above it."""

    def __init__(self, tree: Tree, theme: Path) -> None:
        self._tree = tree
        self._materials = Materials(theme)
        self._drawings: dict[str, Drawing] = {}  # by the address of the page

    def __iter__(self) -> Iterator[Drawing]:
        """Those that a page names."""
        for page in self._tree.pages:
            if page.preview and page.indexed:
                yield self._drawing(page)

    def address(self, page: Page) -> str:
        """Where the picture of a page stands in the site; nothing where it has none, as no search engine shows it."""
        owner = self.owner(page) if page.indexed else None
        return self._drawing(owner).address if owner else ""

    def owner(self, page: Page) -> Page | None:
        """The page itself, the nearest above it, or the language's home page: the first that has a preview."""
        pages = self._tree.pages
        above = [pages.find(kind, key, page.lang) for kind, key in (("home", "home"), *page.trail)]
        return next((each for each in (page, *reversed(above)) if each and each.preview and each.indexed), None)

    def _drawing(self, page: Page) -> Drawing:
        if page.address not in self._drawings:
            self._drawings[page.address] = self._made(page)
        return self._drawings[page.address]

    def _made(self, page: Page) -> Drawing:
        """It stands beside the page, whose address the head has already: so its own costs the page few bytes."""
        assert page.preview is not None
        identity = self._tree.site.identity
        view = {
            "brand": identity.name[page.lang],
            "title": page.title,
            "label": page.preview.label,
            "note": page.preview.note or identity.tagline[page.lang],
            "colour": page.preview.colour,
            "icon_svg": self._materials.svg(f"icons/{page.preview.icon}"),
            "mark_svg": self._materials.svg(MARK),
        }
        key = self._materials.key(TEMPLATE, WIDTH, view)
        return Drawing(posixpath.join(posixpath.dirname(page.address), f"{key[:6]}.png"), TEMPLATE, WIDTH, view, key)
