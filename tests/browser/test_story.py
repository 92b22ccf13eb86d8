"""A stranger's first day: clones, builds, searches, answers, breaks something, is told, mends it, publishes."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Server
from tests.site.project import DAY, ROOT, copy_project

GUIDE = "content/guides/pse/what-is-a-pse/en.md"
PAGE = "en/pse/what-is-a-pse/index.html"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A machine whose git knows the stranger, and a host with the project and a place for the site."""
    (tmp_path / "gitconfig").write_text("[user]\nname = Sari\nemail = sari@example.org\n[init]\ndefaultBranch = main\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    project = copy_project(tmp_path / "project")
    for name in ("tasks.py", ".gitignore", ".gitattributes"):
        (project / name).write_bytes((ROOT / name).read_bytes())
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "The project")
    git(tmp_path, "clone", "--quiet", "--bare", "project", "host.git")
    return tmp_path


def git(folder, *arguments):
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def task(folder, *arguments):
    """`python3 tasks.py …`, in the environment that runs the tests: making another one is tested in tests/setup/."""
    environment = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "invoke", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


@pytest.mark.thorough
def test_a_stranger_clones_builds_searches_answers_breaks_mends_and_publishes(home, device):
    git(home, "clone", "--quiet", "host.git", "clone")
    clone = home / "clone"

    built = task(clone, "build", "--as-of", DAY)
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith("output/: ")
    assert built.stderr == ""

    with Server(clone / "output") as server:
        reader = device()
        reader.site = type(reader.site)(clone / "output", server.base, reader.site.root)
        page = reader.open(reader.site.find("search", "search", "en"))
        page.get_by_role("searchbox").fill("what is a PSE")
        page.locator(".search__results").get_by_role("link", name="What is a PSE?", exact=True).first.click()
        page.wait_for_url("**/en/**")
        page = reader.open(reader.site.find("quiz", "pse/what-is-a-pse", "en"))
        question = page.locator("fieldset").first
        question.locator(f"input[value={question.get_attribute('data-right')}]").check()
        question.get_by_role("button", name="Check").click()
        expect(question.get_by_role("status")).to_have_text("Right.")

    good = (clone / "output" / PAGE).read_bytes()
    text = (clone / GUIDE).read_text("utf-8")
    (clone / GUIDE).write_text(text + "\n[The steps](../registering/en.md)\n", "utf-8")
    broken = task(clone, "build", "--as-of", DAY)
    assert broken.returncode == 2
    line = text.count("\n") + 2
    assert f"{GUIDE}:{line}:1: E111 link to '../registering/en.md': no such text or picture" in broken.stderr
    assert broken.stderr.splitlines()[-1] == "output/: not built; the last good site stays"
    assert (clone / "output" / PAGE).read_bytes() == good

    (clone / GUIDE).write_text(text, "utf-8")
    published = task(clone, "publish", "--as-of", DAY)
    assert published.returncode == 0, published.stderr
    assert git(home / "host.git", "show", f"gh-pages:{PAGE}").encode() == good
    assert "not published again" in task(clone, "publish", "--as-of", DAY).stdout
