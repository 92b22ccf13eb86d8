"""Where a finding is told: at the words that an editor wrote, or, where the theme is the cause, at the built page."""

import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from plugins.shared.document import Document
from plugins.shared.message import Message
from plugins.shared.model import Model
from plugins.shared.problem import Problem
from plugins.shared.site import Page
from plugins.shared.yaml import Loc
from tools.checks.address import base_of, target
from tools.checks.finding import Finding
from tools.checks.headings import HEADINGS
from tools.checks.page import place_of, words_of
from tools.made import Made

Told = tuple[str, Message]  # code and message


class Places:
    """Finds again what a page was made of. Only a page with findings is read a second time."""

    def __init__(self, made: Made) -> None:
        self._made = made
        self._base = base_of(made.address)
        self._quizzes = made.tree.site.things.get("quiz", {})
        self._pages = {page.file: page for page in made.tree.pages}
        self._read: tuple[str, list[Tag]] = ("", [])

    def problem(self, finding: Finding) -> Problem:
        """The finding as it is told, in one line whatever the page says."""
        told = finding.code, on_one_line(finding.message)
        if finding.about:
            model, loc = finding.about
            return model.problem(loc, *told)
        page = self._pages.get(finding.file)
        source = self._at_the_source(page, finding, told) if page else None
        name = f"{self._made.name}/{finding.file}"
        return source or Problem(name, finding.line or 1, finding.column or 1, *told)

    def _at_the_source(self, page: Page, finding: Finding, told: Told) -> Problem | None:
        """Nothing where none of the page's words causes it."""
        if not finding.line:
            return at_the_top(page.origin, told)
        element = self._element(finding)
        if element is None:
            return None
        embedded = self._in_a_quiz(element, told) or self._in_a_checklist(element, page, told)
        return embedded or in_a_page(element, page, told)

    def _element(self, finding: Finding) -> Tag | None:
        """The last element that begins at the place or before it."""
        if self._read[0] != finding.file:
            html = (self._made.folder / finding.file).read_text("utf-8")
            self._read = finding.file, BeautifulSoup(html, "html.parser").find_all(True)
        return max((each for each in self._read[1] if place_of(each) <= finding[3:5]), key=place_of, default=None)

    def _in_a_quiz(self, element: Tag, told: Told) -> Problem | None:
        form, fieldset = around(element, "quiz-form"), around(element, "fieldset")
        quiz = self._quizzes.get(form.get("data-quiz")) if form else None
        if quiz is None:
            return None
        key = fieldset.get("data-key") if fieldset else None
        at = next((at for at, question in enumerate(quiz.questions) if question.key == key), None)
        return quiz.problem(() if at is None else ("questions", at), *told)

    def _in_a_checklist(self, element: Tag, page: Page, told: Told) -> Problem | None:
        """In a checklist within another text: the page that it leads to says which one it is."""
        form = around(element, "checklist-form")
        links = form.find_all("a", href=True) if form and "data-embedded" in form.attrs else ()
        targets = (target(each["href"], page.file, self._base) for each in links)
        pages = (self._pages.get(each.file) for each in targets if each)
        own = next((each for each in pages if each and each.kind == "checklist"), None)
        return in_a_text(element, own.origin, told, f"{own.key}-") if own else None


def on_one_line(message: Message) -> Message:
    """Whatever it quotes."""
    return message.filled(**{name: _on_one_line(each) for name, each in message.values.items()})


def _on_one_line(value: object) -> str:
    return on_one_line(value) if isinstance(value, Message) else re.sub(r"\s+", " ", str(value))


def around(element: Tag, name: str) -> Tag | None:
    return element if element.name == name else element.find_parent(name)


def at_the_top(origin: Document | Model | None, told: Told) -> Problem | None:
    if isinstance(origin, Document):
        return origin.source.problem(*told)
    return origin.problem((), *told) if origin else None


def in_a_page(element: Tag, page: Page, told: Told) -> Problem | None:
    """In what the page shows of its own source: a text, with its title and summary, or the values of a model."""
    if isinstance(page.origin, Document):
        if element.find_parent(class_="prose"):
            return in_a_text(element, page.origin, told)
        key = "title" if element.name in ("title", "h1") else "summary" if element.get("name") == "description" else ""
        return page.origin.front.problem((key,), *told) if key else None
    if page.origin and around(element, "main"):
        words = words_of(element)
        return page.origin.problem(next(values(page.origin.model_dump(), words), ()) if words else (), *told)
    return None


def in_a_text(element: Tag, document: Document, told: Told, prefix: str = "") -> Problem:
    """In the line with the element's words, in the section where it stands; else in the section's first line.

    `prefix` stands before the ids of a text that is shown within another.
    """
    words = alt_of(element) or words_of(element)
    first, end = section_of(element, document, prefix)
    for number, line in enumerate(document.source.text.split("\n")[first - 1 : end - 1], first):
        if words and words in line:
            return document.source.problem(*told, number, line.index(words) + 1)
    return document.source.problem(*told, first)


def alt_of(element: Tag) -> str:
    """What a picture says instead of words; one of its sources, what the picture does."""
    picture = element.find_parent("picture") if element.name == "source" else None
    return ((picture and picture.find("img")) or element).get("alt", "")


def section_of(element: Tag, document: Document, prefix: str) -> tuple[int, int]:
    """The first line of the section that the element stands in, and the first line behind it."""
    ends = [*(each.line for each in document.sections[1:]), document.source.text.count("\n") + 2]
    lines = {each.key: (each.line, end) for each, end in zip(document.sections, ends, strict=True)}
    above = [element] if element.name in HEADINGS else element.find_all_previous(HEADINGS)
    keys = (each.get("id", "").removeprefix(prefix) for each in above)
    return next((lines[key] for key in keys if key in lines), (document.body_line, ends[0]))


def values(data: Any, words: str, loc: Loc = ()) -> Iterator[Loc]:
    """The places of the values that say just these words."""
    if isinstance(data, str) and " ".join(data.split()) == words:
        yield loc
    elif isinstance(data, dict | list | tuple):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from values(value, words, (*loc, key))
