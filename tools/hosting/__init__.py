"""What hosts need to know of the site: `_headers`, which Netlify and Cloudflare Pages read.

Others are told by their own files, with docs/hosting/ to copy from.
"""

from collections.abc import Iterator, Sequence

from tools.hosting.headers import TYPES, UNCOMMON, cached, everywhere
from tools.made import Made

NAME = "_headers"


def hosting(made: Made) -> None:
    """Add the file to the folder of the site. A step of the build."""
    if made.tree is not None:
        lines = written(made.tree.site.languages)
        (made.folder / NAME).write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")


def written(languages: Sequence[str]) -> Iterator[str]:
    """Two rules that say the same header of one file would be joined, so what is not named keeps the host's own
    `Cache-Control`; both have the one that we want for pages.
    """
    yield "# Read by Netlify and Cloudflare Pages; what it says stands in tools/hosting/headers.py."
    yield from rule("/*", everywhere())
    for address, value in cached(languages):
        yield from rule(address, {"Cache-Control": value})
    for ending in UNCOMMON:
        yield from rule(f"/*{ending}", {"Content-Type": TYPES[ending]})


def rule(address: str, headers: dict[str, str]) -> Iterator[str]:
    yield address
    for name, value in headers.items():
        yield f"  {name}: {value}"
