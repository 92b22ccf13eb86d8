"""What the environment may say, and what is refused before the engine runs."""

import pytest

from tools.ending import Stop
from tools.engine import refuse_no_address, refuse_no_moment


@pytest.mark.parametrize(
    "address",
    [
        "foo",
        "/",
        "javascript:alert(1)",
        "ftp://hub.example",
        "//hub.example",
        "https://",
        "https://:80",
        "https://hub.example?a=1",
        "https://hub.example/#a",
        "https://hub.example/a b",
        " https://hub.example",
        "https://hub.example\n",
    ],
)
def test_what_is_no_address_of_a_site_is_refused(address):
    with pytest.raises(Stop, match="no address of a site"):
        refuse_no_address(address)


@pytest.mark.parametrize(
    "address",
    [None, "", "https://hub.example", "http://127.0.0.1:8000/learn/", "http://[::1]/", "https://münchen.example/ä"],
)
def test_an_address_of_a_site_or_none_is_taken(address):
    refuse_no_address(address)


@pytest.mark.parametrize("epoch", ["abc", "1795392000.5", "253402300799", "99999999999999", "9" * 30])
def test_a_moment_that_no_calendar_knows_is_refused(monkeypatch, tmp_path, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(Stop, match="no such moment"):
        refuse_no_moment(None, tmp_path, "Asia/Jakarta")


def test_where_the_day_is_asked_for_no_moment_is_needed(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    refuse_no_moment("2026-11-23", tmp_path, "Asia/Jakarta")
