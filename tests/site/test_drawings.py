"""What the site shows of itself elsewhere: a picture where a page is sent to others, and its icons."""

import io
import json

import pytest
from PIL import Image

ADDRESS = "https://pandu.example/"


def image(path):
    return Image.open(io.BytesIO(path.read_bytes()))


def preview(page):
    found = page.find("meta", property="og:image")
    return found and found["content"]


def test_every_page_that_search_engines_show_has_a_preview_and_no_other(pages, built):
    for name, page in pages.items():
        indexed = page.find("meta", attrs={"name": "robots"}) is None
        assert bool(preview(page)) == indexed, name
        assert bool(page.find("meta", attrs={"name": "twitter:card"})) == indexed, name
        if indexed:
            assert image(built / preview(page).removeprefix(ADDRESS)).size == (1200, 630)


@pytest.mark.parametrize("kind", ["guide", "home", "topic"])
def test_a_guide_a_topic_and_the_home_page_have_a_preview_of_their_own_in_each_language(pages, kind):
    own = {name: preview(page) for name, page in pages.items() if page.html["data-kind"] == kind}
    assert len(set(own.values())) == len(own) >= 2
    for name, address in own.items():
        assert address.startswith(ADDRESS + name.removesuffix("index.html"))


def screens(built):
    """What each manifest shows of the site, by the path of the picture."""
    for path in built.glob("*/manifest.webmanifest"):
        for each in json.loads(path.read_text("utf-8"))["screenshots"]:
            yield path.parent / each["src"], each


def test_devices_see_before_they_install_it_how_the_site_looks(built):
    found = list(screens(built))
    assert {each["form_factor"] for _, each in found} == {"narrow", "wide"}
    for path, each in found:
        assert "{}x{}".format(*image(path).size) == each["sizes"]
        assert path.stat().st_size < 40_000


def test_no_picture_is_drawn_that_nothing_shows(pages, built):
    shown = {preview(page) for page in pages.values()} - {None}
    shown |= {ADDRESS + path.relative_to(built).as_posix() for path, _ in screens(built)}
    drawn = {ADDRESS + each.relative_to(built).as_posix() for each in built.glob("*/**/??????.png")}
    assert drawn == shown


def test_icons_stand_where_devices_look_for_them_unasked(built):
    assert image(built / "favicon.ico").size == (32, 32)
    apple = image(built / "apple-touch-icon.png")
    assert apple.size == (180, 180)
    assert apple.mode == "P"
    assert "transparency" not in apple.info


def test_a_mask_cuts_nothing_of_the_mark(built):
    """Of a maskable icon, a circle of 80 % is always seen."""
    icon = image(built / "theme" / "icon-maskable-512.png").convert("RGB")
    ground = icon.getpixel((0, 0))
    marked = [(x, y) for x in range(512) for y in range(512) if icon.getpixel((x, y)) != ground]
    assert max((x - 255.5) ** 2 + (y - 255.5) ** 2 for x, y in marked) <= (0.4 * 512) ** 2


def test_readers_get_no_font(built):
    assert [path for path in built.rglob("*") if path.suffix in (".ttf", ".otf", ".woff", ".woff2")] == []
