"""The site as an app: what a device that keeps it asks for, a manifest a language, the icons, and how it looks."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.hub.colours import Colour
from plugins.hub.drawing import Drawing, Materials
from plugins.shared.site import Site, way_from

TEMPLATE, SCREEN = "icon.j2", "screen.j2"
MARK = "favicon"


class Icon(NamedTuple):
    """One picture of the brand."""

    address: str
    width: int
    share: str  # of the width that the mark takes on a ground of its colour; nothing where it has no ground
    purpose: str = ""  # in the manifest


ICONS = (
    Icon("favicon.ico", 32, ""),  # asked for by what reads no HTML
    Icon("apple-touch-icon.png", 180, "1"),  # iOS rounds its corners, and makes what is transparent black
    Icon("theme/icon-192.png", 192, "", "any"),
    Icon("theme/icon-512.png", 512, "", "any"),
    Icon("theme/icon-maskable-512.png", 512, "0.86", "maskable"),  # a device may cut all but a circle of 80 %
)


class Screen(NamedTuple):
    """The home page as it looks on a device, which asks before it installs."""

    form: str  # in the manifest
    width: int
    height: int


SCREENS = (Screen("narrow", 720, 1280), Screen("wide", 1280, 720))


def screens(lang: str, site: Site, theme: Path) -> Iterator[Drawing]:
    """One a screen, in their order."""
    materials, identity = Materials(theme), site.identity
    for each in SCREENS:
        view = {
            "form": each.form,
            "brand": identity.name[lang],
            "title": identity.tagline[lang],
            "text": identity.description[lang],
            "doors": "\n".join(door.title[lang] for door in identity.doors),
            "mark_svg": materials.svg(MARK),
        }
        key = materials.key(SCREEN, each.width, view)
        yield Drawing(f"{lang}/{key[:6]}.png", SCREEN, each.width, view, key)


def icons(theme: Path) -> Iterator[Drawing]:
    materials = Materials(theme)
    for each in ICONS:
        view = {"mark_svg": materials.svg(MARK), "share": each.share}
        yield Drawing(each.address, TEMPLATE, each.width, view, materials.key(TEMPLATE, each.width, view))


def address(lang: str) -> str:
    """Where the manifest of this language stands in the site."""
    return f"{lang}/manifest.webmanifest"


def manifest(
    lang: str, site: Site, colours: Mapping[str, Colour], theme: Path, absolute: Callable[[str], str]
) -> bytes:
    """It opens the language's home page, and the whole site is in its scope: the language can be changed. Each language
    is an app of its own, whatever its home page is called one day.
    """
    identity, here = site.identity, address(lang)
    paper = colours["paper"].light
    data = {
        "id": urlsplit(absolute(f"{lang}/")).path,
        "name": identity.name[lang],
        "short_name": identity.name[lang],
        "description": identity.description[lang],
        "lang": lang,
        "dir": site.words[lang].direction,
        "start_url": "./",
        "scope": way_from(here, ""),
        "display": "standalone",
        "theme_color": paper,
        "background_color": paper,
        "icons": [
            {
                "src": way_from(here, each.address),
                "sizes": f"{each.width}x{each.width}",
                "type": "image/png",
                "purpose": each.purpose,
            }
            for each in ICONS
            if each.purpose
        ],
        "screenshots": [
            {
                "src": way_from(here, drawn.address),
                "sizes": f"{each.width}x{each.height}",
                "type": "image/png",
                "form_factor": each.form,
            }
            for each, drawn in zip(SCREENS, screens(lang, site, theme), strict=True)
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
