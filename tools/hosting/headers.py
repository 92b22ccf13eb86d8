"""What a server says with each file of the site: the one table behind `_headers`, docs/hosting/ and `serve`."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

# The system's own table differs from one machine to the next: on Windows a program can turn .js into text/plain.
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".xml": "application/xml",
}
ANYTHING = "application/octet-stream"
UNCOMMON = (".avif", ".ics", ".webmanifest")  # what hosts have been seen to get wrong

YEAR, DAY, NEVER = "public, max-age=31536000, immutable", "public, max-age=86400", "public, max-age=0, must-revalidate"

# An address each; `*` is any letters, slashes too. What is named by its content never changes under its name. The rest,
# pages above all, is asked for again each time, which costs a few bytes where nothing changed: law must not be stale.
CACHED = {
    YEAR: (
        "/theme/*.css",
        "/theme/*.js",
        "/theme/*.json",
        "/offline/*.json",
        "/pagefind/*.pf_filter",
        "/pagefind/*.pf_fragment",
        "/pagefind/*.pf_index",
        "/pagefind/*.pf_meta",
        "/{lang}/*.avif",
        "/{lang}/*.jpeg",
        "/{lang}/*.png",
        "/{lang}/*.webp",
    ),
    DAY: ("/favicon.ico", "/apple-touch-icon.png", "/theme/*.png", "/theme/*.svg"),
}


def everywhere() -> dict[str, str]:
    """With every file.

    The policy allows whatever some page needs, and each page's own is stricter: browsers hold to both. It has no hash
    of a style, because who sets up a server must not have to do it again whenever the style changes. A window
    that opened a page of ours can't reach into it. What others may load (`Cross-Origin-Resource-Policy`) is as ever:
    pictures are for previews elsewhere, feeds and calendars for readers.
    """
    from plugins.hub.frame import policy  # not above: what goes wrong in our modules is told from inside the build

    return {
        "Content-Security-Policy": f"{policy('unsafe-inline', compiles=True)}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",  # codes of results
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def cached(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Address and `Cache-Control` of what is not asked for again each time. No file has two."""
    for value, addresses in CACHED.items():
        for address in addresses:
            for lang in languages if "{lang}" in address else ("",):
                yield address.format(lang=lang), value


def headers_of(file: str, languages: Sequence[str]) -> dict[str, str]:
    """All that a server should say with a file of the site."""
    found = (value for address, value in cached(languages) if matches(address, f"/{file}"))
    kind = TYPES.get(PurePosixPath(file).suffix.lower(), ANYTHING)
    return everywhere() | {"Cache-Control": next(found, NEVER), "Content-Type": kind}


def matches(address: str, path: str) -> bool:
    return bool(re.fullmatch(re.escape(address).replace(r"\*", ".*"), path))
