"""What is checked: every passage that readers see, in its language and with the place where it begins.

Code, addresses, citations, figures and the keys of blanks are no words. What stands in italics, in brackets or in
quotation marks may be in any language of the site: a term is explained there.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markdown_it.token import Token

from plugins.shared.document import Document
from plugins.shared.markdown import plain
from plugins.shared.model import Model, Slugs, texts
from plugins.shared.site import Site
from plugins.shared.twins import Front, Twins
from plugins.shared.yaml import Loc

NO_WORDS = re.compile(r"\[\[[^\]]*\]\]|\S*[\w-]\.[a-z]{2,}\S*|\S*@\S+|\S*[/\\]\w+[/\\]\S*|[#&]\S+")
WORD = re.compile(r"\w+(?:['’-]\w+)*")
QUOTED = re.compile(r"(\([^()]*\)|“[^“”]*”)")
SILENT = ("code_inline", "cite", "insert", "softbreak", "hardbreak")  # they end a word, and are none


class Passage(NamedTuple):
    """A text, the languages that it may be in, and its place: file, line, column."""

    text: str
    languages: tuple[str, ...]
    place: tuple[str, int, int]

    def words(self) -> Iterator[str]:
        """Each once, without single letters and what holds a digit."""
        found = WORD.findall(NO_WORDS.sub(" ", self.text).replace("_", " "))
        return (each for each in dict.fromkeys(found) if len(each) > 1 and not any(map(str.isdigit, each)))

    def parts(self, languages: tuple[str, ...]) -> Iterator["Passage"]:
        """What is quoted in it may be in all of these."""
        for at, text in enumerate(QUOTED.split(self.text)):
            quoted = others_too(self.languages[0], languages) if at % 2 else self.languages
            yield self._replace(text=text, languages=quoted)


def passages(site: Site) -> Iterator[Passage]:
    for each in written(site):
        yield from each.parts(site.languages)


def written(site: Site) -> Iterator[Passage]:
    """Whole texts, headings, paragraphs, cells."""
    yield from of_model(site.identity, site.languages)
    for things in site.things.values():
        for thing in things.values():
            if isinstance(thing, Twins):
                for lang, document in thing.documents.items():
                    yield from of_front(thing.fronts[lang], lang)
                    yield from of_document(document, lang, site.languages)
            elif isinstance(thing, Model):
                yield from of_model(thing, site.languages)


def of_model(model: Model, languages: Iterable[str]) -> Iterator[Passage]:
    for loc, text in texts(model):
        if not isinstance(text, Slugs):
            for lang in languages:
                yield passage(model, text[lang], lang, (*loc, lang))


def of_front(front: Front, lang: str) -> Iterator[Passage]:
    for name in ("title", "summary"):
        yield passage(front, getattr(front, name), lang, (name,))


def passage(model: Model, text: str, lang: str, loc: Loc) -> Passage:
    return Passage(text, (lang,), model.position(loc))


def of_document(document: Document, lang: str, languages: tuple[str, ...]) -> Iterator[Passage]:
    for inline in (each for each in document.tokens if each.type == "inline"):
        place = document.name, (inline.map or [0])[0] + 1, 1
        for text, italic in runs(inline):
            yield Passage(text, others_too(lang, languages) if italic else (lang,), place)


def others_too(lang: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """All languages, the text's own first."""
    return (lang, *(each for each in languages if each != lang))


def runs(inline: Token) -> Iterator[tuple[str, bool]]:
    """The words of a block, in pieces: in italics or not. The text of a picture and its caption are pieces too."""
    text, italic = "", False
    for child in inline.children or ():
        if child.type in ("em_open", "em_close"):
            yield text, italic
            text, italic = "", child.type == "em_open"
        elif child.type == "text":
            text += child.content
        elif child.type == "image":
            yield plain(child), False
            yield str(child.attrs.get("title", "")), False
        elif child.type in SILENT:
            text += " "
    yield text, italic
