"""What the site shows of itself elsewhere: a picture where a page is sent to others."""

import io

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


def test_no_picture_is_drawn_that_no_page_shows(pages, built):
    shown = {preview(page) for page in pages.values()} - {None}
    drawn = {ADDRESS + each.relative_to(built).as_posix() for each in built.glob("*/**/??????.png")}
    assert drawn == shown


def test_readers_get_no_font(built):
    assert [path for path in built.rglob("*") if path.suffix in (".ttf", ".otf", ".woff", ".woff2")] == []
