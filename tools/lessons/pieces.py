"""What of a built page goes into a lesson: its main part, with the whole of what it shows the beginning of."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.shared.site import Page
from tools.lessons.markup import all_of, attribute, first, ids, inside, with_id, without

# What leads around the site, keeps something on the device, or hands on the page: a file does none of it.
LEFT_OUT = (
    '<nav class="breadcrumbs"',
    '<nav class="next"',
    "<share-sections",
    "<lesson-steps",
    "<quiz-results",
    '<p class="quiz__more"',
    '<section class="tools"',
    '<div class="tools__brought"',
    '<p class="tools__start"',
    '<noscript><p class="course__hint"',
)
SHOWN = ("<quiz-form", "<checklist-form", '<section class="tool"')  # inside a text
WHOLE = {"quiz": "<quiz-form", "checklist": "<checklist-form", "tool": "<decision-tool"}  # on the pages of their own
LINK = re.compile(r"<link[^>]*>\n?")
WEIGHT = re.compile(r'(<p class="meta">(?:\s*<span>[^<]*</span>)*)\s*<span>[^<]*</span>(?=\s*</p>)')
OFFER = re.compile(r'<p><a href="[^"]*" download>[^<]*</a></p>| · <a href="[^"]*" download>[^<]*</a>')  # of the lesson
RESULT = re.compile(r'(<div class="tool__result" data-key="[^"]*") hidden>')
HEADING = re.compile(r"(</?h)([1-5])(?=[\s>])")
SLOT = "\ue003"  # on both sides of the name of what stands here


@dataclass
class Piece:
    """A page as part of a lesson. What it shows of others is a slot in its text."""

    page: Page
    name: str  # of its element; its own ids begin with it
    html: str
    lang: str = ""  # where it is another one than that of the part
    ids: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = ids(self.html)
        self.html = with_id(self.html, self.name, self.lang)


def body(page: Page, html: str) -> str:
    """The main part of a page, without what makes no sense in a file."""
    main = inside(first(html, "<main")).strip()
    main = without(OFFER.sub("", LINK.sub("", main)), LEFT_OUT)
    return WEIGHT.sub(r"\1", main) if page.kind in ("guide", "course") else main


def whole(page: Page, html: str) -> str:
    """What a text shows of the page: all of the form, with its headings below that text's."""
    form = without(first(LINK.sub("", html), WHOLE[page.kind]), LEFT_OUT)
    lower = HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) + 1}", form)
    return RESULT.sub(r"\1>", lower)  # its script hides the results that are not met


class Shown(NamedTuple):
    """The page of what a text shows, and where in the text that stands."""

    page: Page
    start: int
    end: int


def shown(page: Page, html: str, find: Callable[[str, str], Page | None]) -> Iterator[Shown]:
    """What has a page of its own in a text; `find` knows a quiz by its key, the others by a link to their page."""
    for each in all_of(html, SHOWN):
        key = attribute(each, "data-quiz")
        there = find("quiz", key) if key else find("", attribute(each[each.index(">") :], "href"))
        if there and there.kind in WHOLE:
            yield Shown(there, each.start, each.end)
