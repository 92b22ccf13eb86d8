"""The HTML of a page has no error; it says its language, title and description; each id stands once."""

import hashlib
import json
from collections.abc import Iterator

import html5lib
from html5lib.constants import E

from plugins.shared.message import Message
from tools.checks.finding import Finding
from tools.checks.page import BuiltPage

CODE = "E302"


def html_has_no_error(page: BuiltPage) -> Iterator[Finding]:
    """Most pages are those of the build before, and to read one as browsers do takes a third of all that is checked."""
    data = page.html.encode()
    key = hashlib.sha256(html5lib.__version__.encode() + data).hexdigest()
    for line, column, words in json.loads(page.site.kept.get(key, lambda: json.dumps(errors_of(page.html)).encode())):
        message = Message("the HTML has an error: {words}; mend what writes it", words=words)
        yield Finding(page.page.file, CODE, message, line, column)


def errors_of(html: str) -> list[tuple[int, int, str]]:
    """What a browser has to guess at, the doctype included: line, column, and the parser's words."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    parser.parse(html)
    return [(line, column + 1, (E[name] % values).rstrip(".")) for (line, column), name, values in parser.errors]


def ids_stand_once(page: BuiltPage) -> Iterator[Finding]:
    for each in page.elements:
        first = page.ids.get(each.get("id", ""), each)
        if first is not each:
            message = Message(
                "the id '{id}' stands in line {line} too; change one", id=each["id"], line=first.sourceline
            )
            yield page.finding(CODE, message, each)


def head_says_what_it_is(page: BuiltPage) -> Iterator[Finding]:
    root = next(iter(page.named("html")), None)
    lang = root.get("lang", "") if root else ""
    if lang != page.page.lang:
        message = Message(
            "the page says that its language is '{lang}'; it is '{wanted}'", lang=lang, wanted=page.page.lang
        )
        yield page.finding(CODE, message, root)
    titles = [each for each in page.named("title") if not each.find_parent("svg")]
    if not any(each.get_text().strip() for each in titles):
        message = Message("the page has no title in its head; give it one")
        yield page.finding(CODE, message, next(iter(titles), page.head))
    about = [each for each in page.named("meta") if each.get("name") == "description"]
    if not any(each.get("content", "").strip() for each in about):
        message = Message("the page has no description in its head; give it a summary")
        yield page.finding(CODE, message, next(iter(about), page.head))
