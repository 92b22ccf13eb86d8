"""What the device remembers outlives damage, a newer site and a browser that keeps nothing."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.asked import Asked
from tests.browser.quizzes import read_quizzes

KEY = "pse/what-is-a-pse"
QUESTION = read_quizzes()[KEY][0]
RECORD = f"quiz/{KEY}/{QUESTION.key}"
FORGETS = {"id": "Peramban ini tidak menyimpan apa pun untuk kami", "en": "This browser keeps nothing for us"}


@pytest.fixture
def address(site):
    return site.find("quiz", KEY, "en")


def stored(page):
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


def hold(page, text):
    """As if the device had held `text` when the page was opened."""
    page.evaluate("(text) => localStorage.setItem('pandu', text)", text)
    page.reload()


def test_one_record_holds_everything_with_its_version(phone, address):
    page = phone.open(address)
    assert stored(page) == {}  # nothing before somebody does something
    Asked(page, QUESTION).answer(QUESTION.right)
    assert {name: json.loads(text) for name, text in stored(page).items()} == {
        "pandu": {"version": 1, "records": {RECORD: sorted(QUESTION.right)}}
    }


DAMAGED = ('{"version":1,"records":', "", "null", "[]", "7", '"pandu"', "{}", '{"version":1,"records":[]}')


def test_a_damaged_record_is_set_aside_and_the_page_works_on(phone, address):
    page = phone.open(address)
    for damaged in DAMAGED:
        page.evaluate("localStorage.clear()")
        hold(page, damaged)
        Asked(page, QUESTION).is_unanswered()
        assert stored(page) == {"pandu": damaged}  # till there is something to keep
        Asked(page, QUESTION).answer(QUESTION.right)
        Asked(page, QUESTION).shows_verdict("right", "Right.")
        found = stored(page)
        assert json.loads(found.pop("pandu")) == {"version": 1, "records": {RECORD: sorted(QUESTION.right)}}, damaged
        aside = [(name.rstrip("0123456789"), text) for name, text in found.items()]
        assert aside == ([("pandu-damaged-", damaged)] if damaged else [])


def test_records_and_fields_that_this_page_does_not_know_are_kept(phone, address):
    old = {"version": 1, "since": "2026-01-01", "records": {"checklist/another/task": True}}
    page = phone.open(address)
    hold(page, json.dumps(old))
    Asked(page, QUESTION).answer(QUESTION.right)
    new = json.loads(stored(page)["pandu"])
    assert new == {**old, "records": {**old["records"], RECORD: sorted(QUESTION.right)}}


def test_what_a_newer_site_keeps_is_left_alone_and_the_reader_is_told(phone, address):
    newer = '{"version":2,"answers":{}}'
    page = phone.open(address)
    hold(page, newer)
    Asked(page, QUESTION).answer(QUESTION.right)
    Asked(page, QUESTION).shows_verdict("right", "Right.")
    expect(page.get_by_text(FORGETS["en"])).to_be_visible()
    assert stored(page) == {"pandu": newer}


def test_an_answer_that_makes_no_sense_any_more_is_none(phone, address):
    page = phone.open(address)
    for kept in ("answer", ["no-such-choice"], {}, 7, None, []):
        hold(page, json.dumps({"version": 1, "records": {RECORD: kept}}))
        Asked(page, QUESTION).is_unanswered()
        expect(page.locator(".quiz__end output")).to_be_empty()


@pytest.mark.parametrize("trouble", ["forbid_storage", "fill_storage"])
def test_a_device_that_keeps_nothing_says_so_once_something_is_answered(phone, site, lang, trouble):
    getattr(phone, trouble)()
    page = phone.open(site.find("quiz", KEY, lang))
    hint = page.get_by_text(FORGETS[lang])
    expect(hint).to_be_hidden()
    asked = Asked(page, QUESTION)
    asked.answer(QUESTION.wrong[:1])
    expect(hint).to_be_visible()
    asked.shows_reasons(QUESTION.wrong[:1])
    asked.clear.click()
    asked.is_unanswered()
    page.reload()
    Asked(page, QUESTION).is_unanswered()
