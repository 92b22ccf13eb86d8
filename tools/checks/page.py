"""One built page as a check sees it: parsed once, looked at by all checks, and dropped."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

from plugins.shared.message import Message
from plugins.shared.site import Page
from tools.checks.address import Target
from tools.checks.finding import Finding
from tools.checks.site import BuiltSite

ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "xlink:href", "ping", "data-titles"})
PREVIEW = "og:image"
LISTS = frozenset({"srcset", "imagesrcset"})
LISTED = re.compile(r"([^\s,]\S*)(?:\s+[^\s,]+)?\s*(?:,|$)")
REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?['\"]?(.*?)['\"]?\s*$", re.IGNORECASE)


class Link(NamedTuple):
    """An address that an element names."""

    element: Tag
    attribute: str
    written: str
    target: Target | None  # nothing where it leads away from the site


class BuiltPage:
    """What stands on a page, in its order; `page` is what it was made of.

    What waits in a template stands in `everything` only.
    """

    def __init__(self, page: Page, html: str, site: BuiltSite) -> None:
        self.page, self.html, self.site = page, html, site
        self.soup = parsed(html)
        self.everything = [each for each in self.soup.descendants if isinstance(each, Tag)]
        templates = [each for each in self.everything if each.name == "template"]
        waiting = {id(each) for template in templates for each in template.descendants}
        self.elements = [each for each in self.everything if id(each) not in waiting] if waiting else self.everything
        self._named: dict[str, list[Tag]] = {}
        for each in self.elements:
            self._named.setdefault(each.name, []).append(each)

    def named(self, *names: str) -> list[Tag]:
        """The elements of one name, or of several in the order of the page."""
        if len(names) == 1:
            return self._named.get(names[0], [])
        return [each for each in self.elements if each.name in names]

    def finding(self, code: str, message: Message, element: Tag | None = None) -> Finding:
        """Something wrong with an element, or with the page as a whole."""
        return Finding(self.page.file, code, message, *(place_of(element) if element else (0, 0)))

    @cached_property
    def head(self) -> Tag | None:
        """What a missing line of the head is told at."""
        return next(iter(self.named("head") or self.elements), None)

    @cached_property
    def ids(self) -> dict[str, Tag]:
        """The element of each id; of two with the same one, the first, as in a browser."""
        found: dict[str, Tag] = {}
        for each in self.elements:
            if "id" in each.attrs:
                found.setdefault(each["id"], each)
        return found

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(self._links(self.elements))

    def _links(self, elements: list[Tag]) -> Iterator[Link]:
        for element in elements:
            for attribute, value in element.attrs.items():
                for written in addresses(element, attribute, value):
                    yield Link(element, attribute, written, self.site.target(written, self.page.file))


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def addresses(element: Tag, attribute: str, value: str) -> list[str]:
    """The addresses that the value of an attribute names."""
    if attribute in ADDRESSES:
        return [value]
    if attribute in LISTS:
        return [each.rstrip(",") for each in LISTED.findall(value)]
    if element.name == "object" and attribute == "data":
        return [value]
    if element.name == "meta" and attribute == "content" and element.get("property") == PREVIEW:
        return [value]
    if element.name == "meta" and attribute == "content" and element.get("http-equiv", "").lower() == "refresh":
        return REFRESH.findall(value)
    return []


def place_of(element: Tag) -> tuple[int, int]:
    """Line and column, from 1, where an element begins."""
    return element.sourceline, element.sourcepos + 1


def words_of(element: Tag) -> str:
    """What an element says, in one line."""
    return " ".join(element.get_text().split())


def rel_of(element: Tag) -> set[str]:
    return {each.lower() for each in element.get("rel", ())}
