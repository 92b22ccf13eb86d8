"""A quiz without script: each chosen answer tells its reason at once, and the answers can be unfolded."""

import pytest
from playwright.sync_api import expect

from tests.browser.asked import Asked
from tests.browser.quizzes import read_quizzes

KEY = "pse/what-is-a-pse"
QUIZ = read_quizzes()[KEY]
OF_TYPE = {each.type: each for each in reversed(QUIZ)}  # the first of each
BEGINS = {"id": {True: "Tepat.", False: "Belum tepat."}, "en": {True: "Right.", False: "Not quite."}}


@pytest.fixture
def page(device, site, lang):
    return device(script=False).open(site.find("quiz", KEY, lang))


def test_each_choice_tells_at_once_whether_it_is_right_and_why(page, lang):
    for question in OF_TYPE.values():
        asked = Asked(page, question)
        for choice in question.choices:
            asked.choose([choice])
            expect(asked.reason(choice)).to_be_visible()
            expect(asked.reason(choice)).to_contain_text(BEGINS[lang][choice in question.right])
            sign = asked.reason(choice).evaluate("(why) => getComputedStyle(why, '::before').content")
            assert ("✓" in sign, "✗" in sign) == (choice in question.right, choice not in question.right)
        asked.shows_reasons(question.choices if question.type == "multiple" else question.choices[-1:])


def test_the_answers_unfold_with_all_reasons(page):
    for question in OF_TYPE.values():
        asked = Asked(page, question)
        asked.answers.locator("summary").click()
        expect(asked.answers.locator(".quiz__right")).to_have_count(len(question.right))
        for answer in asked.answers.locator(".quiz__right").all():
            expect(answer).to_be_visible()
        asked.shows_reasons(question.choices)


def test_a_question_is_cleared_alone(page):
    first, second, *_ = QUIZ
    Asked(page, first).choose(first.wrong[:1])
    Asked(page, second).choose(second.wrong[:1])
    Asked(page, first).clear.click()
    Asked(page, first).is_unanswered()
    Asked(page, second).has_chosen(second.wrong[:1])


def test_what_would_do_nothing_is_hidden(page):
    for question in QUIZ:
        expect(Asked(page, question).check).to_be_hidden()
    expect(page.locator(".quiz__end")).to_be_hidden()


def test_enter_sends_nothing_and_loses_nothing(page):
    before = page.url
    for question in OF_TYPE.values():
        asked = Asked(page, question)
        asked.choose(question.right)
        asked.input(sorted(question.right)[0]).focus()
        page.keyboard.press("Enter")
        asked.clear.scroll_into_view_if_needed()  # a page that was on its way would be here
        asked.has_chosen(question.right)
        asked.shows_reasons(question.right)
    assert page.url == before
