import os
import subprocess
from datetime import UTC, date, datetime

import pytest

from plugins.hub import day
from plugins.hub.day import the_day

EVENING = int(datetime(2026, 11, 22, 20, tzinfo=UTC).timestamp())  # in Jakarta it is the 23rd


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_the_day_that_is_asked_for_comes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EVENING))
    assert the_day("2027-01-01", tmp_path, "Asia/Jakarta") == date(2027, 1, 1)


def test_then_that_of_the_environment_in_the_time_zone_of_the_site(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EVENING))
    monkeypatch.setattr(day, "last_commit", lambda root: "0")
    assert the_day(None, tmp_path, "Asia/Jakarta") == date(2026, 11, 23)
    assert the_day(None, tmp_path, "UTC") == date(2026, 11, 22)


def test_then_that_of_the_last_commit(monkeypatch, tmp_path):
    monkeypatch.setattr(day, "last_commit", lambda root: str(EVENING))
    assert the_day(None, tmp_path, "Asia/Jakarta") == date(2026, 11, 23)


def test_who_has_changed_something_since_then_writes_today(monkeypatch, tmp_path):
    """Else whoever compares a text on a new day is told that the day lies ahead."""
    monkeypatch.setattr(day, "last_commit", lambda root: str(EVENING))
    monkeypatch.setattr(day, "changed", lambda root: True)
    before = datetime.now(UTC).date()
    assert before <= the_day(None, tmp_path, "UTC", writing=True) <= datetime.now(UTC).date()
    assert the_day(None, tmp_path, "UTC") == date(2026, 11, 22)
    monkeypatch.setattr(day, "changed", lambda root: False)
    assert the_day(None, tmp_path, "UTC", writing=True) == date(2026, 11, 22)


def test_a_last_commit_that_is_later_than_today_stays_the_day(monkeypatch, tmp_path):
    monkeypatch.setattr(day, "last_commit", lambda root: str(int(datetime(2999, 1, 1, tzinfo=UTC).timestamp())))
    monkeypatch.setattr(day, "changed", lambda root: True)
    assert the_day(None, tmp_path, "UTC", writing=True) == date(2999, 1, 1)


def test_the_day_of_the_environment_is_that_of_who_writes_too(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EVENING))
    monkeypatch.setattr(day, "changed", lambda root: True)
    assert the_day(None, tmp_path, "UTC", writing=True) == date(2026, 11, 22)


def test_a_file_that_git_does_not_know_yet_is_a_change(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert not day.changed(tmp_path)
    (tmp_path / "id.md").touch()
    assert day.changed(tmp_path)
    assert not day.changed(tmp_path / "nowhere")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_checkout_of_another_user_has_its_last_commit_too(monkeypatch, tmp_path):
    """Git would refuse it: "dubious ownership"."""
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "x")
        monkeypatch.setenv(f"{name}_EMAIL", "x@pandu.example")
        monkeypatch.setenv(f"{name}_DATE", f"{EVENING} +0000")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    for path in [tmp_path, *tmp_path.rglob("*")]:
        os.chown(path, 1234, 1234)
    refused = subprocess.run(["git", "log"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "dubious ownership" in refused.stderr
    assert the_day(None, tmp_path, "Asia/Jakarta") == date(2026, 11, 23)


def test_git_is_asked_to_trust_the_checkout_of_any_user(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(day.subprocess, "run", lambda command, **_: asked.append(command) or Refused())
    assert day.last_commit(tmp_path) == ""
    assert asked[0][:3] == ["git", "-c", "safe.directory=*"]


class Refused:
    returncode, stdout = 128, ""


def test_without_any_it_is_today(monkeypatch, tmp_path):
    monkeypatch.setattr(day, "last_commit", lambda root: "")
    before = datetime.now(UTC).date()
    assert before <= the_day(None, tmp_path, "UTC") <= datetime.now(UTC).date()
