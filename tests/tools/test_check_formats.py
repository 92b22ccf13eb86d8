"""`check --format`: the same problems for programs, which read them back whole."""

import json

import pytest

from plugins.shared.message import Message
from plugins.shared.problem import Problem, Problems
from tests.site.project import copy_project
from tools.check.formats import as_json, for_github, for_gitlab

NASTY = Message("100%\r\n::error::a, b: “c” %0A")
WRONG = Problem("content/a, b:c.md", 3, 7, "E112", NASTY)
ODD = Problem("content/z.md", 1, 1, "W206", Message("there are none"))
CHECK = (
    "import sys; from pathlib import Path; from tools.check import check; sys.exit(check(form={!r}, root=Path.cwd()))"
)


def test_json_is_a_list_of_objects_with_all_that_a_line_says():
    assert json.loads(as_json([WRONG, ODD], str)) == [
        {"path": "content/a, b:c.md", "line": 3, "column": 7, "code": "E112", "message": NASTY, "warning": False},
        {"path": "content/z.md", "line": 1, "column": 1, "code": "W206", "message": "there are none", "warning": True},
    ]
    assert json.loads(as_json([], str)) == []


def read_by_github(line: str) -> tuple[str, dict[str, str], str]:
    """As a runner reads a command: the level, the properties, the message."""
    _, head, message = line.split("::", 2)
    level, _, properties = head.partition(" ")
    found = dict(each.split("=", 1) for each in properties.split(","))
    for code, letter in {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}.items():
        found = {name: value.replace(code, letter) for name, value in found.items()}
        message = message if code in ("%3A", "%2C") else message.replace(code, letter)
    return level, found, message


def test_github_reads_each_command_back_as_it_was():
    first, second = for_github([WRONG, ODD], str).splitlines()
    place = {"file": "content/a, b:c.md", "line": "3", "col": "7", "title": "E112"}
    assert read_by_github(first) == ("error", place, NASTY)
    assert second == "::warning file=content/z.md,line=1,col=1,title=W206::there are none"


def test_gitlab_knows_a_problem_again_when_lines_move_and_two_of_a_kind_apart():
    def prints(*problems):
        return [each["fingerprint"] for each in json.loads(for_gitlab(problems, str))]

    moved = Problem(WRONG.path, 9, 1, WRONG.code, WRONG.message)
    assert prints(WRONG) == prints(moved)
    assert len(set(prints(WRONG, moved, ODD))) == 3
    assert prints(WRONG, moved, ODD) == prints(WRONG, moved, ODD)
    (entry,) = json.loads(for_gitlab([ODD], str))
    assert (entry["description"], entry["check_name"], entry["severity"]) == ("W206 there are none", "W206", "minor")
    assert entry["location"] == {"path": "content/z.md", "lines": {"begin": 1}}


def test_a_message_is_said_in_the_language_of_who_reads_it_and_its_fingerprint_in_none():
    def indonesian(template):
        return {"there are none": "tidak ada satu pun"}[template]

    assert json.loads(as_json([ODD], indonesian))[0]["message"] == "tidak ada satu pun"
    assert for_github([ODD], indonesian).endswith("::tidak ada satu pun")
    english, other = (json.loads(for_gitlab([ODD], each))[0] for each in (str, indonesian))
    assert english["fingerprint"] == other["fingerprint"]
    assert other["description"] == "W206 tidak ada satu pun"


@pytest.fixture
def broken(make_project, tmp_path, small):
    """The small site with a link that leads nowhere, and what it takes to check it."""
    guide = small / "content/guides/bread/first-loaf/en.md"
    guide.write_text(guide.read_text("utf-8") + "\n[Nowhere](../nowhere/en.md)\n", "utf-8")
    project = object.__new__(make_project)
    project.root = copy_project(tmp_path.resolve() / "project", small)
    return project


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab"])
def test_the_lines_stand_on_standard_error_and_what_a_program_reads_alone_on_standard_output(broken, form):
    ended = broken.python(CHECK.format(form))
    assert ended.status == 2
    line, *others = [each for each in ended.err.splitlines() if ": E" in each]
    assert (": E111 " in line, others) == (True, [])
    if form == "text":
        assert ended.out.startswith("check: errors, each told above with its place; ")
    elif form == "github":
        (command,) = ended.out.splitlines()
        assert command.startswith("::error file=content/guides/bread/first-loaf/en.md,line=")
    else:
        assert len([each for each in json.loads(ended.out) if "E111" in str(each)]) == 1


def test_a_format_that_does_not_exist_is_told_with_those_there_are(project):
    ended = project.python(CHECK.format("xml"))
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.splitlines()[0] == "--format xml: there are text, json, github, gitlab"


def test_problems_of_one_run_have_one_order():
    problems = Problems()
    problems.extend([ODD, WRONG])
    assert list(problems) == [WRONG, ODD]
