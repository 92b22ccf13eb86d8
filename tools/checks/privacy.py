"""Nothing comes from another address, nothing runs or styles inline, and the page's policy holds browsers to it."""

import base64
import hashlib
import re
from collections.abc import Iterator

from bs4 import Tag

from plugins.shared.message import Message
from tools.checks.address import parts_of
from tools.checks.facts import Pages
from tools.checks.finding import Finding
from tools.checks.links import STYLE, in_styles, leads, what
from tools.checks.page import PREVIEW, BuiltPage, Link, place_of, rel_of
from tools.checks.site import BuiltSite

CODE = "E305"
WAYS = ("", "https", "mailto", "tel")  # what a reader may follow
NAMES_ONLY = {"canonical", "alternate", "license", "author", "help", "me", "next", "prev", "search"}  # loads nothing
PICTURES = ("img", "source", "image")
DATA = "application/ld+json"  # what stands in a script and does not run
COMPILING = ("search", "component")  # the kinds of page that run WebAssembly; a component may be the search
HASH = re.compile(r"'sha(256|384|512)-[\w+/-]+={0,2}'")
AFAR = Message("the site asks no other address; keep it here, and write the way to it")


def nothing_comes_from_elsewhere(page: BuiltPage) -> Iterator[Finding]:
    for link in page.links:
        parts = parts_of(link.written)
        afar = parts and (parts.scheme or parts.netloc)  # one that nobody can read is told as a link
        if loads(link) and afar and not (parts.scheme == "data" and link.element.name in PICTURES):
            message = Message("{what} at '{address}': {wrong}", what=what(link), address=link.written[:80], wrong=AFAR)
            yield page.finding(CODE, message, link.element)


def styles_load_nothing_from_elsewhere(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    for file, written, line, column in in_styles(site):
        parts = parts_of(written)
        if parts is None or parts.netloc or parts.scheme not in ("", "data"):
            message = Message("{what} at '{address}': {wrong}", what=STYLE, address=written[:80], wrong=AFAR)
            yield Finding(file, CODE, message, line, column)


def links_are_safe(page: BuiltPage) -> Iterator[Finding]:
    for link in page.links:
        parts = parts_of(link.written) if link.element.name in ("a", "area") and not loads(link) else None
        if parts and (parts.scheme not in WAYS or (parts.netloc and not parts.scheme)):
            wrong = Message("it begins with neither https nor mailto nor tel; correct it")
            yield page.finding(CODE, leads(what(link), link.written, wrong), link.element)


def nothing_runs_or_styles_inline(page: BuiltPage) -> Iterator[Finding]:
    """Also in a template, which will be on the page. A style may stand in it if the policy has its hash."""
    policy = policy_of(page)  # that there is none is told elsewhere
    for each in page.everything:
        if each.name == "script" and "src" not in each.attrs and each.get("type") != DATA:
            yield page.finding(CODE, Message("this script stands in the page; put it into a file"), each)
        elif each.name == "style" and policy and hash_of(each) not in policy.get("style-src", ()):
            yield page.finding(CODE, Message("this style stands in the page; put it into a file"), each)
        for name in each.attrs:
            if name == "style" or name.startswith("on"):
                message = Message(
                    "the attribute '{name}' is refused by the page's policy; put it into a file", name=name
                )
                yield page.finding(CODE, message, each)


def policy_is_strict(page: BuiltPage) -> Iterator[Finding]:
    meta, policy = meta_of(page), policy_of(page)
    if meta is None:
        yield page.finding(CODE, Message("the page has no Content-Security-Policy in its head; add it"), page.head)
        return
    early = next((each.element for each in page.links if loads(each)), meta)
    if place_of(early) < place_of(meta):
        yield page.finding(CODE, Message("this loads before the page's policy is known; put it below"), early)
    if next(iter(policy.items()), None) != ("default-src", ["'none'"]):
        message = Message("the page's policy begins with another rule; begin with \"default-src 'none'\"")
        yield page.finding(CODE, message, meta)
    for rule, sources in policy.items():
        for each in sources:
            if not is_allowed(rule, each, page.page.kind):
                message = Message("the page's policy allows {source} in {rule}; remove it", source=each, rule=rule)
                yield page.finding(CODE, message, meta)


def is_allowed(rule: str, source: str, kind: str) -> bool:
    """True for what comes from this site, for what is known by its hash, and for pictures within a page."""
    if source == "'wasm-unsafe-eval'":
        return rule == "script-src" and kind in COMPILING
    return source in ("'none'", "'self'") or bool(HASH.fullmatch(source)) or (rule, source) == ("img-src", "data:")


def loads(link: Link) -> bool:
    """True where a browser asks the address by itself, or sends there what the reader wrote."""
    if link.element.name in ("a", "area"):
        return link.attribute == "ping"
    if link.element.get("property") == PREVIEW:
        return False
    return link.element.name != "link" or not rel_of(link.element) <= NAMES_ONLY


def meta_of(page: BuiltPage) -> Tag | None:
    """The element that states the page's policy; browsers pass over one that is not in the head."""
    metas = (each for each in page.named("meta") if each.get("http-equiv", "").lower() == "content-security-policy")
    return next((each for each in metas if each.find_parent("head")), None)


def policy_of(page: BuiltPage) -> dict[str, list[str]]:
    """The sources that the page's policy allows, by rule; of two with one name, the first is the one that holds."""
    meta, found = meta_of(page), {}
    for rule in meta.get("content", "").split(";") if meta else ():
        if rule.strip():
            name, *sources = rule.split()
            found.setdefault(name.lower(), sources)
    return found


def hash_of(element: Tag) -> str:
    return hashed(element.get_text())


def hashed(text: str) -> str:
    """A style or a script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
