"""The very commands of GitHub's and GitLab's jobs, run in a clone of a small project with a change on a branch."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.site.project import ROOT, copy_project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the jobs run on Linux")

GITHUB = yaml.load((ROOT / ".github/workflows/site.yml").read_text("utf-8"), yaml.BaseLoader)["jobs"]
GITLAB = yaml.load((ROOT / ".gitlab-ci.yml").read_text("utf-8"), yaml.BaseLoader)
SETTINGS = {"workflow", "default", "variables"}
JOBS = {name: job for name, job in GITLAB.items() if name not in SETTINGS}
GUIDE = "content/guides/bread/first-loaf/en.md"
PAGE, SOURCE = "content/pages/about/en.md", "content/pages/about/id.md"

# The environment of these tests in the place of the one that a first start makes; what takes minutes only answers.
PYTHON = """#!{python}
import os, sys
program, script, task, *others = sys.argv
assert script == "tasks.py"
if task in ("test", "matrix", "audit"):
    sys.exit(0)
os.execv(sys.executable, [sys.executable, "-m", "invoke", task, *others])
"""


class Runner:
    """A clone of the project on a branch, as a host checks it out, with the programs of its machine."""

    def __init__(self, folder: Path, small: Path):
        self.origin, self.root, programs = folder / "origin.git", folder / "clone", folder / "programs"
        first = copy_project(folder / "first", small)
        shutil.copy(ROOT / "tasks.py", first)
        (first / ".gitignore").write_text((ROOT / ".gitignore").read_text("utf-8"), "utf-8")
        git(first, "init", "--initial-branch=main")
        git(first, "add", "-A")
        git(first, "commit", "-m", "First words")
        git(folder, "clone", "--bare", str(first), str(self.origin))
        git(folder, "clone", str(self.origin), str(self.root))
        self.base = git(self.root, "rev-parse", "HEAD").strip()
        git(self.root, "checkout", "-b", "draft")
        programs.mkdir()
        for name, text in {"python3": PYTHON.format(python=sys.executable), "apt-get": "#!/bin/sh\n"}.items():
            (programs / name).write_text(text, "utf-8")
            (programs / name).chmod(0o755)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PANDU_"))},
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def change(self, name: str, text: str) -> None:
        path = self.root / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")
        git(self.root, "commit", "-a", "-m", "Change a text")

    def run(self, lines: list[str], **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "\n".join(lines)],
            cwd=self.root,
            env=self.environment | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def gitlab(self, name: str, part: str = "script") -> subprocess.CompletedProcess:
        known = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": self.base, "CI_PAGES_URL": "https://bread.example/learn"}
        given = {key: known[value[1:]] if value.startswith("$") else value for key, value in variables(name).items()}
        return self.run(JOBS[name][part], **known, **given)

    def github(self, name: str, **environment: str) -> list[subprocess.CompletedProcess]:
        scripts = [step["run"] for step in GITHUB[name]["steps"] if "run" in step]
        return [self.run([script], GITHUB_BASE_REF="main", **environment) for script in scripts]


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Siti", "-c", "user.email=siti@example.org")
    command = ["git", *identity, "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def variables(name: str) -> dict[str, str]:
    return JOBS[name].get("variables", {})


@pytest.fixture
def runner(tmp_path, small, approved) -> Runner:
    approved(small)
    return Runner(tmp_path.resolve(), small)


def runs(name: str, **known: str) -> bool:
    """Whether a job of GitLab is in the pipeline of an event, by the rules of the pipeline and its own."""
    jobs = JOBS[name].get("rules", [{"if": "'' == ''"}])
    return any(holds(each["if"], known) for each in GITLAB["workflow"]["rules"]) and any(
        holds(each["if"], known) for each in jobs
    )


def holds(condition: str, known: dict[str, str]) -> bool:
    filled = re.sub(r"\$(\w+)", lambda found: repr(known.get(found[1])), condition).replace("&&", "and")
    return eval(filled, {"__builtins__": {}})


MERGE = {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_DEFAULT_BRANCH": "main"}
MAIN = {"CI_COMMIT_BRANCH": "main", "CI_DEFAULT_BRANCH": "main"}


@pytest.mark.parametrize(
    "known, jobs",
    [
        (MERGE, {"check", "preview", "test"}),
        (MAIN | {"CI_PIPELINE_SOURCE": "push"}, {"test", "pages"}),
        (MAIN | {"CI_PIPELINE_SOURCE": "schedule"}, {"test", "pages", "matrix", "audit"}),
        ({"CI_COMMIT_BRANCH": "draft", "CI_DEFAULT_BRANCH": "main", "CI_PIPELINE_SOURCE": "push"}, set()),
    ],
    ids=["a merge request", "a push to main", "a new day", "a branch without a merge request"],
)
def test_each_event_on_gitlab_runs_its_jobs(known, jobs):
    assert {name for name in JOBS if runs(name, **known)} == jobs


def test_on_gitlab_nothing_is_published_before_its_tests_pass_and_by_two_at_once():
    assert JOBS["pages"]["needs"] == ["test"]
    assert (JOBS["pages"]["resource_group"], JOBS["pages"]["interruptible"]) == ("publish", "false")
    assert "allow_failure" not in (ROOT / ".gitlab-ci.yml").read_text("utf-8")


def test_on_gitlab_every_job_has_the_history_an_end_and_the_python_of_github():
    assert GITLAB["variables"]["GIT_DEPTH"] == "0"
    assert all("timeout" in job for job in JOBS.values())
    versions = {step["with"]["python-version"] for step in GITHUB["test"]["steps"] if "python" in step.get("uses", "")}
    assert GITLAB["default"]["image"] == f"python:{versions.pop()}"


def test_on_gitlab_what_a_change_brought_is_a_report_for_its_lines(runner):
    runner.change(GUIDE, "\n[Nowhere](../nowhere/en.md)\n")
    runner.change(SOURCE, "\nSatu kalimat lagi.\n")
    done = runner.gitlab("check")
    assert done.returncode == 2
    assert f"{GUIDE}:" in done.stderr
    assert JOBS["check"]["artifacts"] == {"when": "always", "reports": {"codequality": "problems.json"}}
    (entry, *_) = json.loads((runner.root / "problems.json").read_text("utf-8"))
    assert (entry["check_name"], entry["location"]["path"]) == ("E111", GUIDE)
    assert "drift --accept about#" in runner.gitlab("check", "after_script").stdout


def test_on_gitlab_a_good_change_is_an_empty_report_and_a_preview(runner):
    runner.change(PAGE, "\nOne more sentence.\n")
    done = runner.gitlab("check")
    assert done.returncode == 0, done.stderr
    assert [
        each for each in json.loads((runner.root / "problems.json").read_text("utf-8")) if "E" in each["check_name"]
    ] == []
    done = runner.gitlab("preview")
    assert done.returncode == 0, done.stderr
    (folder,) = JOBS["preview"]["artifacts"]["paths"]
    assert "One more sentence." in (runner.root / folder / "en/about/index.html").read_text("utf-8")


def test_on_gitlab_the_published_folder_has_the_address_of_its_pages_and_what_can_be_sent_compressed(runner):
    done = runner.gitlab("pages")
    assert done.returncode == 0, done.stderr
    public = runner.root / "public"
    assert "https://bread.example/learn/en/" in (public / "sitemap.xml").read_text("utf-8")
    assert (public / "buku-roti-site.zip").is_file()
    small = {path.suffixes[-2] for path in public.rglob("*.gz")}
    assert {".html", ".css", ".js", ".xml"} <= small
    assert small.isdisjoint({".png", ".jpeg", ".pf_index"})


def test_on_gitlab_the_tests_the_matrix_and_the_audit_are_tasks(runner):
    for name in ("test", "matrix", "audit"):
        assert runner.gitlab(name).returncode == 0


def test_on_github_what_a_change_brought_stands_at_its_line(runner):
    runner.change(GUIDE, "\n[Nowhere](../nowhere/en.md)\n")
    runner.change(SOURCE, "\nSatu kalimat lagi.\n")
    check, drift = runner.github("check")
    assert check.returncode == 2
    assert any(line.startswith(f"::error file={GUIDE},line=") for line in check.stdout.splitlines())
    assert "drift --accept about#" in drift.stdout


def test_on_github_a_change_is_previewed_and_main_is_published(runner):
    (preview,) = runner.github("preview")
    assert preview.returncode == 0, preview.stderr
    assert (runner.root / "output/index.html").is_file()
    git(runner.root, "checkout", "--detach", "main")
    (publish,) = runner.github("publish", PANDU_SITEURL="https://bread.example/learn")
    assert publish.returncode == 0, publish.stderr
    names = git(runner.origin, "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert {"_headers", "index.html", "sitemap.xml"} <= set(names)
