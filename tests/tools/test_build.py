"""A build ends with a new site, or with a reason and the old site as it was."""

import os
import re
import subprocess
import sys

import pytest

from tests.site.project import SMALL, copy_project

SLEEP = "from pathlib import Path; import time; Path('reached').touch(); time.sleep(600)"

# A build whose own tools are changed on the way.
CHANGED = """
import errno, sys, time
from pathlib import Path
from tools import build, check, swap
{}
sys.exit(build.build(root=Path.cwd()))
"""
STEP = """
def step(made):
    site = made.folder
    {}
build.STEPS = (step,)
"""

AFTER_RENAME = """
renames, rename = [], swap.rename
def rename_and_wait(source, target):
    rename(source, target)
    renames.append(source)
    if len(renames) == {}:
        Path('reached').touch()
        time.sleep(600)
swap.rename = rename_and_wait
"""


def with_step(code):
    return CHANGED.format(STEP.format(code))


def test_a_build_says_one_line_about_the_new_site(project):
    ended = project.build()
    assert ended.status == 0
    assert ended.err == ""
    assert re.fullmatch(
        r"output/: 4 pages in 2 languages, \d+\.\d s; heaviest, with styles and scripts: \S+ \d\.\d kB\n", ended.out
    )
    assert b"first" in project.site()["id/index.html"]
    assert project.leftovers() == []


def test_a_new_site_takes_the_whole_place_of_the_old(built):
    (built.output / "gone.html").write_text("from an earlier build")
    assert built.build().status == 0
    site = built.site()
    assert "gone.html" not in site
    assert b"second" in site["id/index.html"]
    assert built.leftovers() == []


def test_the_settings_the_folder_and_the_day_can_be_chosen(project):
    project.act("(site / 'day.txt').write_text(f\"{settings['AS_OF']} {settings['WRITES']} {settings.get('DRAFT')}\")")
    with (project.root / "pelicanconf.py").open("a") as settings:
        settings.write("DRAFT = True\n")
    (project.root / "publishconf.py").write_text("from pelicanconf import *\nDRAFT = False\n")
    assert project.build("--as-of", "2026-11-23").status == 0
    assert (project.output / "day.txt").read_text() == "2026-11-23 True False"
    assert project.build("--settings", "pelicanconf.py", "--output", ".pandu/site").status == 0
    assert (project.root / ".pandu/site/day.txt").read_text() == "None True True"


def test_a_problem_in_the_tree_is_told_once_and_leaves_the_old_site(built):
    built.act("problem('content/words.txt:1:1: E000 no such word')")
    ended = built.build()
    assert ended.status == 2
    assert ended.err.splitlines() == [
        "content/words.txt:1:1: E000 no such word",
        "output/: not built; the last good site stays",
    ]
    assert built.site() == built.good
    assert built.leftovers() == []


@pytest.mark.parametrize("make", [None, "touch", "mkdir"], ids=["nothing there", "a file", "an empty folder"])
def test_without_an_old_site_none_is_promised(project, make):
    project.act("problem('content/words.txt:1:1: E000 no such word')")
    if make:
        getattr(project.output, make)()
    assert project.build().err.splitlines()[-1] == "output/: not built"


def test_a_bug_shows_its_traceback_and_leaves_the_old_site(built):
    built.act("raise ZeroDivisionError('a bug')")
    ended = built.build()
    assert ended.status == 1
    assert "Traceback" in ended.err
    assert "ZeroDivisionError: a bug" in ended.err
    assert built.site() == built.good


def test_a_step_that_fails_leaves_the_old_site(built):
    ended = built.python(with_step("raise ValueError(sorted(path.name for path in site.iterdir()))"))
    assert ended.status == 1
    assert "ValueError: ['404.html', 'en', 'id', 'index.html']" in ended.err
    assert built.site() == built.good
    assert built.leftovers() == []


def test_what_a_step_writes_is_part_of_the_site(built):
    assert built.python(with_step("(site / 'index.json').write_text('[]')")).status == 0
    assert built.site()["index.json"] == b"[]"


@pytest.mark.parametrize(
    "warn, line",
    [
        (
            "import logging; logging.getLogger('pelican.readers').warning('an odd\\n  file %s', 'x')",
            "pelican.readers: an odd file x",
        ),
        ("import logging; logging.getLogger('MARKDOWN').error('no such extension')", "MARKDOWN: no such extension"),
        ("import warnings; warnings.warn('old ways')", "content/act.py:1: UserWarning: old ways"),
    ],
    ids=["Pelican", "a library", "Python"],
)
def test_a_warning_of_any_tool_is_told_in_one_line_and_fails_the_build(built, warn, line):
    built.act(warn)
    ended = built.build()
    assert ended.status == 1
    assert ended.err.splitlines() == [line, "output/: not built; the last good site stays"]
    assert built.site() == built.good


def test_a_plugin_that_pelican_cannot_load_fails_the_build(built):
    """Pelican alone would log it and publish an empty site."""
    with (built.root / "pelicanconf.py").open("a") as settings:
        settings.write("PLUGINS = ['maker', 'nowhere']\n")
    ended = built.build()
    assert ended.status == 1
    assert (
        ended.err.splitlines()[0]
        == "pelican.plugins._utils: Cannot load plugin `nowhere` Cannot import plugin `nowhere`"
    )
    assert built.site() == built.good


def test_a_site_without_a_page_is_not_published(built):
    with (built.root / "pelicanconf.py").open("a") as settings:
        settings.write("PLUGINS = []\n")
    ended = built.build()
    assert ended.status == 1
    assert ended.err.splitlines()[0] == "publishconf.py: no page came out; see its PLUGINS"
    assert built.site() == built.good


@pytest.mark.parametrize("output", [".", "..", "content"])
def test_what_is_no_site_is_never_replaced(project, output):
    before = sources(project.root)
    ended = project.build("--output", output)
    assert ended.status == 1
    assert "holds something that is no site" in ended.err
    assert sources(project.root) == before


def sources(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts}


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "20261123"])
def test_a_day_that_is_none_is_refused(project, day):
    ended = project.build("--as-of", day)
    assert ended.status == 1
    assert ended.err.splitlines()[0] == f"--as-of {day}: no such day; write it like 2026-11-23"


@pytest.mark.parametrize(
    "name, value, line",
    [
        ("SOURCE_DATE_EPOCH", "abc", "no such moment; write it in seconds, like 1795392000"),
        ("PANDU_SITEURL", "foo", "no address of a site; write it like https://example.org/learn"),
    ],
)
def test_a_wrong_environment_is_told_in_one_line_before_anything_is_built(project, monkeypatch, name, value, line):
    monkeypatch.setenv(name, value)
    project.act("open('reached', 'w')")
    ended = project.build()
    assert ended.status == 1
    assert ended.err.splitlines() == [f"{name} '{value}': {line}", "output/: not built"]
    assert not (project.root / "reached").exists()


def test_a_missing_content_folder_is_told_in_one_line(built):
    (built.root / "content").rename(built.root / "x")
    ended = built.build()
    assert ended.status == 1
    assert ended.err.splitlines() == [
        "content/: no such folder; publishconf.py names it as its PATH",
        "output/: not built; the last good site stays",
    ]
    assert built.site() == built.good


def test_an_error_of_the_settings_is_no_missing_folder(project):
    with (project.root / "pelicanconf.py").open("a") as settings:
        settings.write("int('x')\n")
    assert "ValueError: invalid literal" in project.build().err


def test_pelican_finds_the_theme_from_any_folder(tmp_path):
    project = copy_project(tmp_path / "project", SMALL)
    command = [sys.executable, "-m", "pelican", "-s", str(project / "pelicanconf.py"), "--fatal", "warnings"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "output" / "index.html").exists()


def test_a_missing_settings_file_is_named(project):
    assert project.build("--settings", "nowhere.py").err.splitlines()[0] == "nowhere.py: no such settings file"


@pytest.mark.parametrize(
    "stage",
    ["while pages are made", "in a step", "between the renames"],
)
def test_a_killed_build_leaves_the_old_site(built, stage):
    """Killed as hard as it goes; the next command, even one that fails, finds the old site and no litter."""
    if stage == "while pages are made":
        built.act(SLEEP)
        process = built.start_build()
    elif stage == "in a step":
        process = built.start("-c", with_step(SLEEP))
    else:
        process = built.start("-c", CHANGED.format(AFTER_RENAME.format(1)))
    built.kill_when_reached(process)
    assert built.output.exists() == (stage != "between the renames")
    assert built.leftovers() != []
    built.act("problem('content/words.txt:1:1: E000 no such word')")
    assert built.build().status == 2
    assert built.site() == built.good
    assert built.leftovers() == []


def test_a_build_killed_right_after_the_swap_leaves_the_new_site(built):
    built.kill_when_reached(built.start("-c", CHANGED.format(AFTER_RENAME.format(2))))
    built.act("problem('content/words.txt:1:1: E000 no such word')")
    assert built.build().status == 2
    assert b"second" in built.site()["id/index.html"]
    assert built.leftovers() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_a_build_that_is_asked_to_end_cleans_up_itself(built):
    built.act(SLEEP)
    process = built.start_build()
    built.reached()
    process.terminate()
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "")
    assert built.site() == built.good
    assert built.leftovers() == []


def test_two_builds_at_once_leave_a_whole_site(built):
    """The first waits in the middle while the second runs from its start, which clears litter, to its end."""
    built.act(
        "import time; from pathlib import Path\n"
        "if settings['AS_OF']:\n"
        "    Path('reached').touch()\n"
        "    while not Path('go').exists(): time.sleep(0.02)"
    )
    first = built.start_build("--as-of", "2026-11-23")
    built.reached()
    assert built.build().status == 0
    assert b"second" in built.site()["id/index.html"]
    built.words("third")
    (built.root / "go").touch()
    assert first.communicate(timeout=60)[1] == ""
    assert first.returncode == 0
    assert b"third" in built.site()["id/index.html"]
    assert built.leftovers() == []


def test_many_builds_at_once_all_end_well(built):
    builds = [built.start_build() for _ in range(4)]
    assert [(build.communicate(timeout=60)[1], build.returncode) for build in builds] == [("", 0)] * 4
    assert b"second" in built.site()["id/index.html"]
    assert built.leftovers() == []


def test_a_full_disk_is_told_in_one_line_and_leaves_the_old_site(small_disk):
    small_disk.act("import os; (site / 'large.bin').write_bytes(os.urandom(1_000_000))")
    ended = small_disk.build()
    assert ended.status == 1
    assert ended.err.splitlines() == [
        "the disk: No space left on device; free some space and try again",
        "output/: not built; the last good site stays",
    ]
    assert small_disk.site() == small_disk.good
    assert small_disk.leftovers() == []
    small_disk.act("")
    assert small_disk.build().status == 0


def test_a_disk_that_is_read_only_is_told_in_one_line(small_disk):
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk.root.parent)], check=True)
    ended = small_disk.build()
    assert ended.status == 1
    assert ended.err.splitlines() == [
        ".pandu/lock: Read-only file system; work in a folder that can be written",
        "output/: not built; the last good site stays",
    ]
    assert small_disk.site() == small_disk.good


@pytest.mark.parametrize("code", ["ENOSPC", "EDQUOT", "EACCES", "EROFS", "EFBIG", "EIO", "ENOTDIR", "EISDIR", "EEXIST"])
def test_a_machine_that_refuses_in_a_step_is_told_in_one_line(built, code):
    ended = built.python(with_step(f"raise OSError(errno.{code}, 'refused', str(site.parents[2] / 'x'))"))
    assert ended.status == 1
    assert re.fullmatch(r"x: refused; \w.*\noutput/: not built; the last good site stays\n", ended.err)
    assert built.site() == built.good


@pytest.mark.parametrize(
    ("name", "told"),
    [("content/x.md", "content/x.md: No such file or directory; it was there a moment ago"), ("tools/x", "Traceback")],
)
def test_a_file_of_an_editor_may_be_taken_away_meanwhile_and_none_of_ours(built, name, told):
    ended = built.python(with_step(f"(site.parents[2] / '{name}').read_text()"))
    assert ended.status == 1
    assert ended.err.startswith(told)
    assert built.site() == built.good


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_an_output_that_may_not_be_replaced_stays(built):
    built.root.chmod(0o555)
    try:
        ended = built.build()
    finally:
        built.root.chmod(0o755)
    assert ended.status == 1
    assert ended.err.startswith("output → .pandu/old-")
    assert "Permission denied; see who owns it" in ended.err
    assert built.site() == built.good


def test_the_last_build_in_a_process_is_told_what_the_one_before_was(built):
    """Pelican shows a warning once a process."""
    built.act("import logging; logging.getLogger('pelican').warning('odd')")
    ended = built.python(CHANGED.format("check.check(root=Path.cwd())"))
    assert ended.status == 1
    assert ended.err.splitlines().count("pelican: odd") == 2
