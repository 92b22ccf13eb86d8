"""What a feed or a sitemap names, each with its place: a tree of XML whose elements know their line and column."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat


@dataclass
class Element:
    """An element of an XML file, by its name without prefix."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, name: str) -> list["Element"]:
        return [each for each in self.children if each.name == name]


class Entry(NamedTuple):
    """A page that the file names, the same page in other languages, and the place."""

    address: str
    alternates: dict[str, str]
    line: int
    column: int


class Entries(NamedTuple):
    """A feed or a sitemap, or the one mistake that makes it unreadable."""

    kind: str = ""  # "feed", "urlset"; nothing where it can't be read
    lang: str = ""
    entries: tuple[Entry, ...] = ()
    links: tuple[Entry, ...] = ()  # what else a feed leads to: itself, the home page
    mistake: tuple[int, int, str] | None = None


def read_entries(data: bytes) -> Entries:
    try:
        root = read_xml(data)
    except expat.ExpatError as error:
        return Entries(mistake=(error.lineno, error.offset + 1, expat.ErrorString(error.code) or "no XML"))
    lang = root.attributes.get("xml:lang", "")
    if root.name == "feed":
        return Entries(root.name, lang, tuple(linked(root.all("entry"))), tuple(linked([root])))
    return Entries(root.name, lang, tuple(located(root.all("url"))))


def linked(elements: list[Element]) -> Iterator[Entry]:
    """What the links of a feed, or of its entries, lead to."""
    for each in elements:
        for link in each.all("link"):
            yield Entry(link.attributes.get("href", ""), {}, link.line, link.column)


def located(urls: list[Element]) -> Iterator[Entry]:
    """The pages of a sitemap with their alternates."""
    for url in urls:
        alternates = {each.attributes.get("hreflang", ""): each.attributes.get("href", "") for each in url.all("link")}
        for loc in url.all("loc"):
            yield Entry(loc.text.strip(), alternates, loc.line, loc.column)


def read_xml(data: bytes) -> Element:
    """The root; raises ExpatError where this is no XML."""
    above = [Element("", {}, 0, 0)]
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        above.append(Element(name.rpartition(":")[2], attributes, *place))
        above[-2].children.append(above[-1])

    def end(name: str) -> None:
        above.pop()

    def words(text: str) -> None:
        above[-1].text += text

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, words
    parser.Parse(data, True)
    return above[0].children[0]
