"""`review-due`: what is to be compared with its sources again, the oldest first."""

import json

import pytest

from tests.site.project import ROOT, copy_project
from tools.review_due import review_due

LAW = "content/regulations/oven-2-2024.yaml"


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path.resolve() / "project", content=ROOT / "tests" / "small")


@pytest.fixture
def due(project, capsys):
    def due(day, within="0d"):
        assert review_due(day, within, "json", project) == 0
        return json.loads(capsys.readouterr().out)["due"]

    return due


def test_a_text_is_due_from_its_last_day_on(due):
    texts = lambda day, within="0d": {each["file"] for each in due(day, within) if each["kind"] == "text"}  # noqa: E731
    guide = "content/guides/bread/first-loaf/en.md"
    assert guide not in texts("2027-04-30")
    assert guide in texts("2027-04-30", "1d")
    assert guide in texts("2027-05-01")


def test_the_oldest_stands_first_and_what_has_no_day_last(due):
    days = [each["due"] for each in due("2028-01-01")]
    dated = [each for each in days if each]
    assert dated == sorted(dated)
    assert days[len(dated) :] == [None]


def test_each_says_where_since_when_and_whose_it_is(due):
    first = due("2027-05-03")[0]
    assert first == {
        "due": "2027-05-01",
        "overdue": 2,
        "file": "content/checklists/before-opening/en.md",
        "line": 7,
        "kind": "text",
        "why": "compared last on 2026-11-01",
        "who": first["who"],
    }
    assert first["who"]


def test_a_law_whose_source_should_be_opened_again_is_always_told(due):
    laws = [(each["file"], each["due"], each["why"]) for each in due("2026-11-23") if each["kind"] == "law"]
    assert laws == [("content/regulations/label-1-2025.yaml", None, "Label 1/2025: open its source again")]


def test_a_law_that_begins_is_told_before_and_after_its_day(project, due):
    text = (project / LAW).read_text("utf-8")
    text = text.replace(
        "status: in_force\nin_force_from: 2024-07-01", "status: not_yet_in_force\nin_force_from: 2027-01-16"
    )
    (project / LAW).write_text(text, "utf-8")
    told = lambda day, within="0d": [each["why"] for each in due(day, within) if each["file"] == LAW]  # noqa: E731
    assert told("2027-01-01") == []
    assert told("2027-01-01", "15d") == ["Oven 2/2024 is to begin; confirm it, or write the new day"]
    assert told("2027-01-16") == ["Oven 2/2024 was to begin; confirm it, or write the new day"]


def test_the_list_ends_with_how_much_there_is(project, capsys):
    assert review_due("2027-05-03", root=project) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("As of 2027-05-03: ")
    assert last.endswith(" of them overdue.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"within": "3"}, "--within 3: no such span; write it in days, like 30d"),
        ({"form": "jsn"}, "--format jsn: no such format; nearest: json"),
        ({"as_of": "2027-02-30"}, "--as-of 2027-02-30: no such day; write it like 2026-11-23"),
    ],
)
def test_a_slip_is_one_line(project, capsys, options, said):
    assert review_due(root=project, **options) == 1
    assert capsys.readouterr().err == said + "\n"
