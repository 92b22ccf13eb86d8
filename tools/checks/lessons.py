"""Lessons in one file: light enough to be sent, whole, and asking no other address.

They are made of pages that have been checked, so what is looked for here is what putting these together can break.
"""

import re
from collections.abc import Iterator
from html import unescape

from plugins.shared.message import Message
from plugins.shared.site import Page
from tools.checks import html, links, privacy, weight
from tools.checks.address import Target
from tools.checks.facts import Pages
from tools.checks.finding import Finding
from tools.checks.links import LINK, leads, lost, nowhere, place_in
from tools.checks.privacy import AFAR, WAYS, hashed
from tools.checks.site import BuiltSite

BUDGETS = {"guide": 200_000, "course": 1_500_000}  # bytes, as a chat sends them: the heaviest had 190 kB and 1.1 MB
TAG = re.compile(r'<([a-z][\w-]*)(?:\s((?:[^<>"]|"[^"]*")*))?>')
ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
LOADS = ("src", "srcset", "action", "formaction", "poster", "data", "xlink:href")
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)


def lessons_are_whole(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    for page in {each.packed: each for each in (site.tree.pages if site.tree else ()) if each.packed}.values():
        if page.packed in site.files:  # that it is not there is told as a link
            text = site.read(page.packed).decode()
            yield from light(page, len(text.encode()))
            yield from whole(page.packed, text, site, pages)
            yield from closed(page.packed, text)


def light(page: Page, size: int) -> Iterator[Finding]:
    over = size - BUDGETS[page.kind]
    if over > 0:
        message = Message(
            "its lesson in one file has {size} bytes, {over} more than the {budget} that it may have; "
            "shorten it, or make two of it",
            size=size,
            over=over,
            budget=BUDGETS[page.kind],
        )
        yield Finding(page.file, weight.CODE, message)


def whole(file: str, text: str, site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """Each id stands once, and what links lead to is there: in the file, or on the site."""
    ids: dict[str, int] = {}
    ways = []
    for tag in TAG.finditer(text):
        for name, value in ATTRIBUTE.findall(tag[2] or ""):
            if name == "id" and value in ids:
                line, _ = place_in(text, ids[value])
                message = Message("the id '{id}' stands in line {line} too; change one", id=value, line=line)
                yield Finding(file, html.CODE, message, *place_in(text, tag.start()))
            elif name == "id":
                ids[value] = tag.start()
            elif name == "href" and tag[1] == "a":
                ways.append((unescape(value), tag.start()))
    for written, at in ways:
        if wrong := lost_way(written, file, site, pages, ids):
            yield Finding(file, links.CODE, leads(LINK, written, wrong), *place_in(text, at))


def lost_way(written: str, file: str, site: BuiltSite, pages: Pages, ids: dict[str, int]) -> Message | None:
    """What is wrong with where a link leads; from a file on a stick, a relative way leads nowhere."""
    if written.startswith("#"):
        return nowhere(Target(file, written[1:]), ids)
    if written.partition(":")[0] not in WAYS[1:]:
        return Message("it begins with neither https nor mailto nor tel; correct it")
    there = site.target(written, file)
    if there is None:
        return None
    known = pages.get(there.file)
    return lost(there, site) or (nowhere(there, known.ids) if known else None)


def closed(file: str, text: str) -> Iterator[Finding]:
    """Nothing is loaded, and what runs or styles is known by its hash."""
    for tag in TAG.finditer(text):
        for name, value in ATTRIBUTE.findall(tag[2] or ""):
            if (name in LOADS or (name == "href" and tag[1] in ("link", "use"))) and not value.startswith(
                ("data:", "#")
            ):
                message = Message("{what} at '{address}': {wrong}", what=tag[1], address=value[:80], wrong=AFAR)
            elif name == "style" or name.startswith("on"):
                message = Message(
                    "the attribute '{name}' is refused by the page's policy; put it into a file", name=name
                )
            else:
                continue
            yield Finding(file, privacy.CODE, message, *place_in(text, tag.start()))
    policy = POLICY.search(text)
    rules = dict(rule.split(maxsplit=1) for rule in policy[1].split("; ")) if policy else {}
    for found in INLINE.finditer(text):
        if rules.get(f"{found[1]}-src") != hashed(found[2]):
            message = Message("this style stands in the page; put it into a file")
            if found[1] == "script":
                message = Message("this script stands in the page; put it into a file")
            yield Finding(file, privacy.CODE, message, *place_in(text, found.start()))
