"""What a drawing must not hold: it goes out as it is, and opened by itself it is a page of our site.

A list of what is bad can't be complete where letters have many spellings. So the file is read as browsers read it, as
XML, and of addresses only those pass that stay within it.
"""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from plugins.shared.message import Message

Found = tuple[int, Message]  # the line, and what is wrong there

NAMES = re.compile(r"\s")  # stands between a namespace and a name
HTML = "http://www.w3.org/1999/xhtml"
RUNS = {"script", "foreignobject", "handler", "listener", "iframe", "object", "embed"}
MOVES = {"animate", "animatecolor", "animatemotion", "animatetransform", "set"}  # they can also set an address
WITHIN = re.compile(r"\s*(#[^\s]*|data:image/(avif|gif|jpeg|png|webp)[;,].*)?\s*", re.DOTALL)
ASKS = re.compile(r"(?:url\s*\(|@import|image-set\s*\()\s*[\"']?([^\"')]*)", re.IGNORECASE)
ESCAPES = re.compile(r"\\")  # with which a style can spell any of these otherwise

SCRIPT = Message("this drawing holds a script; save it without")
MOVING = Message("this drawing moves; show a still one, and say the rest in words")
NO_XML = Message("this drawing can't be read as XML; save it anew")
UNFIT = (MOVING, NO_XML)  # nothing that anybody could fear
DECLARES = Message("this drawing declares something of its own; save it as “plain” or “optimised” SVG")
AFAR = Message("this drawing asks for '{address}'; put everything that it shows into the file")


def wrong_in(data: bytes) -> Found | None:
    """The first thing for which a drawing is refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[Found] = []

    def tell(message: Message) -> None:
        found.append((parser.CurrentLineNumber, message))

    def declared(name: str, system: str | None, public: str | None, inside: int) -> None:
        if inside:  # entities: words that stand for others, or for a file
            tell(DECLARES)

    def starts(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal style
        *space, local = NAMES.split(name)
        style = local.lower() == "style"
        for message in wrongs(space, local.lower(), attributes):
            tell(message)

    def says(text: str) -> None:
        if style:
            styles.append((parser.CurrentLineNumber, text))

    style, styles = False, []
    parser.StartDoctypeDeclHandler = declared
    parser.ProcessingInstructionHandler = lambda target, text: tell(DECLARES)  # such as another style
    parser.StartElementHandler = starts
    parser.CharacterDataHandler = says
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        return next(iter(found), (getattr(error, "lineno", 1), NO_XML))
    if styles and (address := asked("".join(text for _, text in styles))):
        found.append((styles[0][0], AFAR.filled(address=address)))
    return min(found, key=lambda each: each[0], default=None)


def wrongs(space: list[str], name: str, attributes: Mapping[str, str]) -> Iterator[Message]:
    if name in RUNS or HTML in space:
        yield SCRIPT
    if name in MOVES:
        yield MOVING
    for attribute, value in attributes.items():
        *_, local = NAMES.split(attribute)
        if local.lower().startswith("on"):
            yield SCRIPT
        elif local.lower() in ("href", "src", "base"):
            if not WITHIN.fullmatch(value):
                yield AFAR.filled(address=value[:60])
        elif address := asked(value):
            yield AFAR.filled(address=address)


def asked(style: str) -> str:
    """The first address outside of the drawing that a style asks for; where one could be spelt otherwise, that."""
    if ESCAPES.search(style) and re.search(r"[(@]", style):
        return "\\"
    return next((each[0][:60] for each in ASKS.finditer(style) if not WITHIN.fullmatch(each[1]) or "@" in each[0]), "")
