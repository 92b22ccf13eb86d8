"""Links in a text: between source files, so that they work in a git host's preview; checked here."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.shared.concept import Concept, concepts
from plugins.shared.document import Document
from plugins.shared.markdown import Reference
from plugins.shared.message import Message
from plugins.shared.problem import Problem, instead, nearest
from plugins.shared.site import Goal, Site, Target
from plugins.shared.target import SCHEME, named, short, way_to

SCHEMES = ("https", "mailto", "tel")


@dataclass(frozen=True)
class Link:
    """A link that leads somewhere."""

    goal: Goal


def resolve_link(reference: Reference, document: Document, lang: str, site: Site) -> Link | Problem | None:
    at = reference.line, reference.column
    path, _, section = unquote(reference.target).partition("#")
    if scheme := re.match(f"{SCHEME}|//", re.sub(r"[\x00-\x20]", "", path)):  # browsers skip such letters
        if scheme[1] in SCHEMES:
            return Link(Goal(web=reference.target))
        message = Message(
            "'{target}' is not allowed; a link to the web begins with https:, mailto: or tel:",
            target=short(reference.target),
        )
        return document.problem("E115", message, *at)
    return _in_content(reference, document, lang, site, path, section)


def _in_content(
    reference: Reference, document: Document, lang: str, site: Site, path: str, section: str
) -> Link | Problem | None:
    at = reference.line, reference.column
    if not path and not section:
        message = Message("this link leads nowhere; name a file or a section between ( and )")
        return document.problem("E111", message, *at)
    if not path:
        return _in_section(reference, document, Goal(lang=lang), document, section)
    if path.startswith("/"):
        message = Message(
            "link to '{target}': link to the source file, such as {way}",
            target=reference.target,
            way=f"../../topic/guide/{lang}.md",
        )
        return document.problem("E111", message, *at)
    wanted = named(document, path)
    if not wanted.startswith("content/"):
        message = Message("link to '{target}' leaves content/; link to a file in it", target=reference.target)
        return document.problem("E114", message, *at)
    if site.expects("picture", wanted):
        picture = site["picture"].get(wanted)
        return Link(Goal(picture=picture.address)) if picture else None
    if wanted in site.targets:
        return _of_data(reference, document, site.targets[wanted], section)
    if wanted not in site.editions:
        if wanted.endswith(".yaml") and any(site.unread.values()):
            return None
        folder = posixpath.dirname(wanted)
        if any(folder.endswith("/" + key) for keys in site.unread.values() for key in keys):
            return None
        near = nearest(wanted, [*(name for name, each in site.editions.items() if each.lang == lang), *site.targets])
        message = Message("link to '{target}': no such text or picture", target=reference.target)
        if near:
            message = Message(
                "link to '{target}': no such text or picture; nearest: {near}",
                target=reference.target,
                near=way_to(document, near),
            )
        return document.problem("E111", message, *at)
    there = site.editions[wanted]
    if there.lang != lang and lang in site[there.concept][there.key].documents:
        better = re.sub(rf"\b{there.lang}\.md", f"{lang}.md", reference.target)
        message = Message(
            "link to '{target}' changes the language; link to '{better}'", target=reference.target, better=better
        )
        return document.problem("E113", message, *at)
    goal = Goal(there.concept, there.key, lang=there.lang)
    return _in_section(reference, document, goal, there.document, section)


def _in_section(reference: Reference, document: Document, goal: Goal, there: Document, section: str) -> Link | Problem:
    if section and section not in (each.key for each in there.headings) and there.whole:
        hint = there.other_than(section)
        message = Message("link to '{target}': no such section; {hint}", target=reference.target, hint=hint)
        return document.problem("E112", message, reference.line, reference.column)
    return Link(goal._replace(section=section))


def _of_data(reference: Reference, document: Document, there: Target, section: str) -> Link | Problem:
    """To the page that is made of a file of YAML."""
    if section and section not in there.sections:
        hint = instead(section, sorted(there.sections))
        message = Message("link to '{target}': no such section; {hint}", target=reference.target, hint=hint)
        return document.problem("E112", message, reference.line, reference.column)
    return Link(there.goal._replace(section=section))


def link(_: object) -> Concept:
    return Concept(name="link", resolves={"link": resolve_link})


def register() -> None:
    concepts.connect(link)
