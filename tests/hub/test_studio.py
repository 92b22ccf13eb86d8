"""Pictures are drawn with what the theme brings: texts in lines that fit, small files, the same bytes every time."""

import io
import shutil
import struct
from pathlib import Path

import pytest
from PIL import Image

from plugins.hub.colours import colours
from plugins.hub.drawing import Drawing, Materials
from plugins.hub.studio import CUT, Studio

THEME = Path(__file__).resolve().parents[2] / "theme"
SIZES = (90, 60, 40)


@pytest.fixture(scope="module")
def studio():
    return Studio(THEME)


def preview(**told):
    materials = Materials(THEME)
    icon, mark = materials.svg("icons/scale"), materials.svg("favicon")
    view = {"brand": "Pandu", "title": "Title", "label": "Label", "note": "Note", "colour": "#1d6845"}
    return Drawing("a.png", "preview.j2", 1200, {**view, "icon_svg": icon, "mark_svg": mark, **told}, "")


def chunks(png):
    at, found = 8, []
    while at < len(png):
        size, name = struct.unpack_from(">I4s", png, at)
        found.append(name.decode())
        at += 12 + size
    return found


@pytest.mark.parametrize(
    "text",
    ["Short", "W" * 60, "Pertanggungjawaban " * 3, "a " * 30, "“Quotes” & <angles> it's", "i" * 400, "W " * 200],
)
def test_every_text_fits_in_its_lines(studio, text):
    size, lines = studio.fitted(text, "ExtraBold", 736, (90, 60, 40, 34), 3)
    assert 1 <= len(lines) <= 3
    assert all(studio.width(line, "ExtraBold") * size <= 736 for line in lines)


def test_a_title_of_sixty_of_the_widest_letter_is_told_whole(studio):
    size, lines = studio.fitted("W" * 60, "ExtraBold", 736, (90, 60, 40, 34), 3)
    assert (size, "".join(lines)) == (34, "W" * 60)


def test_only_what_fits_in_no_size_is_cut(studio):
    assert studio.fitted("W" * 200, "ExtraBold", 736, SIZES, 3).lines[-1].endswith(CUT)


def test_a_word_is_parted_only_where_it_fits_in_no_size(studio):
    assert studio.fitted("Pertanggungjawaban", "ExtraBold", 736, SIZES, 3) == (60, ["Pertanggungjawaban"])


def test_lines_are_about_as_long_as_each_other(studio):
    assert studio.fitted("one two three four five", "ExtraBold", 600, (60,), 2).lines == ["one two three", "four five"]


def test_a_height_asks_for_a_smaller_size(studio):
    text = "What a PSE is and who must register"
    assert (
        studio.fitted(text, "ExtraBold", 736, SIZES, 3).size > studio.fitted(text, "ExtraBold", 736, SIZES, 3, 150).size
    )


def test_a_height_that_holds_no_line_is_passed_over(studio):
    assert studio.fitted("What a PSE is", "ExtraBold", 736, SIZES, 3, 10) == (40, ["What a PSE is"])


def test_no_text_is_no_line(studio):
    assert studio.fitted("", "ExtraBold", 736, SIZES, 3) == (90, [""])


def test_a_preview_has_the_size_that_networks_ask_for_and_nothing_but_its_pixels(studio):
    png = studio.draw(preview(title="Mengenal pembeli dan menulis penawaran yang jujur & laku", note="n" * 100))
    assert Image.open(io.BytesIO(png)).size == (1200, 630)
    assert set(chunks(png)) == {"IHDR", "PLTE", "IDAT", "IEND"}
    assert len(png) < 40_000


def test_the_same_drawing_is_the_same_bytes_and_each_text_is_seen(studio):
    plain = studio.draw(preview())
    assert Studio(THEME).draw(preview()) == plain
    for name in ("brand", "title", "label", "note"):
        assert studio.draw(preview(**{name: "“R&D” <b>"})) != plain


def test_an_icon_is_small_and_keeps_what_is_transparent(studio):
    mark = Materials(THEME).svg("favicon")
    icon = Image.open(io.BytesIO(studio.draw(Drawing("a.ico", "icon.j2", 32, {"mark_svg": mark, "share": ""}, ""))))
    assert (icon.format, icon.size, icon.convert("RGBA").getpixel((0, 0))[3]) == ("ICO", (32, 32), 0)


def test_the_ground_of_an_icon_is_that_of_the_mark():
    assert f'fill="{colours(THEME)["indigo"].light}"' in Materials(THEME).svg("favicon")


def test_a_drawing_has_another_key_when_anything_that_it_is_made_from_changes(tmp_path):
    theme = shutil.copytree(THEME, tmp_path / "theme")
    before = Materials(theme).key("preview.j2", 1200, {"title": "a"})
    assert Materials(THEME).key("preview.j2", 1200, {"title": "a"}) == before
    keys = {before, Materials(theme).key("preview.j2", 1200, {"title": "b"})}
    for name in ("drawings/preview.j2", "static/css/tokens.css", "fonts/PlusJakartaSans-SemiBold.ttf"):
        path = theme / name
        path.write_bytes(path.read_bytes() + b" ")
        keys.add(Materials(theme).key("preview.j2", 1200, {"title": "a"}))
    assert len(keys) == 5
