"""Every link, picture, script, style and address leads to a file of the site, and to an id that is there."""

import json
import re
from collections.abc import Iterator

from plugins.shared.message import Message
from plugins.shared.problem import nearest
from tools.checks.address import INDEX, Target, parts_of
from tools.checks.facts import Pages
from tools.checks.finding import Finding
from tools.checks.page import PREVIEW, BuiltPage, Link, rel_of
from tools.checks.site import BuiltSite

CODE = "E301"
LINK, PICTURE, STYLE = Message("link"), Message("picture"), Message("style")
WORDS = {"a": LINK, "area": LINK, "img": PICTURE, "source": PICTURE}
IN_STYLES = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


def links_lead_somewhere(page: BuiltPage) -> Iterator[Finding]:
    for link in page.links:
        wrong = badly_written(link, page)
        if wrong:
            yield page.finding(CODE, leads(what(link), link.written, wrong), link.element)
        elif link.target and (wrong := missing(link.target, page)):
            there = f"#{link.target.anchor}" if link.target.file == page.page.file else link.target
            yield page.finding(CODE, leads(what(link), there, wrong), link.element)


def leads(what: Message | str, address: object, wrong: Message) -> Message:
    return Message("{what} to '{address}': {wrong}", what=what, address=address, wrong=wrong)


def badly_written(link: Link, page: BuiltPage) -> Message | None:
    """What is wrong with how an address is written, and what to do."""
    parts = parts_of(link.written)
    if parts is None:
        return Message("no browser can read this address; correct it")
    if not link.written.strip() and link.element.name not in ("a", "form"):
        return Message("the address is missing; write it")
    if link.element.get("property") == PREVIEW and not (parts.netloc and link.target):
        begins = page.site.full("")
        return Message(
            "others ask for this; write all of an address of this site, which begins with '{begins}'", begins=begins
        )
    absolute = parts.path.startswith("/")
    if parts.scheme or parts.netloc or not parts.path:
        return None
    if page.page.rooted and not absolute:
        return Message("this page is served at any depth; begin the address with '{path}'", path=page.site.base.path)
    if absolute and not page.page.rooted:
        return Message("this works at one address of the site only; write the way from this page")
    if link.target and link.target.file.startswith("../"):
        return Message("this is outside of the site, which stands at '{path}'; correct it", path=page.site.base.path)
    return None


def missing(target: Target, page: BuiltPage) -> Message | None:
    """What a link of this page leads to in vain; an id on another page is looked for when all have been read."""
    return lost(target, page.site) or (nowhere(target, page.ids) if target.file == page.page.file else None)


def what(link: Link) -> Message | str:
    """The word for an element that names an address; of the head it is what the page is to that address."""
    if link.element.name == "link":
        return " ".join(sorted(rel_of(link.element))) or LINK
    if link.element.get("property") == PREVIEW:
        return Message("preview")
    return WORDS.get(link.element.name, link.element.name)


def lost(target: Target, site: BuiltSite) -> Message | None:
    """What to do about a file that is not there, as its name is written."""
    if target.file in site.files:
        return None
    if f"{target.file}/{INDEX}" in site.files:
        return Message("that is a folder; end the address with '/'")
    return Message("no such page or file; {hint}", hint=site.hint(target))


def nowhere(target: Target, ids: frozenset[str] | dict[str, object]) -> Message | None:
    """What to do about an id that is not on the page."""
    if target.anchor in ids or target.anchor in ("", "top"):
        return None
    near = nearest(target.anchor, ids)
    hint = Message("nearest: #{near}", near=near) if near else Message("correct it")
    return Message("nothing there has this id; {hint}", hint=hint)


def anchors_exist(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    for file, facts in pages.items():
        for way in facts.anchors:
            there = pages.get(way.target.file)
            if there and (wrong := nowhere(way.target, there.ids)):
                yield Finding(file, CODE, leads(LINK, way.target, wrong), way.line, way.column)


def entries_lead_somewhere(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """What the feeds and the sitemap name; what leads away from the site does not belong there, and is told as that."""
    for file, found in site.entries.items():
        for entry in (*found.entries, *found.links):
            for address in (entry.address, *entry.alternates.values()):
                there = site.target(address, file)
                if there and (wrong := lost(there, site)):
                    yield Finding(file, CODE, leads(LINK, address, wrong), entry.line, entry.column)


def manifests_lead_somewhere(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """What the manifests name: icons, the page that the app opens."""
    for file in sorted(site.files):
        if file.endswith(".webmanifest"):
            text = site.read(file).decode("utf-8")
            found = json.loads(text)
            for written in (found["start_url"], found["scope"], *(each["src"] for each in found["icons"])):
                there = site.target(written, file)
                if there and (wrong := lost(there, site)):
                    place = place_in(text, text.find(f'"{written}"') + 1)
                    yield Finding(file, CODE, leads(LINK, there, wrong), *place)


def styles_lead_somewhere(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """What the stylesheets load."""
    for file, written, line, column in in_styles(site):
        there = site.target(written, file)
        if there and (wrong := lost(there, site)):
            yield Finding(file, CODE, leads(STYLE, there, wrong), line, column)


def in_styles(site: BuiltSite) -> Iterator[tuple[str, str, int, int]]:
    """Every address in a stylesheet of the site: the file, the address, its line and column."""
    for file in sorted(site.files):
        if file.endswith(".css"):
            text = site.read(file).decode("utf-8", "replace")
            for found in IN_STYLES.finditer(text):
                yield file, found[1] or found[2], *place_in(text, found.start())


def place_in(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1."""
    before = text[:at]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
