"""Several people learn on one phone, each with a record of their own."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.asked import Asked
from tests.browser.quizzes import read_quizzes

KEY = "pse/what-is-a-pse"
QUESTION = read_quizzes()[KEY][0]
NEW = {"id": "Peserta baru", "en": "Somebody new"}
FIRST = {"id": "Peserta 1", "en": "Learner 1"}


@pytest.fixture
def open_page(phone, site, lang):
    return lambda: phone.open(site.find("learning", "learning", lang))


def name(page, words):
    page.locator(".learning__name input").fill(words)
    page.locator(".learning__name button").click()


def somebody_new(page, lang):
    page.locator("who-learns summary").click() if not page.locator("[data-new]").is_visible() else None
    with page.expect_navigation():
        page.get_by_role("button", name=NEW[lang]).click()


def switch(page, words):
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()


def answer(page, site, lang):
    page.goto(site.url(site.find("quiz", KEY, lang)))
    Asked(page, QUESTION).answer(sorted(QUESTION.right))


def test_each_has_their_own_answers(open_page, site, lang):
    page = open_page()
    answer(page, site, lang)
    page.goto(site.url(site.find("learning", "learning", lang)))
    name(page, "Sari")
    somebody_new(page, lang)
    name(page, "Made")
    page.goto(site.url(site.find("quiz", KEY, lang)))
    Asked(page, QUESTION).is_unanswered()
    page.goto(site.url(site.find("learning", "learning", lang)))
    switch(page, "Sari")
    expect(page.locator(".learning__name input")).to_have_value("Sari")
    page.goto(site.url(site.find("quiz", KEY, lang)))
    Asked(page, QUESTION).has_chosen(sorted(QUESTION.right))
    page.goto(site.url(site.find("exam", "pse-basics", lang)))
    expect(page.locator(".exam__who b")).to_have_text("Sari")


def test_who_has_no_name_has_a_number(open_page, lang):
    page = open_page()
    somebody_new(page, lang)
    switch(page, FIRST[lang])
    expect(page.locator(".learning__name input")).to_have_value("")


def test_a_page_stays_with_whom_it_was_opened_for(open_page, phone, site, lang):
    quiz = phone.open(site.find("quiz", KEY, lang))
    somebody_new(open_page(), lang)
    Asked(quiz, QUESTION).answer(sorted(QUESTION.right))
    kept = quiz.evaluate("Object.fromEntries(Object.entries(localStorage))")
    assert f"quiz/{KEY}/{QUESTION.key}" in json.loads(kept["pandu"])["records"]
    assert "pandu-1" not in kept
    quiz.reload()
    Asked(quiz, QUESTION).is_unanswered()  # now it is the new one's


def test_who_erases_everything_is_gone_and_the_others_stay(open_page, lang):
    page = open_page()
    name(page, "Sari")
    somebody_new(page, lang)
    name(page, "Made")
    page.locator("[data-erase]").click()
    with page.expect_navigation():
        page.locator("[data-erase]").click()
    expect(page.locator(".learning__name input")).to_have_value("Sari")
    expect(page.locator("[data-others] button")).to_have_count(0)
    assert "Made" not in page.evaluate("JSON.stringify(localStorage)")


def test_a_saved_file_is_of_one_learner_and_names_them(open_page, lang):
    page = open_page()
    name(page, "Sari")
    somebody_new(page, lang)
    name(page, "Made")
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    text = download.value.path().read_text("utf-8")
    assert json.loads(text)["records"]["learner/name"] == "Made"
    assert "Sari" not in text


@pytest.mark.parametrize("damaged", ["", "null", "7", '{"now":', '{"now":"9"}', '{"all":"2"}'])
def test_a_damaged_list_of_learners_loses_nobody(open_page, damaged, lang):
    page = open_page()
    name(page, "Sari")
    page.evaluate("(text) => localStorage.setItem('pandu-learners', text)", damaged)
    page.reload()
    expect(page.locator(".learning__name input")).to_be_visible()
    assert json.loads(page.evaluate("localStorage.pandu"))["records"]["learner/name"] == "Sari"


def test_a_device_that_keeps_nothing_says_so(phone, open_page, lang):
    phone.forbid_storage()
    page = open_page()
    name(page, "Sari")
    said = {"id": "tidak menyimpan apa pun", "en": "keeps nothing"}[lang]
    expect(page.locator("who-learns output")).to_contain_text(said)
