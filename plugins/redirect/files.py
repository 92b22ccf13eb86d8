"""What leads on besides pages: `_redirects` for hosts that know it, and files beside a page that has moved."""

import posixpath
from collections.abc import Mapping
from urllib.parse import urlsplit

from plugins.redirect.way import addresses_of, follow, lang_of, redirects_of
from plugins.shared.concept import Absolute
from plugins.shared.site import Page, Pages, Site

NAME = "_redirects"
STATUS = 301  # without `!`, which Netlify alone knows: there the page leads on, elsewhere this line comes first


def files(site: Site, pages: Pages, made: Mapping[str, bytes], absolute: Absolute) -> dict[str, bytes]:
    found = copies(site, pages, made)
    lines = [
        f"{path_of(page.address, absolute)} {path_of(page.shows['there'].address, absolute)} {STATUS}\n"
        for page in sorted(pages, key=lambda each: each.address)
        if page.kind == "redirect"
    ]
    return found | {NAME: "".join(lines).encode()} if lines else found


def path_of(address: str, absolute: Absolute) -> str:
    """From the top of the host: below it, the site may stand in a folder."""
    return urlsplit(absolute(address)).path


def copies(site: Site, pages: Pages, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """A calendar or a feed that a reader's program asks for at its old address: no page could lead that on.

    Nothing where the page has no such file today, as a calendar whose days are over.
    """
    known, redirects = addresses_of(site), redirects_of(site)
    found = {}
    for address, owner in known.addresses.items() if known else ():
        ending = posixpath.splitext(address)[1]
        if ending in ("", ".html") or address in made:
            continue
        there = follow(owner, lang_of(address, site), pages, redirects)
        beside = there.address if isinstance(there, Page) else None
        same = [name for name in sorted(made) if posixpath.splitext(name)[1] == ending and folder(name) == beside]
        if same:
            found[address] = made[same[0]]
    return found


def folder(name: str) -> str:
    return name[: name.rfind("/") + 1]
