"""What the device remembers outlives damage, a newer site and a browser that keeps nothing."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.asked import Asked
from tests.browser.quizzes import read_quizzes

KEY = "pse/what-is-a-pse"
QUESTION = read_quizzes()[KEY][0]
RECORD = f"quiz/{KEY}/{QUESTION.key}"
RECORDS = Path(__file__).parent / "records"
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


def answered(score=1):
    """What is remembered of our question, answered rightly today."""
    return {"answer": sorted(QUESTION.right), "score": score, "day": str(date.today())}


def test_one_record_holds_everything_with_its_version(phone, address):
    page = phone.open(address)
    assert stored(page) == {}  # nothing before somebody does something
    Asked(page, QUESTION).answer(QUESTION.right)
    assert {name: json.loads(text) for name, text in stored(page).items()} == {
        "pandu": {"version": 2, "records": {RECORD: answered()}}
    }


DAMAGED = ('{"version":2,"records":', "", "null", "[]", "7", '"pandu"', "{}", '{"version":2,"records":[]}')


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
        assert json.loads(found.pop("pandu")) == {"version": 2, "records": {RECORD: answered()}}, damaged
        aside = [(name.rstrip("0123456789"), text) for name, text in found.items()]
        assert aside == ([("pandu-damaged-", damaged)] if damaged else [])


def test_records_and_fields_that_this_page_does_not_know_are_kept(phone, address):
    old = {"version": 2, "since": "2026-01-01", "records": {"checklist/another/task": True}}
    page = phone.open(address)
    hold(page, json.dumps(old))
    Asked(page, QUESTION).answer(QUESTION.right)
    new = json.loads(stored(page)["pandu"])
    assert new == {**old, "records": {**old["records"], RECORD: answered()}}


def test_what_a_newer_site_keeps_is_left_alone_and_the_reader_is_told(phone, address):
    newer = '{"version":3,"answers":{}}'
    page = phone.open(address)
    hold(page, newer)
    Asked(page, QUESTION).answer(QUESTION.right)
    Asked(page, QUESTION).shows_verdict("right", "Right.")
    expect(page.get_by_text(FORGETS["en"])).to_be_visible()
    assert stored(page) == {"pandu": newer}


def test_an_answer_that_makes_no_sense_any_more_is_none(phone, address):
    page = phone.open(address)
    for kept in (
        "answer",
        ["no-such-choice"],
        {},
        7,
        None,
        [],
        {"answer": 7},
        {"answer": ["no-such-choice"], "score": 1},
    ):
        hold(page, json.dumps({"version": 2, "records": {RECORD: kept}}))
        Asked(page, QUESTION).is_unanswered()
        expect(page.locator(".quiz__end output")).to_be_empty()


def test_what_an_older_site_kept_is_brought_up_to_date(phone, address):
    page = phone.open(address)
    old = json.loads((RECORDS / "version-1.json").read_text("utf-8"))
    old["records"][RECORD] = sorted(QUESTION.wrong[:1])
    hold(page, json.dumps(old))
    asked = Asked(page, QUESTION)
    asked.shows_verdict("wrong", "Not quite.")  # it was remembered
    assert json.loads(stored(page)["pandu"]) == old  # till there is something to keep
    asked.answer(QUESTION.right)
    new = json.loads((RECORDS / "version-2.json").read_text("utf-8"))
    new["records"][RECORD] = answered()
    assert {name: json.loads(text) for name, text in stored(page).items()} == {"pandu": new}


def test_a_new_revision_forgets_the_answers_of_its_question_alone(phone, address):
    other = read_quizzes()[KEY][1]
    phone.context.route("**/quiz/**", lambda route: revised(route, QUESTION.key))
    page = phone.open(address)
    of_old = {
        RECORD: {"answer": QUESTION.wrong[:1], "score": 0},
        f"quiz/{KEY}/{other.key}": {"answer": sorted(other.right)},
    }
    hold(page, json.dumps({"version": 2, "records": of_old}))
    Asked(page, QUESTION).is_unanswered()
    Asked(page, other).has_chosen(sorted(other.right))
    Asked(page, QUESTION).answer(QUESTION.right)
    assert json.loads(stored(page)["pandu"])["records"][RECORD] == {**answered(), "revision": 2}
    page.reload()
    Asked(page, QUESTION).has_chosen(sorted(QUESTION.right))


def revised(route, key):
    """The page as it is when the question has a second revision."""
    response = route.fetch()
    body = response.text().replace(f'data-key="{key}"', f'data-key="{key}" data-revision="2"')
    route.fulfill(response=response, body=body)


def test_a_question_that_was_missed_waits_longer_after_each_right_answer_on_its_day(phone, address):
    page = phone.open(address)
    asked = Asked(page, QUESTION)
    asked.answer(QUESTION.wrong[:1])
    assert waits(page) == (1, 1)
    asked.answer(QUESTION.right)
    assert waits(page) == (1, 1)  # its day has not come
    for box, days in ((2, 3), (3, 7), (4, 14), (5, 30)):
        make_due(page)
        Asked(page, QUESTION).answer(QUESTION.right)
        assert waits(page) == (box, days)
    asked.clear.click()
    assert waits(page) == (5, 30)  # the answer is forgotten, the day is not
    make_due(page)
    Asked(page, QUESTION).answer(QUESTION.right)
    assert waits(page) == (None, None)
    Asked(page, QUESTION).answer(QUESTION.wrong[:1])
    assert waits(page) == (1, 1)


def waits(page):
    """In which box the question waits, and for how many days from today."""
    record = json.loads(stored(page)["pandu"])["records"][RECORD]
    due = record.get("due")
    return record.get("box"), due and (date.fromisoformat(due) - date.today()).days


def make_due(page):
    """As if the days had passed."""
    data = json.loads(stored(page)["pandu"])
    data["records"][RECORD]["due"] = str(date.today() - timedelta(1))
    hold(page, json.dumps(data))
    Asked(page, QUESTION).clear.click()


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
