"""Links and pictures in a text: between source files, so that they work in a git host's preview; checked here."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.shared.concept import Concept, concepts
from plugins.shared.document import Document
from plugins.shared.markdown import Reference
from plugins.shared.problem import Problem, nearest
from plugins.shared.reading import Reading
from plugins.shared.site import Goal, Site
from plugins.shared.source import files_under
from plugins.shared.twins import PICTURES

SCHEME = "([a-zA-Z][a-zA-Z0-9+.-]*):"
SCHEMES = ("https", "mailto", "tel")


@dataclass(frozen=True)
class Link:
    """A link that leads somewhere."""

    goal: Goal


@dataclass(frozen=True)
class Picture:
    """A picture beside a text, and what it shows."""

    goal: Goal
    text: str


def resolve_link(reference: Reference, document: Document, lang: str, site: Site) -> Link | Problem | None:
    at = reference.line, reference.column
    path, _, section = unquote(reference.target).partition("#")
    if scheme := re.match(f"{SCHEME}|//", re.sub(r"[\x00-\x20]", "", path)):  # browsers skip such letters
        if scheme[1] in SCHEMES:
            return Link(Goal(web=reference.target))
        message = f"'{short(reference.target)}' is not allowed; a link to the web begins with https:, mailto: or tel:"
        return document.problem("E115", message, *at)
    return _in_content(reference, document, lang, site, path, section)


def _in_content(
    reference: Reference, document: Document, lang: str, site: Site, path: str, section: str
) -> Link | Problem | None:
    at = reference.line, reference.column
    if not path and not section:
        return document.problem("E111", "this link leads nowhere; name a file or a section between ( and )", *at)
    if not path:
        return _in_section(reference, document, Goal(lang=lang), document, section)
    if path.startswith("/"):
        message = f"link to '{reference.target}': link to the source file, such as ../../topic/guide/{lang}.md"
        return document.problem("E111", message, *at)
    wanted = _named(document, path)
    if not wanted.startswith("content/"):
        return document.problem("E114", f"link to '{reference.target}' leaves content/; link to a file in it", *at)
    if wanted in site["link"]:
        return Link(Goal(picture=address(wanted)))
    if wanted not in site.editions:
        folder = posixpath.dirname(wanted)
        if any(folder.endswith("/" + key) for keys in site.unread.values() for key in keys):
            return None
        near = nearest(wanted, [name for name, each in site.editions.items() if each.lang == lang])
        hint = f"; nearest: {_way(document, near)}" if near else ""
        message = f"link to '{reference.target}': no such text or picture{hint}"
        return document.problem("E111", message, *at)
    there = site.editions[wanted]
    if there.lang != lang and lang in site[there.concept][there.key].documents:
        better = re.sub(rf"\b{there.lang}\.md", f"{lang}.md", reference.target)
        return document.problem("E113", f"link to '{reference.target}' changes the language; link to '{better}'", *at)
    goal = Goal(there.concept, there.key, lang=there.lang)
    return _in_section(reference, document, goal, there.document, section)


def _in_section(reference: Reference, document: Document, goal: Goal, there: Document, section: str) -> Link | Problem:
    if section and section not in (each.key for each in there.headings) and there.whole:
        message = f"link to '{reference.target}': no such section; {there.other_than(section)}"
        return document.problem("E112", message, reference.line, reference.column)
    return Link(goal._replace(section=section))


def short(target: str) -> str:
    """As an editor is told of it: a picture that is written out in its address has thousands of letters."""
    return target if len(target) <= 60 else target[:50] + "…"


def _named(document: Document, path: str) -> str:
    """The file that a path in this text means, by its name in the project."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.name), path))


def _way(document: Document, name: str) -> str:
    """The path in this text that means a file."""
    return posixpath.relpath(name, posixpath.dirname(document.name))


def resolve_image(reference: Reference, document: Document, lang: str, site: Site) -> Picture | Problem:
    at = reference.line, reference.column
    path = unquote(reference.target)
    if not reference.words.strip():
        return document.problem("E131", f"the picture '{path}' has no text; say in the brackets what it shows", *at)
    if re.match(f"{SCHEME}|//", path):
        return document.problem(
            "E115", f"the picture '{short(path)}' lies elsewhere; put the file beside the text", *at
        )
    wanted = _named(document, path)
    if path.startswith("/") or not wanted.startswith("content/"):
        return document.problem(
            "E114", f"the picture '{path}' lies outside content/; put the file beside the text", *at
        )
    if wanted not in site["link"]:
        written = {each.casefold(): each for each in site["link"]}
        near = nearest(wanted.casefold(), written)
        hint = f"nearest: {_way(document, written[near])}" if near else "put the file beside the text"
        return document.problem("E130", f"there is no picture '{path}'; {hint}", *at)
    return Picture(Goal(picture=address(wanted)), reference.words)


def read(reading: Reading) -> dict[str, bytes]:
    """Every picture of the content, by its name as it is written on the disk: case matters on the web."""
    found = {}
    for path in files_under(reading.content, reading.root, reading.problems):
        if path.suffix in PICTURES:
            name, data = path.relative_to(reading.root).as_posix(), path.read_bytes()
            reading.problems.extend(_unfit(name, data))
            found[name] = data
    return found


LIMIT = 300_000  # bytes; a reader pays for each, and a photograph for a phone has a third of it
SCRIPT = re.compile(rb"<\s*(?:script|foreignobject)|\son\w+\s*=|javascript:|<!entity", re.IGNORECASE)


def _unfit(name: str, data: bytes) -> Iterator[Problem]:
    if len(data) > LIMIT:
        yield Problem(name, 1, 1, "E149", f"the picture has {len(data)} bytes; make it smaller than {LIMIT}")
    if name.endswith(".svg") and (found := SCRIPT.search(data)):
        line = data.count(b"\n", 0, found.start()) + 1
        yield Problem(name, line, 1, "E149", "this drawing holds a script; save it without")


def address(name: str) -> str:
    """Where a picture of the content stands in the site, once for all languages."""
    return "media/" + name.removeprefix("content/")


def files(site: Site) -> dict[str, bytes]:
    return {address(name): data for name, data in site["link"].items()}


def link(_: object) -> Concept:
    return Concept(name="link", read=read, resolves={"link": resolve_link, "image": resolve_image}, files=files)


def register() -> None:
    concepts.connect(link)
