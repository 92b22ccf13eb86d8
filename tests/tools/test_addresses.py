"""`addresses` adds what the list lacks, in order, and takes nothing away."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.site.project import copy_project

OLD = """\
# ours
addresses:
  id/roti/lama/: guide/bread/first-loaf
  id/nib/: guide/bread/first-loaf
"""


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path / "project", ROOT / "tests" / "small")


def addresses(project):
    code = "import sys, pathlib, tools.addresses; sys.exit(tools.addresses.addresses(pathlib.Path.cwd()))"
    return subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False)


def listed(project):
    return (project / "content" / "addresses.yaml").read_text("utf-8").splitlines()


def test_a_new_list_has_every_page_and_what_programs_ask_for_beside_one(project, read):
    for name in ("id", "en"):
        path = project / "content" / "checklists" / "before-opening" / f"{name}.md"
        path.write_text(path.read_text("utf-8").replace("audience:", "due: {weigh: yearly 03-31}\naudience:"), "utf-8")
    done = addresses(project)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("content/addresses.yaml: added ")
    lines = listed(project)
    assert lines[2] == "addresses:"
    for line in (
        "  en/bread/first-loaf/: guide/bread/first-loaf",
        "  id/kuis/roti/roti-pertama/cetak/: paper/quiz/bread/first-loaf",
        "  id/feed.xml: home/home",
        "  en/checklists/before-opening/before-opening.ics: checklist/before-opening",
    ):
        assert line in lines
    assert lines[3:] == sorted(lines[3:])
    assert [line for line in lines if "404" in line or "theme/" in line or line.startswith("  :")] == []
    assert [line for line in read(project).told if "addresses" in line] == []


def test_what_is_listed_stays_with_its_owner_and_its_comment(project):
    (project / "content" / "addresses.yaml").write_text(OLD, "utf-8")
    assert addresses(project).returncode == 0
    lines = listed(project)
    assert lines[0] == "# ours"
    assert set(OLD.splitlines()) < set(lines)
    assert addresses(project).stdout == "content/addresses.yaml: nothing to add\n"
    assert listed(project) == lines


def test_a_tree_with_errors_adds_nothing(project):
    path = project / "content" / "guides" / "bread" / "first-loaf" / "en.md"
    path.write_text(path.read_text("utf-8") + "\n[nowhere](nowhere.md)\n", "utf-8")
    done = addresses(project)
    assert (done.returncode, done.stdout) == (2, "")
    assert "E111" in done.stderr
    assert not (project / "content" / "addresses.yaml").exists()
