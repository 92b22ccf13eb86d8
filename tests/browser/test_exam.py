"""An exam with script: drawn by a code, handed in once, reviewed then. Without script every question stands there."""

import json
import re

import pytest
from playwright.sync_api import expect

from plugins.exam.model import Exam
from tests.browser.exams import read_exams
from tests.browser.sitting import Sitting
from tests.conftest import ROOT

KEY, EXAM = next(iter(read_exams().items()))
COUNT = sum(int(pool["draw"]) for pool in EXAM["pools"])
SEEDS = ("a", "b", "k7m2x", "kota7")
PASSED = {"id": r"Lulus: 100% \(\d+ dari \d+ poin\)\.", "en": r"Passed: 100% \(\d+ of \d+ points\)\."}
FAILED = {"id": "Kali ini belum lulus", "en": "Not passed this time"}
SURE = {
    "id": f"Belum dijawab: {COUNT}. Tekan sekali lagi untuk tetap mengumpulkan.",
    "en": f"Not answered yet: {COUNT}. Press again to hand in all the same.",
}


@pytest.fixture
def sit(phone, site):
    return lambda lang="en": Sitting(phone.open(site.find("exam", KEY, lang)))


@pytest.fixture
def tree(read):
    return read(ROOT).tree


def record(page):
    return json.loads(page.evaluate("localStorage.pandu"))["records"]


def test_a_code_draws_the_same_here_in_python_and_in_the_other_language(sit, tree, lang):
    exam: Exam = tree.site["exam"][KEY]
    sitting = sit(lang)
    for seed in SEEDS:
        sitting.start(seed)
        drawn = exam.drawn(tree.site, seed)
        assert sitting.keys() == [each.key for each in drawn]
        assert len(drawn) == COUNT
        choices = sitting.choices()
        for each in drawn:
            if each.question.type in ("single", "multiple", "true-false"):
                assert choices[each.key] == [choice.key for choice in each.question.choices]
        sitting.page.evaluate("localStorage.clear()")
        sitting.page.reload()


def test_before_it_is_handed_in_nothing_tells_an_answer(sit):
    sitting = sit()
    sitting.start("k7m2x")
    sitting.answer_all()
    for what in (".quiz__why", ".quiz__answer", ".quiz__clue", ".quiz__because"):
        assert [each for each in sitting.page.locator(what).all() if each.is_visible()] == []
    expect(sitting.said).to_have_text("Everything is answered.")


def test_all_right_answers_pass(sit, lang):
    sitting = sit(lang)
    sitting.start("k7m2x")
    sitting.answer_all()
    sitting.hand_in.click()
    expect(sitting.verdict).to_have_text(re.compile(PASSED[lang]))
    expect(sitting.page.locator(".exam__result")).to_be_focused()
    [done] = record(sitting.page)[f"exam/{KEY}"]["done"]
    assert (done["seed"], done["score"], done["passed"]) == ("k7m2x", 1, True)


def test_wrong_answers_do_not_pass_and_come_back_for_review(sit, lang):
    sitting = sit(lang)
    sitting.start("k7m2x")
    sitting.answer_all(rightly=False)
    sitting.hand_in.click()
    expect(sitting.verdict).to_have_text(re.compile(FAILED[lang]))
    kept = record(sitting.page)
    for question in sitting.questions:
        expect(question).to_have_attribute("data-verdict", "wrong")
        expect(question.locator(".quiz__answer a")).to_be_visible()  # where the guide says so
        assert kept[f"quiz/{question.get_attribute('data-key')}"]["box"] == 1


def test_who_leaves_questions_open_is_asked_once(sit, lang):
    sitting = sit(lang)
    sitting.start("k7m2x")
    sitting.hand_in.click()
    expect(sitting.said).to_have_text(SURE[lang])
    expect(sitting.form).to_have_attribute("data-state", "runs")
    sitting.hand_in.click()
    expect(sitting.verdict).to_have_text(re.compile(FAILED[lang]))


def test_answers_outlive_a_reload_and_go_on_in_the_other_language(sit, site):
    sitting = sit("id")
    sitting.start("k7m2x")
    keys = sitting.keys()
    for question in sitting.questions[:-1]:
        for _ in range(4):
            sitting.answer(question)
    sitting.page.reload()
    assert sitting.keys() == keys
    expect(sitting.said).to_have_text("Belum dijawab: 1.")
    sitting.page.goto(site.url(site.find("exam", KEY, "en")))
    assert sitting.keys() == keys
    expect(sitting.said).to_have_text("Not answered yet: 1.")


def test_it_can_be_taken_again_and_what_was_done_stays(sit):
    sitting = sit()
    for seed in ("a", "b"):
        sitting.start(seed)
        sitting.hand_in.click()
        sitting.hand_in.click()
        sitting.page.get_by_role("button", name="Take it again with other questions").click()
        expect(sitting.seed).to_be_focused()
    expect(sitting.page.locator(".exam__before li")).to_have_count(2)
    sitting.page.reload()
    expect(sitting.page.locator(".exam__before li")).to_have_count(2)
    sitting.page.get_by_role("button", name="See the last one again").click()
    expect(sitting.verdict).to_have_text(re.compile("Not passed this time: 0%"))
    expect(sitting.page.locator(".exam__code b")).to_have_text("b")
    assert len(record(sitting.page)[f"exam/{KEY}"]["done"]) == 2  # to look is not to hand in


def test_a_code_is_read_whatever_signs_are_in_it(sit):
    sitting = sit()
    sitting.start(" K7-M2x ")
    expect(sitting.page.locator(".exam__code b")).to_have_text("k7m2x")


def test_a_device_that_keeps_nothing_gives_the_exam_all_the_same(phone, sit):
    phone.forbid_storage()
    sitting = sit()
    sitting.start("k7m2x")
    sitting.answer_all()
    expect(sitting.page.locator("exam-form [data-forgets]")).to_be_visible()
    sitting.hand_in.click()
    expect(sitting.verdict).to_have_text(re.compile("Passed: 100%"))


def test_the_keyboard_alone_takes_an_exam(sit):
    sitting = sit()
    sitting.seed.focus()
    sitting.page.keyboard.press("Enter")
    expect(sitting.form).to_have_attribute("data-state", "runs")
    assert sitting.page.evaluate("document.activeElement.closest('fieldset').dataset.key") == sitting.keys()[0]
    sitting.hand_in.focus()
    sitting.page.keyboard.press("Enter")
    sitting.page.keyboard.press("Enter")
    expect(sitting.form).to_have_attribute("data-state", "done")


def test_without_script_every_question_stands_there_with_its_answer(device, site, lang):
    page = device(script=False).open(site.find("exam", KEY, lang))
    expect(page.locator(".exam__start, .exam__end, .exam__result").first).to_be_hidden()
    first = page.locator("fieldset").first
    expect(first).to_be_visible()
    first.locator(".quiz__answer summary").click()
    expect(first.locator(".quiz__answer a")).to_be_visible()
    assert page.locator("fieldset:visible").count() == page.locator("fieldset").count() > COUNT
