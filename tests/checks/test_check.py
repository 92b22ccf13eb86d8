"""The checks as a step of the build: what they find is told, and the last good site stays."""

import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from plugins.shared.problem import TreeHasProblems
from tests.checks.test_broken import Change, make
from tests.site.project import DAY, ROOT, copy_project, files
from tools.checks import check


def test_a_good_site_passes_without_a_word(good, capsys):
    check(good)
    assert capsys.readouterr() == ("", "")


def test_a_site_that_the_hub_did_not_make_is_not_checked(good):
    check(replace(good, tree=None, folder=good.folder / "nowhere"))


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_files(spoiled, capsys):
    make(Change("en/about/index.html", '<html lang="en"', '<html lang="xx"'), spoiled.folder)
    make(Change("404.html", "<h1>", '<h1 onclick="go()">'), spoiled.folder)
    with pytest.raises(TreeHasProblems) as stopped:
        check(replace(spoiled, name="public"))
    assert stopped.value.exitcode == 2
    told = [line.split()[:2] for line in capsys.readouterr().err.splitlines()]
    assert [(place.partition(":")[0], code) for place, code in told] == [
        ("public/404.html", "E305"),
        ("public/en/about/index.html", "E302"),
    ]


def test_a_mistake_of_the_theme_is_one_line_and_the_last_good_site_stays(good, tmp_path):
    project = copy_project(tmp_path / "project", ROOT / "tests" / "small")
    output = shutil.copytree(good.folder, project / "public")
    base = project / "theme" / "templates" / "base.j2"
    base.write_text(base.read_text("utf-8").replace('href="#main"', 'href="#mian"'), "utf-8")
    command = [sys.executable, "-m", "tools.build", "--output", "public", "--as-of", DAY]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert first.startswith("public/en/a-z/index.html:")
    assert "E301 link to '#mian': nothing there has this id; nearest: #main (and so in " in first
    assert second == "public/: not built; the last good site stays"
    assert files(output) == files(good.folder)
