"""Pictures beside a text, `![what it shows](stall.jpg)`: an editor drops a photograph, a phone loads a small one.

What a page says of a picture is known from the file's first bytes; its sizes are made by a step of the build.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.picture.model import Picture
from plugins.picture.read import read
from plugins.shared.concept import Absolute, Concept, concepts
from plugins.shared.document import Document
from plugins.shared.markdown import Reference
from plugins.shared.message import Message
from plugins.shared.problem import Problem, nearest
from plugins.shared.site import Goal, Site
from plugins.shared.target import SCHEME, named, short, way_to


@dataclass(frozen=True)
class Shown:
    """A picture where a text shows it, and what the text says that it shows."""

    goal: Goal
    thing: Picture
    text: str


def resolve_image(reference: Reference, document: Document, lang: str, site: Site) -> Shown | Problem | None:
    at = reference.line, reference.column
    path = unquote(reference.target)
    if not reference.words.strip():
        message = Message("the picture '{path}' has no text; say in the brackets what it shows", path=path)
        return document.problem("E131", message, *at)
    if re.match(f"{SCHEME}|//", path):
        message = Message("the picture '{path}' lies elsewhere; put the file beside the text", path=short(path))
        return document.problem("E115", message, *at)
    wanted = named(document, path)
    if path.startswith("/") or not wanted.startswith("content/"):
        message = Message("the picture '{path}' lies outside content/; put the file beside the text", path=path)
        return document.problem("E114", message, *at)
    if wanted in site["picture"]:
        picture = site["picture"][wanted]
        return Shown(Goal(picture=picture.address), picture, reference.words)
    if site.expects("picture", wanted):
        return None
    written = {each.casefold(): each for each in site["picture"] if each.startswith("content/")}
    near = nearest(wanted.casefold(), written)
    hint = Message("put the file beside the text")
    if near:
        hint = Message("nearest: {near}", near=way_to(document, written[near]))
    return document.problem("E130", Message("there is no picture '{path}'; {hint}", path=path, hint=hint), *at)


def joins(site: Site) -> Mapping[tuple[str, str], frozenset[str]]:
    """The pages of texts that show pictures can let them wait."""
    return {
        (each.concept, each.key): frozenset({"picture"})
        for each in site.editions.values()
        if any(reference.kind == "image" for reference in each.document.references)
    }


def files(site: Site, _: Absolute) -> Mapping[str, bytes]:
    """The drawings, which are shown as they are; what is made of photographs comes in a step of the build."""
    return {each.address: each.data for each in site["picture"].values() if each.data}


def picture(_: object) -> Concept:
    return Concept(name="picture", read=read, joins=joins, resolves={"image": resolve_image}, files=files)


def register() -> None:
    concepts.connect(picture)
