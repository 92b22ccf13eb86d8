"""`report`: what a maintainer should look at, as a page and as JSON."""

import json
import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from plugins.shared.codes import UNFINISHED
from plugins.shared.problem import Problems
from tests.quiz.approving import approve_everything
from tests.site.project import ROOT, copy_project
from tools.tree import read_everything

SMALL = ROOT / "tests" / "small"
GUIDE = "content/guides/bread/first-loaf"
FACTS = """\
  - code: BREAD-03
    tag: V
    sources:
      - regulation: label-1-2025
    text: Labels begin on 1 February 2025; sellers from before have until 1 July 2027.
"""
DATES = """\
dates:
  - key: old-sellers
    day: 2027-07-01
    what: {id: Hari terakhir bagi penjual lama., en: Last day of sellers from before.}
    regulation: label-1-2025
    facts: [BREAD-03]
    evidence: verified
    differs: The register has the day on which it began.
  - key: labels
    day: 2025-02-01
    what: {id: Label mulai wajib., en: Labels begin.}
    regulation: label-1-2025
    facts: [BREAD-03]
    evidence: verified
    differs: It was another day once.
"""


def report(project, day="2026-11-26", **environment):
    code = f"import sys, pathlib; from tools.report import report; sys.exit(report({day!r}, pathlib.Path.cwd()))"
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", **environment}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A site in which something is to be done: a translation lags, since a statement rests on weak evidence now."""
    project = copy_project(tmp_path_factory.mktemp("report") / "project", content=SMALL)
    for lang in ("id", "en"):
        change(project / GUIDE / f"{lang}.md", "[@flour-3-2022 1]", "[@flour-3-2022 1 ?]")
        change(project / GUIDE / f"{lang}.md", f"../selling-bread/{lang}.md#label", "https://bread.example/")
        selling = project / "content/guides/bread/selling-bread" / f"{lang}.md"
        selling.write_text(selling.read_text("utf-8") + f"\n[1](../first-loaf/{lang}.md)\n", "utf-8")
    with (project / "content/guides/bread/selling-bread/en.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{'A long one, ' * 8}and on.\n")
    change(project / "content/facts.yaml", "never:", FACTS + "never:")
    (project / "content/dates.yaml").write_text(DATES, "utf-8")
    approve_everything(project, read_everything(project, Problems(UNFINISHED), "2026-11-23").site)
    return project


@pytest.fixture(scope="module")
def made(project):
    done = report(project, day="2027-05-10")
    assert done.returncode == 0, done.stderr
    return done, json.loads((project / "report" / "report.json").read_text("utf-8"))


@pytest.fixture
def rows(made):
    """The rows of a part."""
    return lambda part: made[1]["parts"][part]["rows"]


@pytest.fixture(scope="module")
def page(project, made):
    return BeautifulSoup((project / "report" / "index.html").read_text("utf-8"), "html.parser")


def test_it_says_where_it_is_and_how_much_there_is_to_do(made):
    done, data = made
    urgent = sum(part["urgent"] for part in data["parts"].values())
    assert done.stdout == f"report/index.html: {urgent} things to look at\n"
    assert data["day"] == "2027-05-10"


def test_it_tells_which_sections_lag(rows):
    assert [(row["text"], row["language"], row["source"], row["sections"]) for row in rows("translations")] == [
        ("bread/first-loaf", "en", "id", "lead, flour"),
        ("bread/selling-bread", "en", "id", "label"),
    ]


def test_it_tells_the_reviews_that_are_due_first(made, rows):
    assert rows("freshness")[0] == {
        "file": "content/checklists/before-opening/en.md",
        "reviewed": "2026-11-01",
        "due": "2027-05-01",
        "days": -9,
    }
    assert made[1]["parts"]["freshness"]["urgent"] == 6


def test_it_measures_every_text_and_lists_its_long_sentences(made, rows):
    measured = {row["text"]: row for row in rows("reading")}
    assert measured.keys() == {row["file"] for row in rows("freshness")}
    assert measured[f"{GUIDE}/en.md"]["grade"] is not None
    assert measured[f"{GUIDE}/id.md"]["grade"] is None
    assert rows("sentences") == [
        {
            "place": "content/guides/bread/selling-bread/en.md:23",
            "words": 26,
            "sentence": "A long one A long one A long …",
        }
    ]


def test_it_tells_every_mark_with_its_reason(rows):
    reasons = {(row["place"], row["article"]): row["reason"] for row in rows("marks")}
    assert reasons[f"{GUIDE}/id.md:12", "1"] == "the author marked the statement"
    assert reasons[f"{GUIDE}/id.md:21", "4"] == "the register knows the article from memory only"
    assert "the register says 'recheck'" in reasons["content/checklists/before-opening/id.md:19", None]


def test_it_tells_how_often_each_regulation_is_cited_and_what_is_doubtful(rows):
    first = rows("register")[0]
    assert (first["regulation"], first["cited"]) == ("Label 1/2025", 4)
    assert first["doubts"].endswith("the register knows the regulation from memory only")


def test_it_tells_which_dates_differ_and_counts_those_that_do_no_more(made, rows):
    assert rows("dates") == [
        {
            "date": "labels",
            "day": "2025-02-01",
            "regulation": "Label 1/2025",
            "others": "2025-02-01",
            "why": "It was another day once.",
        },
        {
            "date": "old-sellers",
            "day": "2027-07-01",
            "regulation": "Label 1/2025",
            "others": "2025-02-01",
            "why": "The register has the day on which it began.",
        },
    ]
    assert made[1]["parts"]["dates"]["urgent"] == 1


def test_it_counts_what_can_be_counted_of_a_quiz(rows):
    assert rows("questions") == [
        {
            "quiz": "bread/first-loaf",
            "questions": 3,
            "types": 3,
            "cases": 0,
            "hints": 0,
            "right_first": 0,
            "single": 0,
            "sections": 3,
            "of_sections": 3,
            "approved": 3,
            "oldest_approval": "2026-11-23",
        }
    ]


def test_a_guide_that_nothing_but_lists_leads_to_is_an_orphan(rows):
    assert {"page": "id/roti/menjual-roti/", "kind": "guide", "title": "Menjual roti"} in rows("orphans")
    assert not [row for row in rows("orphans") if row["page"] == "id/roti/roti-pertama/"]


def test_it_counts_the_links_between_guides_and_draws_them(rows, page):
    assert rows("links") == [
        {"guide": "bread/selling-bread", "leads_to": 1, "led_from": 0},
        {"guide": "bread/first-loaf", "leads_to": 0, "led_from": 1},
    ]
    drawn = page.select_one("#links svg")
    assert len(drawn.find_all("circle")) == 2
    assert len(drawn.find_all("path")) == 1


def test_the_page_that_is_nearest_to_its_budget_stands_first(rows):
    shares = [row["first_view"] / row["budget"] for row in rows("weights")]
    assert shares == sorted(shares, reverse=True)
    assert 0 < shares[0] < 1


def test_the_page_tells_what_the_data_tells(made, page):
    for key, part in made[1]["parts"].items():
        section = page.find(id=key)
        assert len(section.select("tbody tr")) == len(part["rows"])
        assert page.select_one(f'a[href="#{key}"] b').string == str(part["urgent"])


def test_it_is_told_in_the_language_of_who_reads_it(project):
    done = report(project, PANDU_LANG="id")
    assert done.stdout.startswith("report/index.html: ")
    assert done.stdout.endswith(" hal yang perlu dilihat\n")
    page = (project / "report" / "index.html").read_text("utf-8")
    assert '<html lang="id">' in page
    assert "<h2>Terjemahan</h2>" in page


def test_it_needs_nothing_from_elsewhere(page):
    assert not page.select("[src], link, script")
    assert all(each["href"].startswith("#") for each in page.select("[href]"))


def test_errors_of_the_tree_are_told_and_no_report_is_made(tmp_path):
    project = copy_project(tmp_path / "project", content=SMALL)
    change(project / GUIDE / "en.md", "[@flour-3-2022 1]", "[@flower-3-2022 1]")
    done = report(project)
    assert done.returncode == 2
    assert "E126" in done.stderr
    assert not (project / "report").exists()
