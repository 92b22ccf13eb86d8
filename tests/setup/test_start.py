"""`python3 tasks.py` with a bare Python: the first start, the next ones, and what a task gives back."""

import os
import signal

import pytest

TASKS = [
    "addresses",
    "affected-by",
    "approve",
    "archive",
    "audit",
    "bench",
    "build",
    "check",
    "clean",
    "drift",
    "fmt",
    "links-external",
    "lint",
    "lock",
    "matrix",
    "new",
    "pictures",
    "publish",
    "reading",
    "recall",
    "reliability",
    "rename",
    "report",
    "review-due",
    "serve",
    "test",
]


def listed(run):
    return [line.split()[0] for line in run.stdout.splitlines() if line.startswith("  ")]


def test_the_first_start_sets_up_and_lists_the_tasks_with_a_line_each(real):
    _, first = real
    assert (first.returncode, listed(first)) == (0, TASKS)
    assert all(len(line.split()) > 3 for line in first.stdout.splitlines()[2:-1])


def test_the_first_start_shows_what_it_does_apart_from_the_task(real):
    _, first = real
    assert first.stderr.startswith("Making .venv for Python 3.")
    assert "Successfully installed" in first.stderr
    assert "pelican" not in first.stdout


def test_the_second_start_is_quiet_and_leaves_pip_alone(real, tmp_path):
    project, first = real
    second = project.start(PIP_LOG=str(tmp_path / "pip.log"))
    assert (second.stdout, second.stderr) == (first.stdout, "")
    assert not (tmp_path / "pip.log").exists()


def test_a_task_explains_its_options(real):
    project, _ = real
    told = project.start("--help", "build")
    assert told.returncode == 0
    assert "--as-of" in told.stdout


def test_a_task_gets_its_options_and_gives_back_its_exit_code(made):
    good, broken = made.start("build", "--as-of", "2026-11-22"), made.start("build", "--as-of", "broken")
    assert (good.stdout, good.stderr, good.returncode) == ("built as of 2026-11-22\n", "", 0)
    assert (broken.stdout, broken.stderr, broken.returncode) == ("built as of broken\n", "", 7)


def test_a_task_that_does_not_exist_is_told_in_one_line(made):
    run = made.start("bild")
    assert (run.returncode, run.stderr) == (1, "No idea what 'bild' is!\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
def test_ctrl_c_leaves_quietly(made):
    run = made.popen("build", "--as-of", "asleep")
    assert run.stdout.readline() == "started\n"
    os.killpg(run.pid, signal.SIGINT)
    assert (*run.communicate(timeout=20), run.returncode) == ("", "", 130)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
def test_whoever_ends_a_start_ends_its_task(made):
    run = made.popen("build", "--as-of", "asleep")
    assert run.stdout.readline() == "started\n"
    run.terminate()
    assert run.communicate(timeout=20) == ("", "")  # the pipes close only once the task has ended as well
    assert run.returncode == 128 + signal.SIGTERM


def test_clean_removes_what_was_made_and_keeps_the_rest(made):
    rubbish = {"output", "archive", ".pandu", ".pytest_cache", ".ruff_cache", ".hypothesis", "plugins/quiz/__pycache__"}
    for folder in rubbish | {"content/output"}:
        made.write(f"{folder}/id.md", "some words")
    assert made.start("clean").returncode == 0
    left = {path.relative_to(made.root).as_posix() for path in made.root.rglob("*") if ".venv" not in path.parts}
    assert left >= {"tasks.py", "content/output/id.md", "plugins/quiz"}
    assert not left & rubbish
    assert made.start().stderr == ""
