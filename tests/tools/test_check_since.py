"""`check --since`: only what a branch has brought is told, wherever it shows."""

import subprocess

import pytest

from tests.site.project import copy_project
from tools.engine import the_day_of

CHECK = (
    "import sys; from pathlib import Path; from tools.check import check; "
    "sys.exit(check(since={!r}, as_of={!r}, root=Path.cwd()))"
)
GUIDE = "content/guides/bread/first-loaf/en.md"
PAGE = "content/pages/about/en.md"
OTHER = "content/guides/bread/selling-bread/en.md"
NOWHERE = "\n[Nowhere](../nowhere/en.md)\n"


class Branch:
    """The small site in a git repository, on a branch that has just left main."""

    def __init__(self, project, root):
        self.project, self.root = project, root
        self.git("init", "--initial-branch=main")
        self.commit("First words")
        self.git("checkout", "-b", "draft")

    def git(self, *arguments):
        identity = ("-c", "user.name=Siti", "-c", "user.email=siti@example.org")
        command = ["git", *identity, "-C", str(self.root), *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout

    def commit(self, subject):
        self.git("add", "-A")
        self.git("commit", "-m", subject)

    def add(self, name, text):
        path = self.root / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def check(self, since="main", as_of="2026-11-23"):
        return self.project.python(CHECK.format(since, as_of))


def told(ended):
    return [line.split(" ", 2)[1] for line in ended.err.splitlines() if line.startswith(("content/", "quizzes/"))]


@pytest.fixture
def branch(make_project, tmp_path, small, approved):
    approved(small)
    project = object.__new__(make_project)
    project.root = copy_project(tmp_path.resolve() / "clone of it", small)
    (project.root / ".gitignore").write_text("__pycache__/\n", "utf-8")
    return Branch(project, project.root)


def test_what_stood_on_main_already_is_counted_and_stops_nobody(branch):
    branch.git("checkout", "main")
    branch.add(OTHER, NOWHERE)
    branch.commit("Break a link on main")
    branch.git("checkout", "-B", "draft")
    branch.add(PAGE, "\nA good sentence, and nothing more.\n")
    branch.commit("Write a sentence")
    ended = branch.check()
    assert ended.status == 0
    assert "E111" not in told(ended)
    assert "1 more stood there before, at main; not told here" in ended.err
    assert branch.check(since="main~1").status == 2


def test_what_the_branch_broke_is_told_also_before_it_is_committed_and_where_lines_have_moved(branch):
    branch.add(OTHER, NOWHERE)
    branch.commit("Break a link before the branch begins")
    branch.git("branch", "-f", "main")
    path = branch.root / OTHER
    head, end, body = path.read_text("utf-8").partition("\n---\n")
    path.write_text(f"{head}{end}\nA first line that moves the others.\n{body}", "utf-8")
    assert told(branch.check()).count("E111") == 0
    branch.add(OTHER, NOWHERE)
    ended = branch.check()
    assert (ended.status, told(ended).count("E111")) == (2, 1)


def test_what_the_branch_broke_in_a_file_that_it_does_not_touch_is_told_there(branch):
    """A quiz cites the section that is gone."""
    for lang in ("id", "en"):
        path = branch.root / f"content/guides/bread/first-loaf/{lang}.md"
        path.write_text(path.read_text("utf-8").replace("{#flour}", "{#meal}"), "utf-8")
    branch.commit("Rename a section")
    ended = branch.check()
    assert ended.status == 2
    assert "quizzes/bread/first-loaf.yaml:" in ended.err


def test_main_may_have_gone_on_since_the_branch_left_it(branch):
    branch.add(GUIDE, NOWHERE)
    branch.commit("Break a link")
    branch.git("checkout", "main")
    branch.add(GUIDE, NOWHERE)
    branch.commit("Break the same link on main")
    branch.git("checkout", "draft")
    assert branch.check().status == 2


def test_a_shallow_clone_says_what_to_get(branch, tmp_path):
    branch.add(PAGE, "\nA sentence.\n")
    branch.commit("Write a sentence")
    clone = tmp_path.resolve() / "clone"
    branch.git("clone", "--depth=1", "--no-single-branch", "--branch=draft", branch.root.as_uri(), str(clone))
    branch.project.root = clone
    ended = branch.check(since="origin/main")
    assert ended.status == 1
    assert ended.err.splitlines()[0] == (
        "--since origin/main: a shallow clone can't tell where this branch began; get all of its history "
        "(`git fetch --unshallow`; in a workflow `fetch-depth: 0`)"
    )
    subprocess.run(["git", "-C", str(clone), "fetch", "--unshallow", "--quiet"], check=True)
    assert branch.check(since="origin/main").status == 0


@pytest.mark.parametrize("since", ["nowhere", "--help", "main:content"])
def test_a_name_of_no_commit_is_told(branch, since):
    ended = branch.check(since=since)
    assert ended.status == 1
    assert ended.err.splitlines()[0] == f"--since {since}: no such commit here; get it first (`git fetch origin`)"


def test_a_folder_without_git_and_another_history_are_told(branch, project):
    assert "this folder is no git checkout" in project.python(CHECK.format("main", None)).err
    branch.git("checkout", "--orphan", "other")
    branch.commit("Begin again")
    assert "--since main: HEAD has no history in common with it" in branch.check().err


def test_a_branch_that_began_before_there_were_words_brought_all_that_is_wrong(branch):
    empty = branch.git("commit-tree", "-m", "Nothing yet", branch.git("mktree").strip()).strip()
    tree = branch.git("rev-parse", "HEAD^{tree}").strip()
    branch.git("reset", "--hard", branch.git("commit-tree", "-p", empty, "-m", "Words", tree).strip())
    branch.add(GUIDE, NOWHERE)
    assert branch.check(since=empty).status == 2


def test_nothing_is_left_behind(branch):
    branch.add(PAGE, "\nA sentence.\n")
    before = branch.git("status", "--porcelain"), branch.git("for-each-ref"), branch.git("worktree", "list")
    branch.check()
    assert (branch.git("status", "--porcelain"), branch.git("for-each-ref"), branch.git("worktree", "list")) == before


def test_a_change_that_is_not_committed_is_of_today(branch, monkeypatch):
    """As in a check of everything; else who compares a text today would be told of a day in the future."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2001-02-03T04:05:06+00:00")
    branch.git("commit", "--allow-empty", "-m", "Long ago")
    assert the_day_of(branch.root, "publishconf.py", None, writing=True) == "2001-02-03"
    branch.add(PAGE, "\nA sentence.\n")
    assert the_day_of(branch.root, "publishconf.py", None, writing=True) > "2001-02-03"
    assert the_day_of(branch.root, "publishconf.py", None) == "2001-02-03"
