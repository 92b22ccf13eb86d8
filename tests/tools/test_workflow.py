"""The workflow runs tasks that there are, and publishes nothing but a main whose tests pass."""

import importlib
import re
import shlex
from pathlib import Path

import pytest
import yaml
from invoke import Collection
from invoke.parser import Parser
from pelican.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / ".github" / "workflows" / "site.yml").read_text("utf-8")
WORKFLOW = yaml.load(TEXT, yaml.BaseLoader)  # any other makes `true` of `on`
JOBS = WORKFLOW["jobs"]
STEPS = [(name, step) for name, job in JOBS.items() for step in job["steps"]]
COMMANDS = [(name, line) for name, step in STEPS for line in step.get("run", "").splitlines()]
PUBLISHING = sorted({name for name, line in COMMANDS if "publish" in line})


def jobs_of(event, ref="refs/heads/main"):
    """The jobs that run on an event. `always()`, which would pass over a failed test, is an error in here."""
    names = {"github.event_name": repr(event), "github.ref": repr(ref), "||": "or", "&&": "and"}
    conditions = {name: job.get("if", "True") for name, job in JOBS.items()}
    for old, new in names.items():
        conditions = {name: condition.replace(old, new) for name, condition in conditions.items()}
    return {name for name, condition in conditions.items() if eval(condition, {"__builtins__": {}})}


@pytest.mark.parametrize("name, line", COMMANDS)
def test_every_command_is_a_task_with_flags_that_it_has(name, line):
    program, script, *arguments = shlex.split(line)
    assert (program, script) == ("python3", "tasks.py")
    parser = Parser(contexts=Collection.from_module(importlib.import_module("tasks")).to_contexts())
    assert [task.name for task in parser.parse_argv(arguments)] == [arguments[0]]


def test_each_event_runs_its_jobs():
    assert set(WORKFLOW["on"]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert jobs_of("pull_request", "refs/pull/1/merge") == jobs_of("pull_request") == {"check", "preview", "test"}
    assert jobs_of("push") == {"test", "publish", "archive"}
    assert jobs_of("schedule") == jobs_of("workflow_dispatch") == {"test", "publish", "archive", "matrix", "audit"}
    tasks = {"check": ["check", "drift"], "preview": ["build"], "matrix": ["test", "matrix"]}
    tasks["archive"] = ["build", "archive"]
    assert {job: [shlex.split(line)[2] for name, line in COMMANDS if name == job] for job in JOBS} == {
        name: tasks.get(name, [name]) for name in JOBS
    }


def test_a_newer_commit_ends_the_run_of_an_older_one_and_no_other():
    concurrency = WORKFLOW["concurrency"]
    assert concurrency["cancel-in-progress"] == "true"
    assert concurrency["group"] == "site-${{ github.event.pull_request.number || github.run_id }}"


def test_a_preview_is_the_built_folder_and_is_kept_for_a_while():
    (step,) = steps("preview", "upload-artifact")
    assert step["with"]["path"] == "output/"
    assert step["with"]["if-no-files-found"] == "error"
    assert int(step["with"]["retention-days"]) <= 30


@pytest.mark.parametrize("name", ["check", "preview", "publish"])
def test_what_needs_the_history_has_all_of_it(name):
    assert [step["with"]["fetch-depth"] for step in steps(name, "checkout")] == ["0"]


def test_the_headers_are_compared_with_a_real_server_each_time():
    assert JOBS["test"]["env"] == {"PANDU_NGINX": "1"}


def test_nothing_is_published_before_its_tests_pass():
    assert [JOBS[name]["needs"] for name in PUBLISHING] == ["test"]


def test_a_pull_request_can_neither_write_nor_publish():
    """Nor find a token that checkout has left."""
    for name in jobs_of("pull_request"):
        assert JOBS[name].get("permissions", WORKFLOW["permissions"]) == {"contents": "read"}
        assert name not in PUBLISHING
        assert [step["with"]["persist-credentials"] for step in steps(name, "checkout")] == ["false"]


def test_only_publishing_may_write():
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert {name: job["permissions"] for name, job in JOBS.items() if "permissions" in job} == {
        name: {"contents": "write"} for name in PUBLISHING
    }


def test_only_main_is_published():
    assert WORKFLOW["on"]["push"]["branches"] == ["main"]
    assert not jobs_of("workflow_dispatch", "refs/heads/draft") & set(PUBLISHING)


@pytest.mark.parametrize("name", PUBLISHING)
def test_publishing_has_the_whole_history_and_the_address_and_waits_for_its_turn(name):
    assert [step["with"]["fetch-depth"] for step in steps(name, "checkout")] == ["0"]
    assert JOBS[name]["env"] == {"PANDU_SITEURL": "${{ vars.PANDU_SITEURL }}"}
    assert JOBS[name]["concurrency"] == "publish"


@pytest.mark.parametrize("name", ["preview", *PUBLISHING])
def test_the_day_that_is_built_is_the_one_that_the_site_lives_in(name):
    timezone = read_settings(str(ROOT / "pelicanconf.py"))["TIMEZONE"]
    assert dict(COMMANDS)[name].endswith(f' --as-of "$(TZ={timezone} date +%F)"')


def test_the_night_begins_soon_after_midnight_in_jakarta():
    (night,) = WORKFLOW["on"]["schedule"]
    minute, hour, *days = night["cron"].split()
    assert (int(hour) + 7) % 24 == 0
    assert 0 < int(minute) < 60
    assert days == ["*", "*", "*"]


def test_only_actions_of_github_itself_run():
    used = [step["uses"] for _, step in STEPS if "uses" in step]
    assert [each for each in used if not re.fullmatch(r"actions/[\w-]+@v\d+", each)] == []


@pytest.mark.parametrize("name", JOBS)
def test_every_job_has_its_python_and_an_end(name):
    assert [step["with"]["python-version"] for step in steps(name, "setup-python")] == ["3.13"]
    assert int(JOBS[name]["timeout-minutes"]) <= 180


def steps(name, action):
    """The steps of a job that use `action`."""
    return [step for step in JOBS[name]["steps"] if step.get("uses", "").startswith(f"actions/{action}@")]
