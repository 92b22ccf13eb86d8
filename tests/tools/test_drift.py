"""`drift`: which sections of a translation lag, and the record of what a translator has read."""

import subprocess
import sys

import pytest

from tests.site.project import copy_project

GUIDE = "content/guides/pse/what-is-a-pse"


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path / "project")


def drift(project, *arguments):
    code = f"import sys, pathlib, tools.drift; sys.exit(tools.drift.drift({arguments!r}, pathlib.Path.cwd()))"
    return subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False)


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_every_translation_of_this_project_follows_its_source(project):
    assert drift(project).stdout == "Every translation follows its source.\n"


def test_a_changed_section_is_behind_until_it_is_accepted(project):
    edit(project / GUIDE / "id.md", "{#in-short}\n", "{#in-short}\n\nKalimat baru.\n")
    command = "python3 tasks.py drift --accept pse/what-is-a-pse#in-short"
    assert drift(project).stdout == f"{GUIDE}/en.md: 'in-short' is behind; {command}\n"
    done = drift(project, "pse/what-is-a-pse#in-short")
    assert (done.returncode, done.stdout) == (0, f"{GUIDE}/en.md: follows {GUIDE}/id.md in 'in-short'\n")
    assert drift(project).stdout == "Every translation follows its source.\n"


def test_accepting_changes_the_record_and_no_other_line(project):
    path = project / GUIDE / "en.md"
    before = path.read_text("utf-8").splitlines()
    edit(project / GUIDE / "id.md", "{#in-short}\n", "{#in-short}\n\nKalimat baru.\n")
    drift(project, "pse/what-is-a-pse#in-short")
    after = path.read_text("utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert changed[0].startswith("  in-short: ")


def test_white_space_and_typography_are_no_change(project):
    path = project / GUIDE / "id.md"
    path.write_text(path.read_text("utf-8").replace("“", '"').replace("”", '"').replace(". ", ".  "), "utf-8")
    assert drift(project).stdout == "Every translation follows its source.\n"


def test_an_unknown_text_or_section_is_told_with_those_there_are(project):
    done = drift(project, "pse/what-is-a-psee")
    assert done.returncode == 2
    assert "there is no text 'pse/what-is-a-psee'; there are " in done.stderr
    done = drift(project, "pse/what-is-a-pse#nowhere")
    assert done.returncode == 2
    assert "'pse/what-is-a-pse' has no section 'nowhere'; it has lead, in-short, " in done.stderr


def test_a_text_that_cannot_be_read_is_no_text_that_follows(project):
    edit(project / GUIDE / "en.md", "title:", "titel:")
    done = drift(project)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{GUIDE}/en.md:2:1: E107 " in done.stderr
