"""What a picture is to a page: how large it stands there, and the files that a browser chooses from.

All of it follows from the picture's bytes and its size in pixels, so a page is rendered before any file is made.
"""

from dataclasses import dataclass
from typing import NamedTuple

COLUMN = 544  # CSS pixels: what a text has on a wide screen, --measure of tokens.css
TALLEST = 640  # and not much more than a phone's screen in height,
NARROWEST = 320  # unless that left too little to read in the picture of a phone's screen
EDGES = 32  # both sides of the text on a phone, 2 × --side
DENSE = 2  # pixels for each CSS pixel at most; nobody sees more, and everybody pays for it

# 480 is what phones of 360 px with one pixel each choose, 800 those with two; with three, the largest
WIDTHS = (480, 800)
STEP = 1.2  # a size that is hardly smaller than the next is not worth a file
FALLBACK = 800
SIZE = "\ue004"  # letters that no text has, around a file's address: its kB stands there once it has been made

BUDGET = 100_000  # bytes; each of these files is what some phone loads
BUDGET_OF_FALLBACK = 200_000  # bytes; for browsers that know neither AVIF nor WebP, which few readers still have


class Variant(NamedTuple):
    """One file that is made of a picture; its kind is what comes after `image/`."""

    address: str
    kind: str
    width: int  # pixels
    height: int

    @property
    def fallback(self) -> bool:
        return self.kind in ("jpeg", "png")

    @property
    def budget(self) -> int:
        return BUDGET_OF_FALLBACK if self.fallback else BUDGET


class Source(NamedTuple):
    """The files of one kind, from the smallest."""

    kind: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True)
class Picture:
    """A picture of the content; the others of its kind choose from `sources`, every browser can show `address`."""

    name: str  # of its file in the project
    width: int  # CSS pixels, where there is room
    height: int
    address: str
    digest: str = ""  # of its bytes and of what is made of them
    sources: tuple[Source, ...] = ()  # the best first
    fallback: Variant | None = None
    data: bytes = b""  # of a drawing, which is its only file

    @property
    def sizes(self) -> str:
        """How wide it will stand, for the browser that chooses before it has laid out the page."""
        if self.width + EDGES <= 320:
            return f"{self.width}px"
        return f"(min-width: {self.width + EDGES}px) {self.width}px, calc(100vw - {EDGES}px)"

    @property
    def kilobytes(self) -> str:
        """The kB of each file that the best browsers choose from, which are told when all are made."""
        found = [each.address for each in self.sources[0].variants] if self.sources else [self.address]
        return " ".join(f"{SIZE}{each}{SIZE}" for each in found)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Every file that is made of it."""
        found = [each for source in self.sources for each in source.variants]
        return (*found, self.fallback) if self.fallback else ()


def photograph(name: str, size: tuple[int, int], digest: str, fallback: str) -> Picture:
    """What is made of a picture of so many pixels; `fallback` is the kind that every browser can show."""
    shown = room(*size)
    widest = min(size[0], DENSE * shown[0])
    widths = [*(each for each in WIDTHS if each * STEP <= widest), widest]

    def variant(width: int, kind: str, ending: str) -> Variant:
        return Variant(f"{stem}{ending}", kind, width, max(1, round(width * size[1] / size[0])))

    stem = f"{address(name).rpartition('.')[0]}.{digest}"
    sources = tuple(
        Source(kind, tuple(variant(width, kind, f"-{width}.{kind}") for width in widths)) for kind in ("avif", "webp")
    )
    last = variant(min(widest, FALLBACK), fallback, f".{fallback}")
    return Picture(name, *shown, last.address, digest, sources, last)


def room(width: int, height: int) -> tuple[int, int]:
    """How large it stands on a page, in CSS pixels: never larger than it is, and neither too wide nor too tall."""
    wanted = min(width, COLUMN, max(NARROWEST, round(TALLEST * width / height)))
    return wanted, max(1, round(wanted * height / width))


def address(name: str) -> str:
    """Where a picture of the content stands in the site, once for all languages."""
    return "media/" + name.removeprefix("content/")
