"""A page has one h1, and its headings leave no level out: who can't see the page walks through it by them."""

from collections.abc import Iterator
from itertools import pairwise

from plugins.shared.message import Message
from tools.checks.finding import Finding
from tools.checks.page import BuiltPage, words_of

CODE = "E303"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def headings_are_in_order(page: BuiltPage) -> Iterator[Finding]:
    found = page.named(*HEADINGS)
    titles = [each for each in found if each.name == "h1"]
    if not titles:
        yield page.finding(CODE, Message("the page has no h1; give it a title"))
    for each in titles[1:]:
        message = Message(
            "'{words}' is an h1, as is '{first}'; keep one", words=words_of(each), first=words_of(titles[0])
        )
        yield page.finding(CODE, message, each)
    if len(titles) != 1:
        return  # what else is wrong may follow from it
    if found[0].name != "h1":
        message = Message("'{words}' stands before the h1; move it below", words=words_of(found[0]))
        yield page.finding(CODE, message, found[0])
    for above, below in pairwise(found):
        level = int(above.name[1]) + 1
        if int(below.name[1]) > level:
            message = Message(
                "'{words}' is an {name} after an {above}; make it an h{level}",
                words=words_of(below),
                name=below.name,
                above=above.name,
                level=level,
            )
            yield page.finding(CODE, message, below)


def headings_have_words(page: BuiltPage) -> Iterator[Finding]:
    for each in page.named(*HEADINGS):
        if not words_of(each):
            message = Message("this {name} has no words; give it some, or remove it", name=each.name)
            yield page.finding(CODE, message, each)
