"""What is known of a picture before it is decoded: how large it is shown, which files it will have, what is wrong."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.picture.model import Picture, photograph, room
from plugins.picture.read import PIXELS, drawing_of, photograph_of, read_picture, size_of
from plugins.shared.problem import Problem

NAME = "content/guides/bread/first-loaf/oven.jpg"


def told(data: bytes, name: str = NAME) -> str:
    """Code and message of what is wrong with a picture; empty where it is good."""
    found = drawing_of(name, data) if name.endswith(".svg") else photograph_of(name, data)
    return f"{found.code} {found.message}" if isinstance(found, Problem) else ""


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((4000, 3000), (544, 408)),
        ((3000, 4000), (480, 640)),
        ((1080, 2400), (320, 711)),  # a phone's screen
        ((300, 6000), (300, 6000)),
        ((100, 100), (100, 100)),  # never larger than it is
        ((1, 1), (1, 1)),
        ((6000, 300), (544, 27)),
    ],
)
def test_a_picture_is_shown_as_large_as_the_text_and_a_screen_allow(size, shown):
    assert room(*size) == shown


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), [480, 800, 1088]),
        ((3000, 4000), [480, 800, 960]),
        ((1080, 2400), [480, 640]),
        ((900, 600), [480, 900]),  # 800 would hardly be lighter
        ((500, 500), [500]),
        ((1, 1), [1]),
    ],
)
def test_a_photograph_comes_in_sizes_and_is_never_enlarged(size, widths):
    made = photograph(NAME, size, "0123456789", "jpeg")
    assert [each.kind for each in made.sources] == ["avif", "webp"]
    for source in made.sources:
        assert [each.width for each in source.variants] == widths
    for each in made.variants:
        assert abs(each.width * size[1] / size[0] - each.height) <= 1
        assert each.address.startswith("media/guides/bread/first-loaf/oven.0123456789")
    assert len({each.address for each in made.variants}) == len(made.variants)


def test_a_phone_on_its_side_took_a_picture_that_stands(photo, save):
    exif = Image.Exif()
    exif[0x0112] = 6
    for kind in ("JPEG", "PNG", "WEBP"):
        found = photograph_of(NAME, save(photo(400, 300), kind, exif=exif))
        assert (found.width, found.height) == (300, 400), kind


def test_only_the_first_bytes_of_a_photograph_are_read(photo, save):
    data = save(photo(400, 300))
    whole, cut = photograph_of(NAME, data), photograph_of(NAME, data[:1000])
    assert (cut.width, cut.height) == (whole.width, whole.height) == (400, 300)


def test_the_address_changes_with_the_picture(photo, save):
    one, same, other = (photograph_of(NAME, save(photo(40, 30), quality=each)) for each in (90, 90, 89))
    assert one.address == same.address != other.address


def test_the_ending_of_a_name_may_be_wrong(photo, save):
    for kind in ("PNG", "WEBP", "AVIF", "GIF"):
        assert told(save(photo(40, 30), kind)) == "", kind


def test_what_may_be_transparent_or_a_screenshot_falls_back_to_png(photo, save):
    clear = photo(40, 30).convert("RGBA")
    clear.putalpha(100)
    for image, kind, ending in (
        (photo(40, 30), "JPEG", ".jpeg"),
        (photo(40, 30), "WEBP", ".jpeg"),
        (photo(40, 30), "PNG", ".png"),
        (clear, "WEBP", ".png"),
        (clear, "AVIF", ".png"),
    ):
        assert photograph_of(NAME, save(image, kind)).address.endswith(ending), kind


def test_a_text_with_the_name_of_a_picture_is_no_picture():
    for data in (b"", b"Not a picture.\n", b"\xff\xd8\xff", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1"):
        assert told(data) == "E152 this is no picture that can be read here; save it as JPEG or PNG"


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_moves_is_refused(photo, save, kind):
    frames = [photo(40, 30, noise) for noise in (0.1, 0.9)]
    data = save(frames[0], kind, save_all=True, append_images=frames[1:])
    assert told(data) == "E152 this picture moves; show a still one, and say the rest in words"


def test_a_still_gif_is_a_picture(photo, save):
    assert told(save(photo(40, 30), "GIF")) == ""


def png_of(width: int, height: int) -> bytes:
    """A PNG that promises so many pixels, and has none of them."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"")),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


@pytest.mark.parametrize("side", [7100, 9600, 13000, 100_000])
def test_a_picture_of_too_many_pixels_is_told_and_never_opened(side):
    """Beyond 89 million the library warns, beyond 178 million it raises."""
    assert told(png_of(side, side)).startswith(f"E149 the picture has more than {PIXELS} pixels; ")


def test_a_strip_is_refused():
    assert told(png_of(300, 6000)) == ""
    assert told(png_of(300, 6001)) == "E149 the picture is 300 pixels wide and 6001 high; cut it into several"
    assert told(png_of(6001, 300)).startswith("E149 ")


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg viewBox="0 0 64 32">', (64, 32)),
        ("<?xml version='1.0'?>\n<svg\n xmlns='a' viewBox='-1 -1 64.4 32.2' width='1cm'>", (64, 32)),
        ('<svg width="64px" height="32px">', (64, 32)),
        ('<svg width="64">', None),
        ('<svg viewBox="0 0 0 32">', None),
        ('<svg viewBox="0 0 1.2.3 32">', None),
        ('<svg data-width="64" data-height="32">', None),
        ("a text", None),
    ],
)
def test_a_drawing_says_how_large_it_is(svg, size):
    assert size_of(svg.encode()) == size


def test_a_file_that_is_too_large_is_not_even_read(tmp_path):
    path = tmp_path / "oven.jpg"
    with path.open("wb") as file:
        file.truncate(10_000_001)
    assert read_picture(NAME, path).code == "E149"
    path.rename(tmp_path / "oven.svg")
    assert "smaller than 300000" in read_picture(NAME, tmp_path / "oven.svg").message


@given(st.data())
def test_whatever_is_in_a_file_it_is_a_picture_or_a_problem(data):
    kind = data.draw(st.sampled_from(["GIF", "PNG", "WEBP", "AVIF", "JPEG"]))
    whole = bytearray(WHOLE[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(photograph_of(NAME, bytes(whole[: data.draw(st.integers(0, len(whole)))])), Picture | Problem)


def whole_files() -> dict[str, bytes]:
    from io import BytesIO

    found = {}
    for kind in ("GIF", "PNG", "WEBP", "AVIF", "JPEG"):
        file = BytesIO()
        Image.linear_gradient("L").resize((12, 8)).convert("RGB").save(file, kind)
        found[kind] = file.getvalue()
    return found


WHOLE = whole_files()


# in a text


def test_a_picture_stands_in_the_site_once_for_all_languages(small, read):
    site = read(small).tree.site
    assert list(site["picture"]) == ["content/guides/bread/first-loaf/loaf.png"]
    shown = [
        meaning.thing
        for lang in ("id", "en")
        for meaning in read(small).tree.meanings[f"content/guides/bread/first-loaf/{lang}.md"]
        if hasattr(meaning, "text")
    ]
    assert shown == [*site["picture"].values()] * 2


def test_a_picture_may_lie_anywhere_in_the_content(small, approved):
    place = small / "content" / "guides" / "bread"
    (place / "first-loaf" / "loaf.png").rename(place / "selling-bread" / "loaf.png")
    for lang in ("id", "en"):
        path = place / "first-loaf" / f"{lang}.md"
        path.write_text(path.read_text("utf-8").replace("(loaf.png)", "(../selling-bread/loaf.png)"), "utf-8")
    told = approved(small).told
    assert [line for line in told if "W201" not in line] == []  # the source's words changed, and that is all


def test_where_a_picture_cant_be_read_nothing_else_is_told_of_it(small, read):
    place = small / "content" / "guides" / "bread" / "first-loaf"
    (place / "loaf.png").write_text("no picture", "utf-8")
    path = place / "en.md"
    path.write_text(path.read_text("utf-8").replace("Leaven helps", "[Leaven](loaf.png) helps"), "utf-8")
    told = [line for line in read(small).told if " W203 " not in line]  # the link stands in one language only
    assert [line.split(": ")[0] for line in told] == [f"{place.relative_to(small).as_posix()}/loaf.png:1:1"]
