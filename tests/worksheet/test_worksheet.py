"""A worksheet is asked by nobody: what a text shows of it is a line, and what the example leaves open stays empty."""

from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT

OVEN = ROOT / "tests" / "broken" / "ok-worksheet" / "content" / "worksheets" / "oven.yaml"


@pytest.fixture
def filled(small: Path) -> Path:
    (small / "content" / "worksheets").mkdir()
    (small / "content" / "worksheets" / "oven.yaml").write_text(OVEN.read_text("utf-8"), "utf-8")
    return small


def test_it_has_a_page_in_each_language_below_a_list(filled, read):
    pages = [page for page in read(filled).tree.pages if page.kind.startswith("worksheet")]
    assert [page.address for page in pages] == [
        "id/lembar-kerja/",
        "id/lembar-kerja/tungku/",
        "en/worksheets/",
        "en/worksheets/oven/",
    ]


def test_a_text_shows_it_and_links_to_it(filled, read):
    about = filled / "content/pages/about/en.md"
    words = "\n::worksheet[oven]\n\nSee [the sheet](../../worksheets/oven.yaml).\n"
    about.write_text(about.read_text("utf-8") + words, "utf-8")
    look = read(filled)
    assert [each for each in look.told if " E" in each] == []
    goals = [each.goal for each in look.tree.meanings["content/pages/about/en.md"] if hasattr(each, "goal")]
    assert ("worksheet", "oven") in [goal[:2] for goal in goals]


def test_the_worksheets_of_this_project_are_plainly_filled_in_by_somebody_invented(read):
    site = read(ROOT, DAY).tree.site
    assert site["worksheet"]
    for each in site["worksheet"].values():
        assert "rekaan" in each.whose["id"]
        assert "invented" in each.whose["en"]
