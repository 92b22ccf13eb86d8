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


def test_without_any_it_is_today(monkeypatch, tmp_path):
    monkeypatch.setattr(day, "last_commit", lambda root: "")
    before = datetime.now(UTC).date()
    assert before <= the_day(None, tmp_path, "UTC") <= datetime.now(UTC).date()
