"""An editor without a terminal approves and accepts by a form; whatever is written into it stays words."""

import ast
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from invoke import Collection
from invoke.parser import Parser
from pelican.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = [
    "$(touch hacked)",
    "`touch hacked`",
    '"; touch hacked; "',
    "a' b",
    "--help",
    "-x\ny",
    "${{ github.token }}",
    "* ?",
]


class Form(NamedTuple):
    """A workflow that is started by hand, what it asks for, and the task that takes it under these names."""

    file: str
    inputs: list[str]
    task: str
    takes: list[str]
    subject: str

    @property
    def workflow(self):
        return yaml.load((ROOT / ".github/workflows" / self.file).read_text("utf-8"), yaml.BaseLoader)

    @property
    def job(self):
        (job,) = self.workflow["jobs"].values()
        return job

    @property
    def scripts(self):
        return [step["run"] for step in self.job["steps"] if "run" in step]


FORMS = [
    Form(
        "approve.yml",
        ["question", "answer", "reason"],
        "approve",
        ["question", "answer", "reason"],
        "Approve the answer to {}",
    ),
    Form("accept.yml", ["section"], "drift", ["accept"], "Accept the translation of {}"),
]
pytestmark = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file)


def test_a_form_asks_for_what_its_task_takes_and_is_started_by_hand_only(form):
    assert set(form.workflow["on"]) == {"workflow_dispatch"}
    inputs = form.workflow["on"]["workflow_dispatch"]["inputs"]
    assert list(inputs) == form.inputs
    assert all(each["required"] == "true" for each in inputs.values())


def test_what_is_written_into_a_form_reaches_scripts_through_the_environment_alone(form):
    assert form.job["env"] == {name.upper(): f"${{{{ inputs.{name} }}}}" for name in form.inputs}
    assert [script for script in form.scripts if "${{" in script] == []
    for script in form.scripts:
        assert re.sub(r'"[^"]*"', "", script).count("$") == 0, "a word that is not in quotes"


def test_only_its_job_may_write_and_only_what_it_needs(form):
    assert form.workflow["permissions"] == {"contents": "read"}
    assert form.job["permissions"] == {"contents": "write", "actions": "write"}
    used = [step["uses"] for step in form.job["steps"] if "uses" in step]
    assert [each for each in used if not re.fullmatch(r"actions/[\w-]+@v\d+", each)] == []
    assert int(form.job["timeout-minutes"]) <= 30


def test_the_day_of_a_record_is_the_one_that_the_site_lives_in(form):
    timezone = read_settings(str(ROOT / "pelicanconf.py"))["TIMEZONE"]
    if form.task == "approve":
        assert form.scripts[0].endswith(f' --as-of "$(TZ={timezone} date +%F)"')


def test_the_workflow_that_it_starts_exists_and_can_be_started(form):
    name = re.search(r"gh workflow run (\S+)", form.scripts[-1])[1]
    started = yaml.load((ROOT / ".github/workflows" / name).read_text("utf-8"), yaml.BaseLoader)
    assert "workflow_dispatch" in started["on"]


@pytest.mark.skipif(os.name == "nt", reason="the workflow runs on Linux")
@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_a_form_becomes_a_command_or_an_option(form, tmp_path, words):
    """Its scripts run as the host runs them, with programs that only write down how they were called."""
    for program in ("python3", "git", "gh"):
        path = tmp_path / program
        path.write_text(f'#!{sys.executable}\nimport sys\nprint(ascii(sys.argv[1:]), file=open("calls", "a"))\n')
        path.chmod(0o755)
    given = {**{name.upper(): words for name in form.inputs}, "GITHUB_REF_NAME": "draft"}
    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", **given}
    for script in form.scripts:
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert not (tmp_path / "hacked").exists()
    first, *others = [ast.literal_eval(line) for line in (tmp_path / "calls").read_text("utf-8").splitlines()]
    parser = Parser(contexts=Collection.from_module(importlib.import_module("tasks")).to_contexts())
    (task,) = parser.parse_argv(first[1:])
    got = {name: task.args[name].value for name in form.takes}
    assert task.name == form.task
    assert got in (dict.fromkeys(form.takes, words), {key: [words] for key in form.takes})  # alone, or in a list
    assert others[-1] == ["workflow", "run", "site.yml", "--ref", "draft"]
    assert [each[0] for each in others[:-1]] == ["config", "config", "add", "commit", "pull", "push"]
    assert others[3] == ["commit", "-m", form.subject.format(words)]
