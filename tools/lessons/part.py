"""A lesson in one language: its pieces put together, so that no two have one id and each link leads where it should."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from html import escape, unescape

from markupsafe import Markup

from plugins.shared.site import Page
from tools.checks.address import Target, target
from tools.lessons.markup import ATTRIBUTES, attribute
from tools.lessons.pieces import SLOT, Piece, body, shown, whole
from tools.lessons.source import Source

TAG = re.compile(rf"<[a-z][\w-]*\s{ATTRIBUTES}>")
NAME = re.compile(r'(\s(?:id|for|list|headers|aria-labelledby|aria-describedby|aria-controls|aria-owns)=")([^"]+)')
WAY = re.compile(r'(\shref=")([^"]*)')
FRAME = rf"<picture-frame\s{ATTRIBUTES}>"  # where a picture waits for a tap, which one inside the page needn't
PICTURE = re.compile(rf"(?:{FRAME})?<picture>.*?</picture>(?:</picture-frame>)?|<img\s{ATTRIBUTES}>", re.DOTALL)
SIZES = re.compile(r"([^\s,\"]+\.webp) \d+w")
BREAK = re.compile(  # a line's end that shows nothing, of which a lesson has some thousands
    r"\n+(?=</?(?:article|details|div|dl|fieldset|figure|footer|form|h\d|header|legend|li|nav|ol|p|section|table|tbody|td|th"
    r"|thead|tr|ul)[\s>])"
)
SLOTS = re.compile(f"{SLOT}(.*?){SLOT}")
LIGHT = 40_000  # bytes of a picture: the best of those that have no more
TEXTS = ("guide", "course")  # which come first: what they show has its place in them
KINDS = {"webp": "webp", "png": "png", "jpeg": "jpeg", "jpg": "jpeg", "svg": "svg+xml", "avif": "avif"}

Frame = Callable[[Page, Markup], str]  # what stands around the form of a page within a text


class Part:
    """`main` is the page that the lesson is called after; what else it holds stands in a text, or follows."""

    def __init__(self, main: Page, source: Source, frame: Frame) -> None:
        self.main, self.lang = main, main.lang
        self._source, self._frame = source, frame
        pages = [main, *(source.pages.find(kind, key, main.lang) for kind, key in main.packs)]
        self.pieces: dict[str, Piece] = {}  # by the file of the page
        self._within: set[str] = set()  # those that stand in another
        self._order = list(dict.fromkeys(page.file for page in pages))
        for page in pages:
            if page.kind in TEXTS:
                self._take(page, body(page, source.html(page)))
        for page in pages:
            if page.file not in self.pieces:
                self._take(page, body(page, source.html(page)))

    def _take(self, page: Page, html: str) -> None:
        """The text, with slots for what it shows. That stands in one place only: elsewhere a link leads there."""
        found = list(shown(page, html, lambda kind, key: self._find(page, kind, key)))
        for each in reversed(found):
            if each.page.file not in self.pieces:
                self._add(each.page, whole(each.page, self._source.html(each.page)))
                self._within.add(each.page.file)
                put = f"{SLOT}{each.page.file}{SLOT}"
            else:
                put = (
                    f'<p><a href="{escape(self._source.absolute(each.page.address))}">{escape(each.page.title)}</a></p>'
                )
            html = html[: each.start] + put + html[each.end :]
        self._add(page, html)

    def _add(self, page: Page, html: str) -> None:
        """Its ids begin with the language, and for all but the first page with what it is."""
        name = self.lang if page is self.main else f"{self.lang}-{page.kind}-{page.key.replace('/', '-')}"
        self.pieces[page.file] = Piece(page, name, html, "" if page.lang == self.lang else page.lang)

    def _find(self, page: Page, kind: str, key: str) -> Page | None:
        if kind:
            return self._source.pages.find(kind, key, page.lang)
        there = target(key, page.file, self._source.base)
        return self._source.by_file.get(there.file) if there else None

    def html(self, elsewhere: Mapping[str, Piece]) -> Markup:
        """The whole; `elsewhere` are the pieces of the other languages, to which links may lead too."""
        known = {**elsewhere, **self.pieces}
        written = {file: self._written(piece, known) for file, piece in self.pieces.items()}
        for file in self._within:
            written[file] = self._frame(self.pieces[file].page, Markup(written[file]))
        texts = (written[file] for file in self._order if file not in self._within)
        return Markup("\n".join(SLOTS.sub(lambda slot: written[slot[1]], each) for each in texts))

    def _written(self, piece: Piece, known: Mapping[str, Piece]) -> str:
        html = PICTURE.sub(lambda picture: self._inside(picture[0], piece.page), piece.html)
        return TAG.sub(lambda tag: self._tag(tag[0], piece, known), BREAK.sub("", html))

    def _tag(self, tag: str, piece: Piece, known: Mapping[str, Piece]) -> str:
        def named(found: re.Match[str]) -> str:
            names = (each if each == piece.name else f"{piece.name}-{each}" for each in found[2].split())
            return found[1] + " ".join(names)

        tag = NAME.sub(named, tag)
        return WAY.sub(lambda found: found[1] + escape(self._way(unescape(found[2]), piece, known)), tag)

    def _way(self, written: str, piece: Piece, known: Mapping[str, Piece]) -> str:
        """Where a link leads from here: within the file, else to the site, else where it led."""
        there = target(written, piece.page.file, self._source.base)
        if there is None:
            return written
        found = known.get(there.file)
        if found and there.anchor in found.ids:
            return f"#{found.name}-{there.anchor}"
        if found and not there.anchor:
            return f"#{found.name}"
        return self._source.absolute(str(Target(there.file, there.anchor)).removeprefix("/"))

    def _inside(self, picture: str, page: Page) -> str:
        """A picture as part of the page, in the size that a phone shows."""
        img = picture[picture.index("<img") :].removesuffix("</picture-frame>").removesuffix("</picture>")
        variants = SIZES.findall(picture) or [attribute(img, "src")]
        files = [target(each, page.file, self._source.base).file for each in variants]
        light = [each for each in files if len(self._source.read(each)) <= LIGHT]
        file = light[-1] if light else files[0]
        data = b64encode(self._source.read(file)).decode()
        return re.sub(r'\ssrc="[^"]*"', f' src="data:image/{KINDS[file.rpartition(".")[2]]};base64,{data}"', img)
