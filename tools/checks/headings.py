"""A page has one h1, and its headings leave no level out: who can't see the page walks through it by them."""

from collections.abc import Iterator
from itertools import pairwise

from tools.checks.finding import Finding
from tools.checks.page import BuiltPage, words_of

CODE = "E303"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def headings_are_in_order(page: BuiltPage) -> Iterator[Finding]:
    found = page.named(*HEADINGS)
    titles = [each for each in found if each.name == "h1"]
    if not titles:
        yield page.finding(CODE, "the page has no h1; give it a title")
    for each in titles[1:]:
        yield page.finding(CODE, f"'{words_of(each)}' is an h1, as is '{words_of(titles[0])}'; keep one", each)
    if len(titles) != 1:
        return  # what else is wrong may follow from it
    if found[0].name != "h1":
        yield page.finding(CODE, f"'{words_of(found[0])}' stands before the h1; move it below", found[0])
    for above, below in pairwise(found):
        level = int(above.name[1]) + 1
        if int(below.name[1]) > level:
            message = f"'{words_of(below)}' is an {below.name} after an {above.name}; make it an h{level}"
            yield page.finding(CODE, message, below)


def headings_have_words(page: BuiltPage) -> Iterator[Finding]:
    for each in page.named(*HEADINGS):
        if not words_of(each):
            yield page.finding(CODE, f"this {each.name} has no words; give it some, or remove it", each)
