"""A page comes quickly over a slow line: few bytes, few requests, no script before the text.

Weights are those of brotli at its best, as a server sends what never changes. docs/design.md says why these numbers.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.shared.message import Message
from tools.checks.finding import Finding
from tools.checks.page import PREVIEW, BuiltPage, rel_of
from tools.summary import weighed

CODE = "E307"


class Budget(NamedTuple):
    """What a reader waits for: the bytes of the page with its styles, and how many of these are files of their own."""

    first_view: int
    styles: int


BUDGETS = {
    "guide": Budget(14_000, 0),
    "component": Budget(30_000, 2),  # every state in every language, and for who makes the site only
    "exam": Budget(40_000, 1),  # its whole bank, of which some are drawn: 33 questions have 16.4 kB
    "learning": Budget(20_000, 1),  # every lesson of every course, to be counted: nine courses have 14.7 kB
    "glossary": Budget(15_000, 1),  # every term on one page; the heaviest language had 12.1 kB with 92 of them
}
DRAWN = "diagram"  # the style of drawings: a guide that shows one loads it, within the same bytes
OTHERS = Budget(14_000, 1)  # the heaviest had 10 kB when this was written: a checklist

SCRIPT = 2_000  # bytes
SCRIPT_OF_FORMS = 10_000
SCRIPT_OF_MOVES = 600  # more, where readers' records of what was renamed are kept under its new key
FORMS = (
    "quiz-form",
    "exam-form",
    "my-learning",
    "review-deck",
    "course-map",
    "course-certificate",
    "checklist-form",
    "site-search",
    "list-filter",
    "guide-projector",
    "result-collector",
    "decision-tool",
    "self-assessment",
    "saved-sets",
)  # what has more to do
TITLES = "data-titles"  # where the search finds what everything is called
FIRST_RESULTS = 15_000  # bytes of it; 36 guides and 104 terms had 12.9 kB when this was written
SCRIPT_OF_PICTURES = 600  # more, where pictures wait for a tap on a slow line
PREVIEW_OF_A_PAGE = 40_000  # bytes; people send them to each other over metered lines
DATA = "application/ld+json"
LAG = re.compile(r'<(details|p) class="lag".*?</\1>', re.DOTALL)  # a text that lags is told of, and stops no build


def the_first_view_is_light(page: BuiltPage) -> Iterator[Finding]:
    budget = BUDGETS.get(page.page.kind, OTHERS)
    styles = files(page, "link")  # a style in the text comes when that can be read: nothing above it waits
    allowed = max(budget.styles, 1) if DRAWN in page.page.uses else budget.styles
    if len(styles) > allowed:
        message = Message(
            "the page waits for {count} files of style; a page of its kind may wait for {allowed}",
            count=len(styles),
            allowed=allowed,
        )
        yield page.finding(CODE, message, page.head)
    linked = sum(page.site.weight(each) for each in styles)
    weight = weighed(LAG.sub("", page.html).encode(), budget.first_view - linked) + linked
    if weight > budget.first_view:
        message = Message(
            "'{address}' weighs {weight} bytes with its styles, {over} more than the {budget} of a page of its kind; "
            "shorten it, or make two of it",
            address=page.page.address,
            weight=weight,
            over=weight - budget.first_view,
            budget=budget.first_view,
        )
        yield page.finding(CODE, message)


def scripts_wait_and_are_small(page: BuiltPage) -> Iterator[Finding]:
    for each in page.named("script"):
        if ("defer" not in each.attrs or "async" in each.attrs) and each.get("type") != DATA:
            yield page.finding(CODE, Message("this script does not wait for the text; load it with 'defer'"), each)
    of_forms = page.named(*FORMS) or page.page.kind == "component"  # it may be one of these, without an example
    moves = any("data-moved" in each.attrs for each in page.named("html"))
    budget = (SCRIPT_OF_FORMS if of_forms else SCRIPT) + (SCRIPT_OF_MOVES if moves else 0)
    budget += SCRIPT_OF_PICTURES if page.named("picture-frame") else 0
    weight = sum(page.site.weight(each) for each in files(page, "script"))
    if weight > budget:
        message = Message(
            "the scripts weigh {weight} bytes, {over} more than the {budget} of a page like this; shorten them",
            weight=weight,
            over=weight - budget,
            budget=budget,
        )
        loaded = next(each for each in page.named("script") if "src" in each.attrs)
        yield page.finding(CODE, message, loaded)


def the_first_results_come_quickly(page: BuiltPage) -> Iterator[Finding]:
    for each in page.links:
        weight = page.site.weight(each.target.file) if each.attribute == TITLES and each.target else 0
        if weight > FIRST_RESULTS:
            message = Message(
                "what the search answers from first weighs {weight} bytes, {over} more than it may; take words out of "
                "content/search.yaml, or leave more to the full text (plugins/search/titles.py)",
                weight=weight,
                over=weight - FIRST_RESULTS,
            )
            yield page.finding(CODE, message, each.element)


def previews_are_light(page: BuiltPage) -> Iterator[Finding]:
    """Told once, by the page whose own it is."""
    for each in page.links:
        file = each.target.file if each.target and page.page.preview else ""
        if each.element.get("property") == PREVIEW and file in page.site.files:
            size = len(page.site.read(file))
            if size > PREVIEW_OF_A_PAGE:
                message = Message(
                    "the preview '{file}' has {size} bytes, {over} more than it may have; make its drawing simpler",
                    file=file,
                    size=size,
                    over=size - PREVIEW_OF_A_PAGE,
                )
                yield page.finding(CODE, message, each.element)


def files(page: BuiltPage, name: str) -> list[str]:
    """The files of the stylesheets (`link`) or scripts (`script`) that the page loads, each once."""
    found = [each for each in page.links if each.element.name == name and each.target]
    if name == "link":
        found = [each for each in found if "stylesheet" in rel_of(each.element) and each.element.find_parent("head")]
    return list(dict.fromkeys(each.target.file for each in found))
