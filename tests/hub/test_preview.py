"""Which picture a page shows where it is sent to others."""

import pytest

from plugins.hub.preview import Previews
from tests.conftest import ROOT


@pytest.fixture
def previews(read):
    def previews(folder):
        tree = read(folder).tree
        return tree.pages, Previews(tree, ROOT / "theme")

    return previews


@pytest.mark.parametrize(
    ("kind", "key", "owner"),
    [
        ("guide", "bread/first-loaf", ("guide", "bread/first-loaf")),
        ("regulation", "oven-1-2020", ("register", "register")),
        ("quiz", "bread/first-loaf", ("quizzes", "quizzes")),
        ("page", "about", ("home", "home")),
        ("chooser", "chooser", ("home", "home")),
    ],
)
def test_a_page_shows_its_own_picture_or_that_of_the_nearest_page_above(small, previews, kind, key, owner):
    pages, found = previews(small)
    page = pages.find(kind, key, "en")
    shown = found.owner(page)
    assert ((shown.kind, shown.key), shown.lang) == (owner, page.lang)
    assert found.address(page) == found.address(shown)


def test_a_page_that_no_search_engine_shows_has_none(small, previews):
    pages, found = previews(small)
    assert found.address(pages.find("missing", "missing", "en")) == ""


def test_every_picture_that_a_page_shows_is_drawn_once(small, previews):
    pages, found = previews(small)
    drawn = [each.address for each in found]
    assert sorted(drawn) == sorted({found.address(page) for page in pages} - {""})


def test_a_picture_stands_beside_its_page_and_changes_its_name_with_what_it_tells(small, previews):
    pages, found = previews(small)
    page = pages.find("guide", "bread/first-loaf", "en")
    before = found.address(page)
    assert before.startswith(page.address)
    assert previews(small)[1].address(page) == before
    path = small / "content" / "topics.yaml"
    path.write_text(path.read_text("utf-8").replace("  en: Bread", "  en: Loaves"), "utf-8")
    pages, found = previews(small)
    assert found.address(pages.find("guide", "bread/first-loaf", "en")) != before
