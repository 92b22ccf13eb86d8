"""Makes the files of a photograph: upright, in sRGB, no word of who took it where, as light as they must be.

The same bytes every time: one encoder, one thread, every size from the largest.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from io import BytesIO

from PIL import Image, ImageCms

from plugins.picture.model import Picture, Variant
from plugins.picture.read import PLAIN, UNREADABLE, opened, orientation

Encoder = Callable[[], bytes]

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
QUALITIES = {  # the first that stays within the budget is taken; below the last, nobody would like to look at it
    "avif": (55, 45, 35, 28),
    "webp": (75, 65, 55, 45, 35, 25),
    "jpeg": (78, 68, 58, 48),
}
SHARPER = 15  # a screenshot's AVIF, whose letters show every fault
SMALLER = (0.75, 0.5)  # the fallback may also shrink: its place on the page stays what it is


class Damaged(Exception):
    """The picture begins well and can't be read to its end."""


class Maker:
    """Makes the files of one photograph, which is decoded once, when the first of them is asked for."""

    def __init__(self, picture: Picture, read: Callable[[], bytes]) -> None:
        self._picture, self._read = picture, read

    def make(self, variant: Variant) -> bytes:
        """A file; one that is still over its budget is as light as it gets."""
        image, plain = self._prepared
        return lightest(ENCODERS[variant.kind](sized(image, variant.width, variant.height), plain), variant.budget)

    @cached_property
    def _prepared(self) -> tuple[Image.Image, bool]:
        return prepared(self._read(), max(self._picture.variants, key=lambda each: each.width))


def prepared(data: bytes, widest: Variant) -> tuple[Image.Image, bool]:
    """The picture in the largest of its sizes, and whether it may be a screenshot."""
    size = widest.width, widest.height
    try:
        with opened(data) as image:
            turn, plain = orientation(image), image.format in PLAIN
            lying = size[::-1] if turn > 4 else size
            image.draft(image.mode, (2 * lying[0], 2 * lying[1]))  # a JPEG is read in half its size where that will do
            image.load()
            whole = straight(image)
    except UNREADABLE as error:
        raise Damaged from error
    image = in_srgb(whole.resize(lying, Image.Resampling.LANCZOS, reducing_gap=3.0))
    image = image.transpose(TURNS[turn]) if turn in TURNS else image
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:
        image = image.convert("RGB")
    image.info = {}  # the place, the camera, the profile: what a file of it would be given along
    return image, plain


def straight(image: Image.Image) -> Image.Image:
    """In one of the modes that can be made smaller and have a profile applied: L, RGB, RGBA, CMYK."""
    if image.has_transparency_data:
        return kept(image, image.convert("RGBA"))
    if image.mode.startswith("I"):  # 16 bits of grey
        return kept(image, image.convert("I").point(lambda value: value * (1 / 256)).convert("L"))
    return image if image.mode in ("L", "RGB", "CMYK") else kept(image, image.convert("RGB"))


def kept(before: Image.Image, after: Image.Image) -> Image.Image:
    """The picture with the colour profile that it had."""
    after.info = {key: value for key, value in before.info.items() if key == "icc_profile"}
    return after


def in_srgb(image: Image.Image) -> Image.Image:
    """The colours as screens take them without a profile; one that can't be read is passed over, as browsers do."""
    profile, transparent = image.info.get("icc_profile"), image.mode == "RGBA"
    colours = image.convert("RGB") if transparent else image
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            colours = ImageCms.profileToProfile(colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    colours = colours.convert("RGB")
    if transparent:
        colours.putalpha(image.getchannel("A"))
    return colours


def sized(image: Image.Image, width: int, height: int) -> Image.Image:
    return image if image.size == (width, height) else image.resize((width, height), Image.Resampling.LANCZOS)


def lightest(encoders: Iterable[Encoder], budget: int) -> bytes:
    """The first that stays within the budget, else the smallest."""
    best = b""
    for encoder in encoders:
        data = encoder()
        best = data if not best or len(data) < len(best) else best
        if len(best) <= budget:
            break
    return best


def avif(image: Image.Image, plain: bool) -> Iterator[Encoder]:
    how = {"codec": "aom", "speed": 6, "max_threads": 1, "autotiling": False}
    for quality in QUALITIES["avif"]:
        if plain:
            yield lambda quality=quality: saved(image, "AVIF", quality=quality + SHARPER, subsampling="4:4:4", **how)
        else:
            yield lambda quality=quality: saved(image, "AVIF", quality=quality, subsampling="4:2:0", **how)


def webp(image: Image.Image, plain: bool) -> Iterator[Encoder]:
    """A screenshot loses nothing where that is lightest, and shades of its colours before its sharpness."""
    first, *others = QUALITIES["webp"]
    if plain:
        yield lambda: min(lossless(image), saved(image, "WEBP", quality=first, method=6), key=len)
        for colours in (64, 16):
            yield lambda colours=colours: lossless(image.quantize(colours).convert(image.mode))
    else:
        yield lambda: saved(image, "WEBP", quality=first, method=6)
    for quality in others:
        yield lambda quality=quality: saved(image, "WEBP", quality=quality, method=6)


def lossless(image: Image.Image) -> bytes:
    return saved(image, "WEBP", lossless=True, method=4)


def jpeg(image: Image.Image, plain: bool) -> Iterator[Encoder]:
    for quality in QUALITIES["jpeg"]:
        yield lambda quality=quality: saved(image, "JPEG", quality=quality, optimize=True, progressive=True)
    for scale in SMALLER:
        yield lambda scale=scale: saved(scaled(image, scale), "JPEG", quality=58, optimize=True, progressive=True)


def png(image: Image.Image, plain: bool) -> Iterator[Encoder]:
    yield lambda: min(saved(image, "PNG", optimize=True), saved(image.quantize(256), "PNG", optimize=True), key=len)
    for scale in SMALLER:
        yield lambda scale=scale: saved(scaled(image, scale).quantize(256), "PNG", optimize=True)


def scaled(image: Image.Image, scale: float) -> Image.Image:
    return sized(image, *(max(1, round(each * scale)) for each in image.size))


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


ENCODERS: dict[str, Callable[[Image.Image, bool], Iterator[Encoder]]] = {
    "avif": avif,
    "webp": webp,
    "jpeg": jpeg,
    "png": png,
}
