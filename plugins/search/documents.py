"""What of a page can be found: its words under its headings, as plain documents for Pagefind.

The page itself is left as it is: no reader pays for what only the index needs.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from bs4 import BeautifulSoup, NavigableString, SoupStrainer, Tag

from plugins.search.model import Also
from plugins.search.synonyms import Synonyms
from plugins.shared.site import Page

# What stands on a page and is none of its words: what is pressed or leads elsewhere, the key of a quiz, how old it is.
ELEMENTS = {"button", "details", "nav", "noscript", "output", "progress", "script", "select", "template"}
CLASSES = {
    "after", "checklist__hint", "lag", "mark", "meta", "quiz__because", "quiz__hint", "quiz__near", "quiz__why",
    "tools",
}  # fmt: skip
SECTIONS = {"guides", "practice", "pictures", "evidence", "cited-by"}  # other pages, and what a law says of itself

HEADINGS = {"h1", "h2", "h3", "h4"}
INLINE = {
    "a", "abbr", "b", "bdi", "br", "cite", "code", "em", "i", "img", "input", "label", "mark", "picture", "q", "s",
    "picture-frame", "small", "span", "strong", "sub", "sup", "svg", "time", "u",
}  # fmt: skip
WEIGHTS = {"guide": 3, "checklist": 2, "topic": 2, "glossary": 2}  # who asks wants to be guided first, and the law then


def documents(page: Page, html: str, synonyms: Synonyms, also: Also) -> Iterator[tuple[str, str]]:
    """Path and HTML of what the index is told of a page.

    A list of terms is found term by term: the path of a term is its address, that of the page with `#key`.
    """
    main = BeautifulSoup(html, "html.parser", parse_only=SoupStrainer("main")).main
    for each in main.find_all(lambda tag: tag.name.endswith("-form") and tag.name != f"{page.kind}-form"):
        each.decompose()  # a quiz and a checklist in a guide are found on pages of their own
    for each in main.find_all("figure", attrs={"data-embedded": True}):
        each.decompose()  # and so is a drawing
    terms = main.find_all("dt", id=True)
    for term in terms:
        entry = term.parent
        for short in term("abbr"):
            short.string = f"({short.get_text()})"
        title = words_of(term)
        topic = entry.get("data-topic", page.topic)
        path = f"{page.address}#{term['id']}/index.html"
        words = also.words("term", term["id"], page.lang)
        term.decompose()
        yield path, document(page, title, topic, [f"<h1>{escape(title)}</h1>", *blocks(entry)], synonyms, words)
    if not terms:
        words = also.words(page.kind, page.key, page.lang)
        yield page.file, document(page, page.title, page.topic, list(blocks(main)), synonyms, words)


def document(page: Page, title: str, topic: str, lines: list[str], synonyms: Synonyms, words: list[str]) -> str:
    """What Pagefind reads: the language, a kind and a topic to filter by, other words for what is named, the text."""
    text = "\n".join(lines)
    head = [f"<title>{escape(title)}</title>"]
    for key, value in {"kind": page.kind, "topic": topic}.items():
        if value:
            head += [told("filter", key, value), told("meta", key, value)]
    if also := [*words, *synonyms.others(unescape(re.sub("<[^>]+>", " ", text)))]:
        head.append(told("meta", "also", ", ".join(also)))
    body = f'<body data-pagefind-weight="{WEIGHTS.get(page.kind, 1)}">\n{text}\n</body>'
    return f'<!doctype html>\n<html lang="{page.lang}">\n<head>{"".join(head)}</head>\n{body}\n</html>\n'


def unread(tag: Tag) -> bool:
    """True for what is left out of every page."""
    return (
        tag.name in ELEMENTS
        or not CLASSES.isdisjoint(tag.get("class", ()))
        or tag.has_attr("hidden")
        or (tag.name == "span" and tag.parent.name == "legend")  # which question of how many
        or tag.get("aria-labelledby") in SECTIONS
    )


def told(what: str, key: str, value: str) -> str:
    """In the head, where a value doesn't get into the excerpts."""
    return f'<meta data-pagefind-{what}="{key}[content]" content="{escape(value)}">'


def blocks(element: Tag) -> Iterator[str]:
    """The headings and paragraphs of an element, in reading order and without anything else."""
    words = ""
    for child in element.children:
        if isinstance(child, NavigableString) or child.name in INLINE:
            words += inline(child)
        elif unread(child):
            continue
        elif child.name == "dt":
            yield from paragraph(words)
            words = f"{words_of(child)}: "
        elif child.name == "dd" and words:
            yield from paragraph(words + words_of(child))
            words = ""
        else:
            yield from paragraph(words)
            words = ""
            yield from [heading(child)] if child.name in HEADINGS else blocks(child)
    yield from paragraph(words)


def heading(tag: Tag) -> str:
    anchor = f' id="{tag["id"]}"' if tag.has_attr("id") else ""
    return f"<{tag.name}{anchor}>{escape(words_of(tag))}</{tag.name}>"


def paragraph(words: str) -> Iterator[str]:
    if words.strip():
        yield f"<p>{escape(' '.join(words.split()))}</p>"


def words_of(tag: Tag) -> str:
    return " ".join(inline(tag).split())


def inline(node: NavigableString | Tag) -> str:
    """The text as it is read: a picture is its description."""
    if isinstance(node, NavigableString):
        return str(node)
    if unread(node):
        return ""
    return f" {node.get('alt', '')} " if node.name in ("img", "br") else "".join(inline(each) for each in node.children)
