"""When the words of a text last changed, asked of real histories."""

import os
import subprocess
from datetime import UTC, date, datetime

import pytest

from plugins.hub.history import changed

NAME = "content/guides/bread/first-loaf/en.md"
TEXT = "---\ntitle: {title}\nreviewed: {reviewed}\n---\n\n{body}\n"


class History:
    """A folder under git, in which a day is a commit."""

    def __init__(self, root):
        self.root = root
        root.mkdir()
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments, day=1):
        moment = f"{int(datetime(2026, 11, day, 5, tzinfo=UTC).timestamp())} +0000"
        who = {"NAME": "x", "EMAIL": "x@bread.example", "DATE": moment}
        known = {f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in who.items()}
        subprocess.run(
            ["git", "-C", str(self.root), *arguments], env=os.environ | known, check=True, capture_output=True
        )

    def write(self, body, title="Loaf", reviewed="2026-11-01", name=NAME):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(title=title, reviewed=reviewed, body=body), "utf-8", newline="\n")

    def commit(self, day):
        self.git("add", "-A")
        self.git("commit", "-qm", "x", day=day)

    def days(self):
        return changed(self.root, "Asia/Jakarta")


@pytest.fixture
def history(tmp_path):
    found = History(tmp_path / "project")
    found.write("One.")
    found.commit(1)
    found.write("One. Two.")
    found.commit(2)
    return found


def test_the_words_changed_when_they_were_last_written(history):
    assert history.days() == {NAME: date(2026, 11, 2)}


def test_a_review_changes_no_word(history):
    history.write("One. Two.", reviewed="2026-11-03")
    history.commit(3)
    assert history.days() == {NAME: date(2026, 11, 2)}


def test_a_title_is_words_and_another_line_break_is_none(history):
    history.write("One.\nTwo.")
    history.commit(3)
    assert history.days() == {NAME: date(2026, 11, 2)}
    history.write("One.\nTwo.", title="Bread")
    history.commit(4)
    assert history.days() == {NAME: date(2026, 11, 4)}


def test_a_text_takes_its_day_along_when_it_moves(history):
    new = NAME.replace("first-loaf", "loaf")
    (history.root / new).parent.mkdir()
    history.git("mv", NAME, new)
    history.commit(3)
    assert history.days() == {new: date(2026, 11, 2)}


def test_a_day_is_that_of_the_site(history):
    history.write("Three.")
    history.commit(5)
    assert changed(history.root, "Pacific/Kiritimati") == {NAME: date(2026, 11, 5)}
    assert changed(history.root, "Pacific/Pago_Pago") == {NAME: date(2026, 11, 4)}


def test_what_a_branch_wrote_changed_when_it_was_merged(history):
    history.git("checkout", "-q", "-b", "branch")
    history.write("Of a branch.")
    history.commit(3)
    history.git("checkout", "-q", "main")
    history.write("Another text.", name=NAME.replace("en.md", "id.md"))
    history.commit(4)
    history.git("merge", "-q", "--no-ff", "-m", "x", "branch", day=5)
    assert history.days() == {NAME: date(2026, 11, 5), NAME.replace("en.md", "id.md"): date(2026, 11, 4)}


def test_what_is_not_committed_has_no_day(history):
    history.write("Not yet.")
    history.write("New.", name=NAME.replace("en.md", "id.md"))
    assert history.days() == {}


def test_where_a_shallow_clone_begins_nobody_knows(history, tmp_path):
    history.write("Other.", name="content/pages/about/en.md")
    history.commit(3)
    for depth, known in ((1, {}), (2, {"content/pages/about/en.md": date(2026, 11, 3)})):
        clone = History(tmp_path / f"clone-{depth}")
        clone.git("pull", "-q", f"--depth={depth}", history.root.as_uri(), "main")
        assert clone.days() == known


def test_without_git_nobody_knows(history, tmp_path, monkeypatch):
    archive = tmp_path / "archive" / NAME
    archive.parent.mkdir(parents=True)
    archive.write_bytes((history.root / NAME).read_bytes())
    assert changed(tmp_path / "archive", "Asia/Jakarta") == {}
    monkeypatch.setenv("PATH", "")
    assert history.days() == {}


def test_the_project_may_be_a_folder_of_a_repository(history):
    history.git("mv", "content", "inner")
    (history.root / "site").mkdir()
    history.git("mv", "inner", "site/content")
    history.commit(3)
    assert changed(history.root / "site", "Asia/Jakarta") == {
        NAME: date(2026, 11, 3)
    }  # what was outside is not looked at
