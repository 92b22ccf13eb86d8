"""What can't be seen can be heard: every field, picture, link and button has a name."""

from collections.abc import Iterator

from bs4 import Tag
from bs4.element import PreformattedString

from plugins.shared.message import Message
from tools.checks.finding import Finding
from tools.checks.page import BuiltPage

CODE = "E304"
FIELDS = ("input", "select", "textarea", "progress", "meter")
PRESSED = ("submit", "button", "reset")  # inputs that are buttons
NAMING = ("aria-labelledby", "aria-describedby", "aria-controls")


def fields_have_labels(page: BuiltPage) -> Iterator[Finding]:
    labelled = {each["for"] for each in page.named("label") if "for" in each.attrs and speaks(each)}
    for each in page.named(*FIELDS):
        kind = each.get("type", "text").lower() if each.name == "input" else each.name
        if kind == "hidden" or is_named(each, page) or each.get("id") in labelled:
            continue
        if kind in PRESSED or kind == "image":
            if not each.get("value" if kind in PRESSED else "alt", "").strip():
                message = Message("this button has no name; say in its 'value' or 'alt' what it does")
                yield page.finding(CODE, message, each)
        elif not any(speaks(label) for label in each.find_parents("label")):
            message = Message("this {kind} has no label; give it one, or an aria-label", kind=kind)
            yield page.finding(CODE, message, each)


def pictures_have_texts(page: BuiltPage) -> Iterator[Finding]:
    for each in page.named("img", "area"):
        if "alt" not in each.attrs:
            yield page.finding(CODE, Message("this picture has no alt; say what it shows, or alt='' if nothing"), each)
    for each in page.named("svg"):
        if not is_named(each, page) and not each.find("title") and not is_silent(each):
            yield page.finding(CODE, Message("this drawing has no name; give it a title, or aria-hidden='true'"), each)


def links_and_buttons_have_names(page: BuiltPage) -> Iterator[Finding]:
    for each in page.named("a", "button", "summary"):
        if not is_named(each, page) and not speaks(each):
            link = Message("this link has no words; say where it leads or what it does")
            button = Message("this button has no words; say where it leads or what it does")
            yield page.finding(CODE, link if each.name == "a" else button, each)


def tables_have_heads(page: BuiltPage) -> Iterator[Finding]:
    for each in page.named("table"):
        if not each.find("th"):
            yield page.finding(CODE, Message("this table has no head; say in a first row what its columns hold"), each)


def no_page_in_a_page(page: BuiltPage) -> Iterator[Finding]:
    for each in page.named("iframe", "frame"):
        yield page.finding(CODE, Message("a page within a page has no name and its own rules; link to it"), each)


def names_exist(page: BuiltPage) -> Iterator[Finding]:
    """What says that another element of the page names it is right."""
    for each in page.elements:
        for attribute in NAMING:
            for wanted in each.get(attribute, "").split():
                if wanted not in page.ids:
                    message = Message(
                        "{attribute} names '{wanted}', which is no id of this page; correct it",
                        attribute=attribute,
                        wanted=wanted,
                    )
                    yield page.finding(CODE, message, each)


def is_named(element: Tag, page: BuiltPage) -> bool:
    """True where an attribute names it."""
    if element.get("aria-label", "").strip():
        return True
    return any(speaks(page.ids[each]) for each in element.get("aria-labelledby", "").split() if each in page.ids)


def speaks(element: Tag) -> bool:
    """True where a screen reader has words to say for what is in it."""
    for each in element.children:
        if isinstance(each, Tag):
            if each.get("aria-hidden") != "true" and (each.get("alt", "").strip() or speaks(each)):
                return True
        elif each.strip() and not isinstance(each, PreformattedString):  # such as a comment
            return True
    return False


def is_silent(element: Tag) -> bool:
    """True where it is out of what is read aloud."""
    return any(each.get("aria-hidden") == "true" for each in (element, *element.parents))
