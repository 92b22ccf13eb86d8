"""Readers of a page that lags see which sections do, at the top and at each, whichever language is the source."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.shared.problem import Problems
from tests.quiz.approving import approve_everything
from tests.site.project import DAY, ROOT, build, copy_project
from tools.drift import drift
from tools.tree import read_everything

SELLING, LOAF = "content/guides/bread/selling-bread", "content/guides/bread/first-loaf"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """One guide has changed in Indonesian since it was translated, another in English, which is its source."""
    project = copy_project(tmp_path_factory.mktemp("lag").resolve() / "project", ROOT / "tests" / "small")
    edit(project / SELLING / "id.md", "Roti dijual", "Setiap roti dijual")
    edit(project / SELLING / "id.md", "Label menyebut", "Label selalu menyebut")
    record = re.search(r"follows:\n(?:  .+\n)+", (project / LOAF / "en.md").read_text("utf-8"))[0]
    edit(project / LOAF / "en.md", record, "")
    edit(project / LOAF / "id.md", "apprentice]\n", "apprentice]\nfollows: {}\n")
    assert drift(accept=["bread/first-loaf"], root=project) == 0
    edit(project / LOAF / "en.md", "This imaginary oven", "Today this imaginary oven")
    approve_everything(project, read_everything(project, Problems(), DAY).site)
    build(project)
    return project / "output"


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text().split())


def test_the_top_leads_to_each_section_in_both_languages(site):
    note = page(site, "en/bread/selling-bread").select_one("details.lag")
    assert words(note.summary) == "2 sections changed in the other language after they were translated"
    assert [words(each) for each in note.select("li")] == [
        "Introduction (Bahasa Indonesia)",
        "The label (Bahasa Indonesia)",
    ]
    assert [(each["href"], each.get("lang")) for each in note.select("a")] == [
        ("../../../id/roti/menjual-roti/", "id"),
        ("#label", None),
        ("../../../id/roti/menjual-roti/#label", "id"),
    ]


def test_a_section_leads_to_itself_in_its_source(site):
    note = page(site, "en/bread/selling-bread").select_one("#label + p.lag")
    assert words(note).startswith(
        "This section changed in the other language after it was translated: Bahasa Indonesia: "
    )
    assert note.a["href"] == "../../../id/roti/menjual-roti/#label"
    assert (note.a["lang"], note.a["hreflang"]) == ("id", "id")


def test_the_other_direction_is_the_same_in_the_other_words(site):
    found = page(site, "id/roti/roti-pertama")
    assert words(found.select_one("details.lag li")) == "Harga tungku (English)"
    note = found.select_one("#price + p.lag")
    assert words(note).endswith("dalam bahasa lain setelah diterjemahkan: English: What an oven costs")
    assert note.a["href"] == "../../../en/bread/first-loaf/#price"


@pytest.mark.parametrize("address", ["id/roti/menjual-roti", "en/bread/first-loaf", "en/about"])
def test_a_page_that_does_not_lag_says_nothing_of_it(site, address):
    assert page(site, address).select(".lag") == []
