"""A quiz with script: the reader answers first and checks then; the device remembers what was checked."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.asked import Asked
from tests.browser.quizzes import counted, read_quizzes

KEY = "pse/what-is-a-pse"
QUIZ = read_quizzes()[KEY]
ALL = counted()[KEY]  # with the questions of other types, which nobody answers here
REST = ALL - len(QUIZ)
OF_TYPE = {each.type: each for each in reversed(QUIZ)}  # the first of each
SINGLE, MULTIPLE, TRUE_FALSE = (OF_TYPE[each] for each in ("single", "multiple", "true-false"))

RIGHT = {"id": "Tepat.", "en": "Right."}
WRONG = {"id": "Belum tepat.", "en": "Not quite."}
PART = {
    "id": "Belum tepat: {} dari {} jawaban benar.",
    "en": "Not quite: {} of {} right answers.",
}
NONE = {"id": "Pilih jawaban lebih dulu.", "en": "Choose an answer first."}


@pytest.fixture
def address(site):
    return lambda lang, kind="quiz": site.find(kind, KEY, lang)


@pytest.fixture
def page(phone, address):
    """The quiz in English."""
    return phone.open(address("en"))


def end(page):
    """Below the questions: what checks all, what starts again, the score."""
    box = page.locator(".quiz__end")
    return box.locator("[data-check]"), box.locator("[data-again]"), box.locator("output")


def records(page):
    return json.loads(page.evaluate("localStorage.pandu"))["records"]


def test_a_right_answer_of_each_type_is_called_right_and_its_reasons_show(phone, address, lang):
    page = phone.open(address(lang))
    for question in OF_TYPE.values():
        asked = Asked(page, question)
        asked.answer(question.right)
        asked.shows_verdict("right", RIGHT[lang])
        asked.shows_reasons(question.right)
        expect(asked.box).to_have_css("border-top-style", "solid")


def test_a_wrong_answer_is_called_not_quite_and_its_own_reason_shows(phone, address, lang):
    page = phone.open(address(lang))
    for question in (SINGLE, TRUE_FALSE):
        asked = Asked(page, question)
        asked.answer(question.wrong[:1])
        asked.shows_verdict("wrong", WRONG[lang])
        asked.shows_reasons(question.wrong[:1])
        expect(asked.box).to_have_css("border-top-style", "dashed")


def test_a_part_of_the_right_answers_is_counted_with_and_without_a_wrong_one(phone, address, lang):
    asked = Asked(phone.open(address(lang)), MULTIPLE)
    given = sorted(MULTIPLE.right)[1:]
    asked.answer(given)
    asked.shows_verdict("wrong", PART[lang].format(len(given), len(MULTIPLE.right)))
    asked.shows_reasons(given)
    asked.answer(MULTIPLE.wrong[:1])
    asked.shows_verdict("wrong", PART[lang].format(len(given), len(MULTIPLE.right)))
    asked.shows_reasons(given + MULTIPLE.wrong[:1])


def test_all_right_answers_and_a_wrong_one_are_not_right(page):
    asked = Asked(page, MULTIPLE)
    asked.answer([*MULTIPLE.right, MULTIPLE.wrong[0]])
    count = len(MULTIPLE.right)
    asked.shows_verdict("wrong", PART["en"].format(count, count))


def test_checking_before_choosing_asks_for_a_choice(phone, address, lang):
    page = phone.open(address(lang))
    asked = Asked(page, SINGLE)
    asked.check.click()
    expect(asked.output).to_have_text(NONE[lang])
    asked.shows_reasons([])
    assert page.evaluate("localStorage.pandu") is None


def test_nothing_is_told_before_the_check_nor_after_another_choice(page):
    asked = Asked(page, SINGLE)
    asked.choose(SINGLE.wrong[:1])
    asked.shows_reasons([])
    asked.check.click()
    asked.shows_reasons(SINGLE.wrong[:1])
    asked.choose(SINGLE.right)
    asked.shows_reasons([])
    expect(asked.output).to_be_empty()
    asked.check.click()
    asked.shows_verdict("right", RIGHT["en"])


def test_the_keyboard_alone_answers_and_checks(page):
    asked = Asked(page, SINGLE)
    asked.input(SINGLE.choices[0]).focus()
    for _ in range(SINGLE.choices.index(*SINGLE.right)):
        page.keyboard.press("ArrowDown")
    asked.has_chosen(SINGLE.right)
    page.keyboard.press("Enter")
    asked.shows_verdict("right", RIGHT["en"])
    page.keyboard.press("Tab")
    expect(asked.check).to_be_focused()
    page.keyboard.press("Tab")
    expect(asked.clear).to_be_focused()
    page.keyboard.press("Enter")
    asked.is_unanswered()


def test_the_answer_can_be_seen_without_answering(page):
    asked = Asked(page, MULTIPLE)
    asked.answers.locator("summary").click()
    asked.shows_reasons(MULTIPLE.choices)
    expect(asked.answers.locator(".quiz__right")).to_have_count(len(MULTIPLE.right))
    asked.answers.locator("summary").click()
    asked.shows_reasons([])


def test_the_answer_leads_to_the_section_of_the_guide_that_it_rests_on(page, site):
    asked = Asked(page, SINGLE)
    asked.answers.locator("summary").click()
    asked.answers.locator("a").click()
    page.wait_for_url(re.compile(re.escape(site.url(site.find("guide", KEY, "en"))) + "#."))
    expect(page.locator(":target")).to_be_in_viewport()


def test_all_answers_are_checked_and_counted_at_once(page):
    check, again, score = end(page)
    expect(again).to_be_hidden()
    right, wrong, *rest = QUIZ
    Asked(page, right).choose(right.right)
    Asked(page, wrong).choose(wrong.wrong[:1])
    check.click()
    expect(score).to_have_text(f"1 of {ALL} right. Not answered yet: {ALL - 2}.")
    Asked(page, right).shows_reasons(right.right)
    Asked(page, wrong).shows_reasons(wrong.wrong[:1])
    expect(Asked(page, right).output).to_be_empty()  # the score is announced, not ten verdicts
    for question in rest:
        Asked(page, question).choose(question.right)
    check.click()
    expect(score).to_have_text(f"{len(QUIZ) - 1} of {ALL} right. Not answered yet: {REST}.")


def test_the_score_follows_each_check_and_each_clearing(page):
    _, again, score = end(page)
    first, second, *_ = QUIZ
    Asked(page, first).answer(first.right)
    expect(score).to_have_text(f"1 of {ALL} right. Not answered yet: {ALL - 1}.")
    Asked(page, second).answer(second.wrong[:1])
    expect(score).to_have_text(f"1 of {ALL} right. Not answered yet: {ALL - 2}.")
    Asked(page, first).clear.click()
    Asked(page, first).is_unanswered()
    expect(score).to_have_text(f"0 of {ALL} right. Not answered yet: {ALL - 1}.")
    Asked(page, second).clear.click()
    expect(score).to_be_empty()
    expect(again).to_be_hidden()
    assert list(records(page)) == [f"quiz/{KEY}/{second.key}"]  # it was missed, and comes back
    assert "answer" not in records(page)[f"quiz/{KEY}/{second.key}"]


def test_starting_again_forgets_all_answers(page):
    check, again, score = end(page)
    for question in QUIZ:
        Asked(page, question).choose(question.right)
    check.click()
    expect(score).to_have_text(f"{len(QUIZ)} of {ALL} right. Not answered yet: {REST}.")
    again.click()
    for question in QUIZ:
        Asked(page, question).is_unanswered()
    expect(score).to_be_empty()
    expect(again).to_be_hidden()
    page.reload()
    for question in QUIZ:
        Asked(page, question).is_unanswered()


def test_checked_answers_are_found_again_on_every_page_that_holds_the_quiz(page, site, address):
    part = sorted(MULTIPLE.right)[1:]
    Asked(page, SINGLE).answer(SINGLE.right)
    Asked(page, MULTIPLE).answer(part)
    Asked(page, TRUE_FALSE).choose(TRUE_FALSE.right)  # not checked, and so not kept
    for kind, lang in (("quiz", "id"), ("guide", "id"), ("guide", "en"), ("quiz", "en")):
        page.goto(site.url(address(lang, kind)))
        Asked(page, SINGLE).has_chosen(SINGLE.right)
        Asked(page, SINGLE).shows_verdict("right", RIGHT[lang])
        Asked(page, MULTIPLE).shows_verdict("wrong", PART[lang].format(len(part), len(MULTIPLE.right)))
        Asked(page, MULTIPLE).shows_reasons(part)
        Asked(page, TRUE_FALSE).is_unanswered()
        shown = page.locator("quiz-form fieldset").count()  # in a guide not the whole quiz
        expect(end(page)[2]).to_contain_text(str(shown - 2))


def test_answers_survive_a_reload(page):
    Asked(page, SINGLE).answer(SINGLE.wrong[:1])
    page.reload()
    Asked(page, SINGLE).has_chosen(SINGLE.wrong[:1])
    Asked(page, SINGLE).shows_verdict("wrong", WRONG["en"])


def test_two_tabs_do_not_undo_each_other(phone, address):
    one, other = phone.open(address("en")), phone.open(address("id"))
    Asked(one, SINGLE).answer(SINGLE.right)
    Asked(other, TRUE_FALSE).answer(TRUE_FALSE.right)
    one.bring_to_front()
    Asked(one, MULTIPLE).answer(MULTIPLE.right)
    for page in (one, other):
        page.reload()
        for question in (SINGLE, TRUE_FALSE, MULTIPLE):
            Asked(page, question).has_chosen(question.right)
