"""What is made of a photograph: upright, in the screen's colours, without what nobody needs to know, light enough."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from plugins.picture.make import Damaged, Maker
from plugins.picture.read import photograph_of

NAME = "content/guides/bread/first-loaf/oven.jpg"
HOME = "Jalan Rahasia 17"
FORMAL = {  # what the library says of every file of a format, whatever is in it
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
    *("background", "duration", "loop", "timestamp"),
}


def made(data: bytes) -> dict[str, bytes]:
    """The files of a picture by the end of their addresses: `-480.avif`, `.jpeg`."""
    picture = photograph_of(NAME, data)
    return {each.address.rpartition(picture.digest)[2]: file for each, file in files_of(picture, data)}


def files_of(picture, data):
    maker = Maker(picture, lambda: data)
    return [(each, maker.make(each)) for each in picture.variants]


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def near(one: tuple[int, ...], other: tuple[int, ...], apart: int = 12) -> bool:
    return all(abs(a - b) <= apart for a, b in zip(one, other, strict=True))


def test_each_file_is_what_its_page_says_of_it(photo, save):
    data = save(photo(1300, 900))
    picture = photograph_of(NAME, data)
    for variant, file in files_of(picture, data):
        image = opened(file)
        assert (image.format.lower(), image.size) == (variant.kind, (variant.width, variant.height))
        assert len(file) <= variant.budget
    assert {each.width for each in picture.variants} == {480, 800, 1088}


def test_nothing_is_told_of_the_place_the_time_and_the_camera(photo, save):
    exif = Image.Exif()
    exif[0x010F], exif[0x010E], exif[0x0132] = "Kamera Rahasia", HOME, "2026:11:22 10:00:00"
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 12.0, 30.0), 3: "E", 4: (106.0, 49.0, 0.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    along = {"exif": exif, "icc_profile": profile, "xmp": f"<x:xmpmeta>{HOME}</x:xmpmeta>".encode()}
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        data = save(photo(60, 40), kind, **along, **({"comment": HOME} if kind == "JPEG" else {}))
        assert HOME.encode() in data
        for ending, file in made(data).items():
            assert b"Rahasia" not in file and b"2026:11:22" not in file, (kind, ending)
            image = opened(file)
            assert not dict(image.getexif()), (kind, ending)
            assert set(image.info) <= FORMAL, (kind, ending)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_upright_however_the_camera_was_held(save, turn):
    image = Image.new("RGB", (60, 40), "white")
    image.paste("red", (0, 0, 30, 20))
    upright = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[turn]
    exif = Image.Exif()
    exif[0x0112] = turn
    for kind in ("JPEG", "PNG", "WEBP"):
        for ending, file in made(save(image, kind, exif=exif)).items():
            found = opened(file).convert("RGB")
            assert found.size == ((60, 40) if turn < 5 else (40, 60)), (kind, ending)
            corners = {
                (x, y): found.getpixel((5 + x * (found.width - 10), 5 + y * (found.height - 10)))
                for x in (0, 1)
                for y in (0, 1)
            }
            assert [at for at, colour in corners.items() if near(colour, (255, 0, 0), 40)] == [upright], (kind, ending)


def test_the_colours_of_another_profile_are_those_that_it_means(save):
    """A profile that calls green what sRGB calls red, and the other way round."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    data = save(Image.new("RGB", (60, 40), (250, 10, 10)), "JPEG", quality=95, icc_profile=bytes(profile))
    for ending, file in made(data).items():
        assert near(opened(file).convert("RGB").getpixel((30, 20)), (10, 250, 10), 30), ending


def test_a_profile_that_cant_be_read_does_no_harm(save):
    data = save(Image.new("RGB", (60, 40), (200, 30, 30)), "JPEG", quality=95, icc_profile=b"no profile")
    for ending, file in made(data).items():
        assert near(opened(file).convert("RGB").getpixel((30, 20)), (200, 30, 30)), ending


@pytest.mark.parametrize(
    ("mode", "colour", "kind", "seen"),
    [
        ("CMYK", (0, 255, 255, 0), "JPEG", (255, 0, 0)),
        ("L", 130, "JPEG", (130, 130, 130)),
        ("1", 1, "PNG", (255, 255, 255)),
        ("I;16", 130 * 257, "PNG", (130, 130, 130)),
        ("P", 1, "GIF", None),
        ("LA", (130, 255), "PNG", (130, 130, 130)),
        ("RGBA", (30, 60, 90, 255), "PNG", (30, 60, 90)),
    ],
)
def test_every_kind_of_colours_can_be_shown(save, mode, colour, kind, seen):
    for ending, file in made(save(Image.new(mode, (60, 40), colour), kind)).items():
        image = opened(file)
        assert image.convert("RGBA").getextrema()[3] == (255, 255), ending
        assert seen is None or near(image.convert("RGB").getpixel((30, 20)), seen), ending


def test_what_was_transparent_is_so_still(save):
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    clear.paste((200, 30, 30, 255), (30, 0, 60, 40))
    palette = Image.new("P", (60, 40), 0)
    palette.putpalette([0, 0, 0, 200, 30, 30])
    palette.paste(1, (30, 0, 60, 40))
    for data in (save(clear, "PNG"), save(clear, "WEBP", lossless=True), save(palette, "PNG", transparency=0)):
        for ending, file in made(data).items():
            image = opened(file).convert("RGBA")
            assert image.getpixel((10, 20))[3] == 0, ending
            assert near(image.getpixel((50, 20)), (200, 30, 30, 255)), ending


@pytest.mark.parametrize("size", [(1, 1), (300, 6000), (6000, 300), (7, 3)])
def test_the_smallest_and_the_longest_can_be_made(photo, save, size):
    assert len(made(save(photo(*size)))) >= 3


def test_the_same_picture_gives_the_same_bytes_alone_and_beside_others(photo, save):
    data = save(photo(700, 500))
    once = made(data)
    with ThreadPoolExecutor(4) as pool:
        assert all(each == once for each in pool.map(made, [data] * 4))


def test_a_picture_that_ends_too_soon_is_damaged(photo, save):
    for kind in ("JPEG", "PNG", "WEBP"):
        data = save(photo(400, 300), kind)
        picture = photograph_of(NAME, data)
        with pytest.raises(Damaged):
            files_of(picture, data[: len(data) // 2])


def test_a_screenshot_is_as_sharp_as_it_was_where_that_is_lightest(save):
    image = Image.new("RGB", (400, 300), "white")
    for at in range(0, 300, 20):
        image.paste((31, 53, 102), (20, at, 380, at + 6))
    file = made(save(image, "PNG"))["-400.webp"]
    assert opened(file).convert("RGB").tobytes() == image.tobytes()


def test_what_is_hard_to_compress_loses_quality_before_it_is_refused(photo, save):
    data = save(photo(1200, 900, noise=0.3), quality=90)
    picture = photograph_of(NAME, data)
    calm = photograph_of(NAME, save(photo(1200, 900)))
    for (variant, file), (_, light) in zip(
        files_of(picture, data), files_of(calm, save(photo(1200, 900))), strict=True
    ):
        assert len(light) < len(file) <= variant.budget, variant
