"""Elements in the text of a built page, whose attributes stand in double quotes, as our templates write them."""

import re
from collections.abc import Iterator
from html import escape, unescape

ATTRIBUTES = r'(?:[^<>"]|"[^"]*")*'
OPENING = re.compile(rf"<([a-z][\w-]*)({ATTRIBUTES})>")
ID = re.compile(r'\sid="([^"]*)"')


class Element(str):
    """The text of an element, from its opening tag to its closing one, and where it stands."""

    start: int
    end: int


def first(html: str, opening: str, start: int = 0) -> Element | None:
    """The first element that begins with `opening`, which is how its tag is written, as far as that is known."""
    at = html.find(opening, start)
    if at < 0:
        return None
    name = re.match(r"<([\w-]+)", opening)[1]
    depth = 0
    for tag in re.compile(rf"<(/?){name}(?=[\s>]){ATTRIBUTES}>").finditer(html, at):
        depth += -1 if tag[1] else 1
        if not depth:
            element = Element(html[at : tag.end()])
            element.start, element.end = at, tag.end()
            return element
    raise ValueError(f"{opening}: never closed")


def all_of(html: str, openings: tuple[str, ...]) -> Iterator[Element]:
    """Every element that begins with one of them, in the order of the page; not those within another."""
    at = 0
    while found := [each for opening in openings if (each := first(html, opening, at))]:
        element = min(found, key=lambda each: each.start)
        yield element
        at = element.end


def without(html: str, openings: tuple[str, ...]) -> str:
    """The text without the elements that begin so."""
    for each in reversed(list(all_of(html, openings))):
        html = html[: each.start] + html[each.end :]
    return html


def inside(element: str) -> str:
    """What stands between its tags."""
    return element[element.index(">") + 1 : element.rindex("</")]


def attribute(element: str, name: str) -> str:
    """The value of an attribute in an opening tag, or the first in a text; empty where there is none."""
    found = re.search(rf'\s{name}="([^"]*)"', element)
    return unescape(found[1]) if found else ""


def with_id(element: str, name: str, lang: str = "") -> str:
    """The element with an id, and with its language where that is given; it has none."""
    tag = OPENING.match(element)
    spoken = f' lang="{lang}"' if lang and not attribute(tag[0], "lang") else ""
    return f'<{tag[1]} id="{escape(name)}"{spoken}{element[tag.end(1) :]}'


def ids(html: str) -> frozenset[str]:
    return frozenset(found[1] for tag in OPENING.finditer(html) if (found := ID.search(tag[2])))
