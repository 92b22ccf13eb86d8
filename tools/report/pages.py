"""What the report takes from the built pages, each parsed once: its weight, and where it leads."""

from dataclasses import dataclass

from bs4 import Tag

from plugins.shared.site import Page
from tools.checks.page import BuiltPage
from tools.checks.site import BuiltSite
from tools.checks.weight import BUDGETS, OTHERS, files
from tools.made import Made
from tools.summary import EXACT, compressed


@dataclass(frozen=True)
class Seen:
    """One page: bytes of its first view and of its scripts, as a server sends them; the files that it leads to."""

    page: Page
    first_view: int
    scripts: int
    leads: frozenset[str]

    @property
    def budget(self) -> int:
        return BUDGETS.get(self.page.kind, OTHERS).first_view


def seen(made: Made) -> dict[str, Seen]:
    """Every page by its file."""
    site = BuiltSite(made)
    return {page.file: look(BuiltPage(page, html, site)) for page, html in made.pages()}


def look(built: BuiltPage) -> Seen:
    first_view = compressed(built.html.encode(), EXACT) + sum(map(built.site.weight, files(built, "link")))
    scripts = sum(map(built.site.weight, files(built, "script")))
    leads = {each.target.file for each in built.links if each.target and in_the_text(each.element)}
    return Seen(built.page, first_view, scripts, frozenset(leads - {built.page.file}))


def in_the_text(element: Tag) -> bool:
    """False in menus and the footer, and where a page tells what stands before and after it."""
    return element.find_parent("main") is not None and element.find_parent("nav") is None
