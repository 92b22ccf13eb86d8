"""Reads pictures: of a photograph only the first bytes, which say what it is and how large."""

import hashlib
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, UnidentifiedImageError

from plugins.picture.model import Picture, address, photograph, room
from plugins.picture.safe import UNFIT, wrong_in
from plugins.shared.message import Message
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.source import files_under
from plugins.shared.twins import PICTURES

LIMIT = 10_000_000  # bytes: a phone's photograph has 2 to 8 million, and git keeps every version for ever
LIMIT_OF_DRAWINGS = 300_000  # bytes; they are shown as they are
PIXELS = 50_000_000  # what the best phones take; one of them opened needs four bytes a pixel
LONGEST = 20  # times as long on one side as on the other: WebP ends at 16,383 pixels, and readers before that
RECIPE = f"1, Pillow {PIL.__version__}"  # what make.py does; change its number with whatever changes a byte

FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
MOVING = ("AVIF", "GIF", "PNG", "WEBP")  # a JPEG with several frames is a phone's, with the same picture smaller
PLAIN = ("GIF", "PNG")  # what screenshots are saved as: few colours, sharp letters
ORIENTATION = 0x0112
UNREADABLE = (  # what the library raises where a file is not what its first bytes promise
    *(ArithmeticError, AssertionError, EOFError, LookupError, MemoryError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, struct.error, zlib.error),
)
ROOT = re.compile(rb"<svg\b[^>]*>")
SAYS = r"(?<=\s){}\s*=\s*[\"']\s*([^\"']*)[\"']"


def read(reading: Reading) -> dict[str, Picture]:
    """Every picture of the content, by its name as it is written on the disk: case matters on the web.

    And where the components are shown, the samples that they show.
    """
    found: dict[str, Picture] = {}
    folders = [(reading.content, reading.root)]
    if reading.workshop:
        folders.append((reading.theme / "components", reading.theme.parent))
    for folder, root in folders:
        for path in files_under(folder, root, reading.problems):
            if path.suffix in PICTURES:
                name = path.relative_to(root).as_posix()
                picture = read_picture(name, path)
                if isinstance(picture, Problem):
                    reading.problems.add(picture)
                    reading.unread.add(name)
                else:
                    found[name] = picture
    return found


def read_picture(name: str, path: Path) -> Picture | Problem:
    limit, size = LIMIT_OF_DRAWINGS if path.suffix == ".svg" else LIMIT, path.stat().st_size
    if size > limit:
        message = Message("the picture has {size} bytes; make it smaller than {limit}", size=size, limit=limit)
        return Problem(name, 1, 1, "E149", message)
    data = path.read_bytes()
    return drawing_of(name, data) if path.suffix == ".svg" else photograph_of(name, data)


def photograph_of(name: str, data: bytes) -> Picture | Problem:
    """Whatever the ending of its name says: many a program writes a wrong one."""

    def problem(code: str, message: Message) -> Problem:
        return Problem(name, 1, 1, code, message)

    message = Message(
        "the picture has more than {limit} pixels; make it smaller, 4000 on a side are plenty", limit=PIXELS
    )
    many = problem("E149", message)
    try:
        with opened(data) as image:
            size = upright(image)
            sharp = image.format in PLAIN or image.has_transparency_data
            moves = image.format in MOVING and getattr(image, "is_animated", False)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return many
    except UNREADABLE:
        return problem("E152", Message("this is no picture that can be read here; save it as JPEG or PNG"))
    if size[0] * size[1] > PIXELS:
        return many
    if max(size) > LONGEST * min(size):
        width, height = size
        message = Message(
            "the picture is {width} pixels wide and {height} high; cut it into several", width=width, height=height
        )
        return problem("E149", message)
    if moves:
        return problem("E152", Message("this picture moves; show a still one, and say the rest in words"))
    return photograph(name, size, digest(data), "png" if sharp else "jpeg")


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """A picture of which nothing but its beginning is read; what the library warns of is no editor's business."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if min(image.size) < 1:
                raise UnidentifiedImageError("it has no pixels")
            yield image


def upright(image: Image.Image) -> tuple[int, int]:
    """Its size as it is looked at."""
    width, height = image.size
    return (height, width) if orientation(image) > 4 else (width, height)


def orientation(image: Image.Image) -> int:
    """How the camera was held, 1 to 8 as EXIF numbers it; asked before the picture is decoded."""
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif"))
        said = exif.get(ORIENTATION, 1)
    except UNREADABLE:
        return 1
    return said if said in range(1, 9) else 1


def digest(data: bytes) -> str:
    """Ten letters that change with the picture, and with what is made of it."""
    return hashlib.sha256(RECIPE.encode() + b"\0" + data).hexdigest()[:10]


def drawing_of(name: str, data: bytes) -> Picture | Problem:
    if found := wrong_in(data):
        line, message = found
        return Problem(name, line, 1, "E152" if message in UNFIT else "E149", message)
    size = size_of(data)
    if size is None:
        return Problem(name, 1, 1, "E152", Message("this drawing does not say how large it is; save it with a viewBox"))
    return Picture(name, *room(*size), address(name), data=data)


def size_of(svg: bytes) -> tuple[int, int] | None:
    """Width and height of a drawing, which its viewBox says, else its own attributes."""
    root = ROOT.search(svg)
    tag = root[0].decode("utf-8", "replace") if root else ""
    said = {key: re.findall(r"[\d.]+", found[1]) for key in ("viewBox", "width", "height") if (found := says(tag, key))}
    numbers = said.get("viewBox", ())[2:4] or [*said.get("width", ())[:1], *said.get("height", ())[:1]]
    try:
        width, height = (round(float(each)) for each in numbers)
    except ValueError:
        return None
    return (width, height) if min(width, height) > 0 else None


def says(tag: str, key: str) -> re.Match[str] | None:
    return re.search(SAYS.format(key), tag)
