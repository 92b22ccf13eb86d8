"""An editor without a terminal approves an answer; whatever is written into the form stays words."""

import ast
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from invoke import Collection
from invoke.parser import Parser
from pelican.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = yaml.load((ROOT / ".github/workflows/approve.yml").read_text("utf-8"), yaml.BaseLoader)
(JOB,) = WORKFLOW["jobs"].values()
SCRIPTS = [step["run"] for step in JOB["steps"] if "run" in step]
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


def test_the_form_asks_for_question_answer_and_reason_and_is_started_by_hand_only():
    assert set(WORKFLOW["on"]) == {"workflow_dispatch"}
    inputs = WORKFLOW["on"]["workflow_dispatch"]["inputs"]
    assert list(inputs) == ["question", "answer", "reason"]
    assert all(each["required"] == "true" for each in inputs.values())


def test_what_is_written_into_the_form_reaches_scripts_through_the_environment_alone():
    assert JOB["env"] == {name.upper(): f"${{{{ inputs.{name} }}}}" for name in ("question", "answer", "reason")}
    assert [script for script in SCRIPTS if "${{" in script] == []
    for script in SCRIPTS:
        assert re.sub(r'"[^"]*"', "", script).count("$") == 0, "a word that is not in quotes"


def test_only_its_job_may_write_and_only_what_it_needs():
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert JOB["permissions"] == {"contents": "write", "actions": "write"}
    used = [step["uses"] for step in JOB["steps"] if "uses" in step]
    assert [each for each in used if not re.fullmatch(r"actions/[\w-]+@v\d+", each)] == []
    assert int(JOB["timeout-minutes"]) <= 30


def test_the_day_of_the_record_is_the_one_that_the_site_lives_in():
    timezone = read_settings(str(ROOT / "pelicanconf.py"))["TIMEZONE"]
    assert SCRIPTS[0].endswith(f' --as-of "$(TZ={timezone} date +%F)"')


def test_the_workflow_that_it_starts_exists_and_can_be_started():
    name = re.search(r"gh workflow run (\S+)", SCRIPTS[-1])[1]
    started = yaml.load((ROOT / ".github/workflows" / name).read_text("utf-8"), yaml.BaseLoader)
    assert "workflow_dispatch" in started["on"]


@pytest.mark.skipif(os.name == "nt", reason="the workflow runs on Linux")
@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_the_form_becomes_a_command_or_an_option(tmp_path, words):
    """Its scripts run as the host runs them, with programs that only write down how they were called."""
    for program in ("python3", "git", "gh"):
        path = tmp_path / program
        path.write_text(f'#!{sys.executable}\nimport sys\nprint(ascii(sys.argv[1:]), file=open("calls", "a"))\n')
        path.chmod(0o755)
    given = {"QUESTION": words, "ANSWER": words, "REASON": words, "GITHUB_REF_NAME": "draft"}
    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", **given}
    for script in SCRIPTS:
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert not (tmp_path / "hacked").exists()
    first, *others = [ast.literal_eval(line) for line in (tmp_path / "calls").read_text("utf-8").splitlines()]
    parser = Parser(contexts=Collection.from_module(importlib.import_module("tasks")).to_contexts())
    (task,) = parser.parse_argv(first[1:])
    got = {name: task.args[name].value for name in ("question", "answer", "reason")}
    assert (task.name, got) == ("approve", dict.fromkeys(("question", "answer", "reason"), words))
    assert others[-1] == ["workflow", "run", "site.yml", "--ref", "draft"]
    assert [each[0] for each in others[:-1]] == ["config", "config", "add", "commit", "pull", "push"]
    assert others[3] == ["commit", "-m", f"Approve the answer to {words}"]
