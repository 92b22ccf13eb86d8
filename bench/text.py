"""The words of a built guide as Markdown for other generators: the same text, headings, lists, tables, notes and links.

What only our pages have (quizzes, checklists, tools, drawings) is left out, so that ours carry it on top.
Words and inline elements are written as HTML, which every Markdown takes as it is and none reads for signs of its own.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

Note = Callable[[str, str, str], str]  # its kind, its title, its body

OURS = "quiz-form, checklist-form, section.tool, figure.diagram, link, [hidden]"
INLINE = ("strong", "em", "code", "b")
SIGNS = re.compile(r"[\\`*_{}\[\]<>&|~]|:(?=[a-z])")  # `:word` is a directive
BEGINS = re.compile(r"^(\d*)([.)#+=-])")  # a list, a heading or a line below one, where none is
STEP = "    "  # deep enough below every mark of a list, for every Markdown


class Guide(NamedTuple):
    """A guide as the others get it."""

    key: str
    lang: str
    title: str
    summary: str
    text: str


def guide(html: str, address: str, note: Note) -> Guide:
    """A built page of ours at `address`, which ends with `/`."""
    page = BeautifulSoup(html, "html.parser")
    root = page.find("html")
    summary = page.find("meta", attrs={"name": "description"})
    return Guide(
        key=root["data-key"],
        lang=root["lang"],
        title=page.find("h1").get_text(),
        summary=summary["content"],
        text=Writer(f"/{address}", note).text(prose(page)),
    )


def prose(page: BeautifulSoup) -> Tag:
    """The article's text, without what others don't have."""
    found = page.select_one(".prose")
    for each in found.select(OURS):
        each.decompose()
    return found


class Writer:
    """The blocks of one page as Markdown; its links lead from the top of the site."""

    def __init__(self, address: str, note: Note) -> None:
        self._address, self._note = address, note

    def text(self, element: Tag) -> str:
        return "\n\n".join(self._blocks(element)) + "\n"

    def _blocks(self, element: Tag) -> Iterator[str]:
        line: list[str] = []  # what stands in a block without a paragraph around it
        for each in element.children:
            if isinstance(each, NavigableString) or each.name in (*INLINE, "a", "span"):
                line.append(self._inline(each))
                continue
            if "".join(line).strip():
                yield paragraph("".join(line))
            line = []
            yield from self._block(each)
        if "".join(line).strip():
            yield paragraph("".join(line))

    def _block(self, element: Tag) -> Iterator[str]:
        name = element.name
        if name in ("h2", "h3"):
            yield f"{'#' * int(name[1])} {self._words(element)}"
        elif name == "p":
            yield paragraph(self._words(element))
        elif name in ("ul", "ol"):
            yield self._list(element)
        elif name == "table":
            yield self._table(element)
        elif name == "blockquote":
            yield indented(self.text(element), "> ")
        elif "note" in element.get("class", ()):
            title = element.find(class_="note__title").extract().get_text()
            yield self._note(element["data-note"], title, self.text(element))
        elif name in ("section", "div"):
            yield from self._blocks(element)
        else:
            raise LookupError(f"{self._address}: no Markdown is known for <{name} class={element.get('class')}>")

    def _list(self, element: Tag) -> str:
        items = []
        for at, item in enumerate(element.find_all("li", recursive=False), 1):
            blocks = list(self._blocks(item))
            mark = f"{at}. " if element.name == "ol" else "- "
            items.append(mark + indented("\n\n".join(blocks), STEP).removeprefix(STEP))
        return "\n".join(items)

    def _table(self, element: Tag) -> str:
        rows = [[self._words(cell) for cell in row.find_all(("th", "td"))] for row in element.find_all("tr")]
        head, *body = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([head, "|" + " --- |" * len(rows[0]), *body])

    def _words(self, element: Tag) -> str:
        return " ".join("".join(self._inline(each) for each in element.children).split())

    def _inline(self, node: Tag | NavigableString) -> str:
        if isinstance(node, NavigableString):
            return SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(re.split(r"\s+", node)))
        inside = "".join(self._inline(each) for each in node.children)
        if node.name == "a":
            return f'<a href="{urljoin(self._address, node["href"])}">{inside}</a>'
        return f"<{node.name}>{inside}</{node.name}>" if node.name in INLINE else inside


def paragraph(words: str) -> str:
    return BEGINS.sub(r"\1\\\2", words.strip())


def indented(text: str, by: str) -> str:
    return "\n".join(f"{by}{line}".rstrip() for line in text.strip().split("\n"))


ASIDES = {"note": "note", "tip": "tip", "important": "caution", "warning": "caution", "caution": "danger"}
ADMONITIONS = {"note": "note", "tip": "tip", "important": "info", "warning": "warning", "caution": "danger"}


def aside(kind: str, title: str, body: str) -> str:
    """A note as Starlight writes it."""
    return f":::{ASIDES[kind]}[{title}]\n{body.strip()}\n:::"


def admonition(kind: str, title: str, body: str) -> str:
    """A note as Material writes it."""
    return f'!!! {ADMONITIONS[kind]} "{title}"\n\n{indented(body, STEP)}'
