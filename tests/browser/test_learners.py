"""Several people learn on one phone, each with a record of their own."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.asked import Asked
from tests.browser.quizzes import read_quizzes
from tests.browser.sitting import Sitting

KEY = "pse/what-is-a-pse"
QUESTION = read_quizzes()[KEY][0]
NOBODY = {"id": "Anda, tanpa nama", "en": "you, without a name"}
FIRST = {"id": "Peserta 1", "en": "Learner 1"}
SWITCH = {"id": "Ganti ke {}", "en": "Switch to {}"}
REMOVE = {"id": "Hapus {}", "en": "Remove {}"}
SAID = {
    "named": {"id": "Nama tersimpan.", "en": "The name is kept."},
    "taken": {"id": "Sudah ada sari.", "en": "There is sari already."},
    "sure": {"id": "Tekan sekali lagi untuk menghapus Made", "en": "Press again to remove Made"},
    "removed": {"id": "Made sudah dihapus.", "en": "Made is removed."},
    "unkept": {"id": "tidak menyimpan apa pun", "en": "keeps nothing"},
    "added": {"id": "Ditambahkan dari berkas: 1.", "en": "Added from the file: 1."},
    "foreign": {"id": "Berkas ini milik Made", "en": "This file is of Made"},
}
DAMAGED = ('{"version":2,"records":', "", "null", "7")


class Learners:
    """The part of the learning page that says who learns here."""

    def __init__(self, page, lang):
        self.page, self.lang = page, lang
        self.now = page.locator("[data-now]")
        self.said = page.locator("who-learns output")
        self.own, self.new = page.locator("who-learns form").all()
        self.others = page.locator(".learning__others li")

    def unfold(self):
        if not self.new.is_visible():
            self.page.locator("who-learns summary").click()

    def rename(self, name):
        self.unfold()
        self.own.locator("input").fill(name)
        self.own.locator("button").click()

    def add(self, name):
        self.unfold()
        self.new.locator("input").fill(name)
        with self.page.expect_navigation():
            self.new.locator("button").click()

    def switch(self, name):
        with self.page.expect_navigation():
            self.button(SWITCH, name).click()

    def button(self, words, name):
        return self.page.get_by_role("button", name=words[self.lang].format(name), exact=True)


@pytest.fixture
def learners(phone, site, lang):
    return Learners(phone.open(site.find("learning", "learning", lang)), lang)


def stored(page):
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


def records(page):
    """What is kept of each learner, by the name."""
    found = [json.loads(text)["records"] for entry, text in stored(page).items() if entry != "pandu-now"]
    return {each.get("learner/name"): each for each in found}


def at_quiz(page, site, lang):
    page.goto(site.url(site.find("quiz", KEY, lang)))
    return Asked(page, QUESTION)


def back(page, site, lang):
    page.goto(site.url(site.find("learning", "learning", lang)))


def test_one_learner_needs_no_name(learners):
    expect(learners.now).to_have_text(NOBODY[learners.lang])
    expect(learners.new).to_be_hidden()
    assert stored(learners.page) == {}


def test_each_has_their_own_answers(learners, site, lang):
    page = learners.page
    at_quiz(page, site, lang).answer(sorted(QUESTION.right))
    back(page, site, lang)
    learners.rename("Sari")
    expect(learners.said).to_have_text(SAID["named"][lang])
    expect(learners.now).to_have_text("Sari")
    learners.add("Made")
    expect(learners.now).to_have_text("Made")
    at_quiz(page, site, lang).is_unanswered()
    back(page, site, lang)
    learners.switch("Sari")
    expect(learners.now).to_have_text("Sari")
    at_quiz(page, site, lang).has_chosen(sorted(QUESTION.right))


def test_who_has_no_name_has_a_number_and_loses_nothing(learners, site, lang):
    page = learners.page
    at_quiz(page, site, lang).answer(sorted(QUESTION.right))
    back(page, site, lang)
    learners.add("Made")
    learners.switch(FIRST[lang])
    expect(learners.now).to_have_text(FIRST[lang])
    at_quiz(page, site, lang).has_chosen(sorted(QUESTION.right))


def test_two_of_one_name_could_not_be_told_apart(learners, lang):
    learners.rename("Sari")
    learners.new.locator("input").fill("sari")
    learners.new.locator("button").click()
    expect(learners.said).to_contain_text(SAID["taken"][lang])
    learners.add("Made")
    learners.rename("sari")
    expect(learners.said).to_contain_text(SAID["taken"][lang])
    assert set(records(learners.page)) == {"Sari", "Made"}


def test_another_learner_is_removed_after_a_second_press(learners, lang):
    page = learners.page
    learners.rename("Sari")
    learners.add("Made")
    learners.switch("Sari")
    button = learners.button(REMOVE, "Made")
    button.click()
    expect(learners.said).to_contain_text(SAID["sure"][lang])
    assert "Made" in records(page)
    button.click()
    expect(learners.said).to_have_text(SAID["removed"][lang])
    expect(learners.others).to_have_count(0)
    expect(page.locator("who-learns summary")).to_be_focused()
    assert set(records(page)) == {"Sari"}


def test_who_erases_everything_is_gone_and_the_others_stay(learners):
    page = learners.page
    learners.rename("Sari")
    learners.add("Made")
    page.locator("[data-erase]").click()
    with page.expect_navigation():
        page.locator("[data-erase]").click()
    expect(learners.now).to_have_text("Sari")
    expect(learners.others).to_have_count(0)
    page.locator("[data-erase]").click()
    page.locator("[data-erase]").click()
    expect(learners.now).to_have_text(NOBODY[learners.lang])
    assert stored(page) == {}


def test_a_page_stays_with_whom_it_was_opened_for(learners, phone, site, lang):
    learners.rename("Sari")
    quiz = phone.open(site.find("quiz", KEY, lang))
    learners.add("Made")
    Asked(quiz, QUESTION).answer(sorted(QUESTION.right))
    found = records(quiz)
    assert f"quiz/{KEY}/{QUESTION.key}" in found["Sari"]
    assert found["Made"] == {"learner/name": "Made"}
    quiz.reload()
    Asked(quiz, QUESTION).is_unanswered()  # now it is Made's


def test_another_tab_of_this_page_says_who_learns_now(learners, phone, site, lang):
    other = Learners(phone.open(site.find("learning", "learning", lang)), lang)
    learners.rename("Sari")
    expect(other.now).to_have_text("Sari")
    learners.add("Made")
    expect(other.now).to_have_text("Made")
    other.switch("Sari")
    expect(learners.now).to_have_text("Sari")


def test_two_tabs_that_add_somebody_lose_nobody(learners, phone, site, lang):
    other = Learners(phone.open(site.find("learning", "learning", lang)), lang)
    learners.add("Sari")
    other.add("Made")
    expect(learners.now).to_have_text("Made")  # it has heard of him
    learners.add("Lina")
    assert set(records(learners.page)) == {"Sari", "Made", "Lina"}


def test_who_was_removed_does_not_come_back_from_an_old_tab(learners, phone, site, lang):
    learners.rename("Sari")
    learners.add("Made")
    quiz = phone.open(site.find("quiz", KEY, lang))
    learners.switch("Sari")
    for _ in range(2):
        learners.button(REMOVE, "Made").click()
    Asked(quiz, QUESTION).answer(sorted(QUESTION.right))
    expect(quiz.locator("body")).to_contain_text(SAID["unkept"][lang])
    assert set(records(quiz)) == {"Sari"}


def test_a_damaged_entry_is_still_somebody_and_takes_nothing_from_others(learners, site, lang):
    page = learners.page
    learners.rename("Sari")
    learners.add("Made")
    entry = stored(page)["pandu-now"]
    for damaged in DAMAGED:
        page.evaluate("([entry, text]) => localStorage.setItem(entry, text)", [entry, damaged])
        page.reload()
        expect(learners.now).to_have_text(FIRST[lang].replace("1", "2"))
        expect(learners.others).to_have_count(1)
    at_quiz(page, site, lang).answer(sorted(QUESTION.right))
    found = stored(page)
    assert json.loads(found["pandu"])["records"]["learner/name"] == "Sari"
    assert f"quiz/{KEY}/{QUESTION.key}" in json.loads(found[entry])["records"]
    assert [text for name, text in found.items() if name.startswith(f"{entry}-damaged-")] == [DAMAGED[-1]]


@pytest.mark.parametrize("damaged", ["", "null", "pandu-now", "pandu-1", "pandu-damaged-1", '{"now":'])
def test_who_learns_now_is_the_first_where_that_is_damaged(learners, damaged):
    page = learners.page
    learners.rename("Sari")
    learners.add("Made")
    page.evaluate("(text) => localStorage.setItem('pandu-now', text)", damaged)
    page.reload()
    expect(learners.now).to_have_text("Sari")
    learners.switch("Made")
    expect(learners.now).to_have_text("Made")


def test_a_device_that_keeps_nothing_says_so(device, site, lang):
    for take in ("forbid_storage", "fill_storage"):
        phone = device()
        getattr(phone, take)()
        learners = Learners(phone.open(site.find("learning", "learning", lang)), lang)
        learners.rename("Sari")
        expect(learners.said).to_contain_text(SAID["unkept"][lang])
        learners.new.locator("input").fill("Made")
        learners.new.locator("button").click()
        expect(learners.said).to_contain_text(SAID["unkept"][lang])
        expect(learners.now).to_have_text(NOBODY[lang])


def test_a_name_is_text_and_nothing_else(learners):
    learners.rename("<b>Sari</b>")
    learners.add("<i>{name}</i>")
    expect(learners.now).to_have_text("<i>{name}</i>")
    expect(learners.others.locator("button").first).to_contain_text("<b>Sari</b>")


def save(page):
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    return download.value


def test_a_saved_file_is_of_one_learner_and_names_them(learners):
    learners.rename("Sari")
    learners.add("I Made/Bali")
    saved = save(learners.page)
    text = saved.path().read_text("utf-8")
    assert saved.suggested_filename.startswith("pandu-i-made-bali-20")
    assert json.loads(text)["records"]["learner/name"] == "I Made/Bali"
    assert "Sari" not in text


def test_a_file_brings_a_name_to_who_has_none(learners, device, site, lang):
    learners.rename("Sari")
    other = Learners(device().open(site.find("learning", "learning", lang)), lang)
    other.page.set_input_files("[type=file]", save(learners.page).path())
    expect(other.now).to_have_text("Sari")


def test_the_file_of_somebody_else_is_added_when_chosen_again(learners, lang, tmp_path):
    page = learners.page
    path = tmp_path / "made.json"
    path.write_text('{"version":2,"records":{"learner/name":"Made","checklist/any/task":true}}', "utf-8")
    learners.rename("Sari")
    before = records(page)
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).to_contain_text(SAID["foreign"][lang])
    assert records(page) == before
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).to_contain_text(SAID["added"][lang])
    expect(learners.now).to_have_text("Sari")
    assert records(page)["Sari"] == before["Sari"] | {"checklist/any/task": True}


def test_an_exam_says_who_takes_it_and_who_passes_is_led_on(learners, site, lang):
    page = learners.page
    page.goto(site.url(site.find("exam", "pse-basics", lang)))
    expect(page.locator(".exam__who")).to_be_hidden()
    back(page, site, lang)
    learners.rename("Sari")
    page.goto(site.url(site.find("exam", "pse-basics", lang)))
    expect(page.locator(".exam__who b")).to_have_text("Sari")
    sitting = Sitting(page)
    sitting.start("a")
    sitting.answer_all(rightly=False)
    sitting.hand_in.click()
    expect(page.locator(".exam__passed")).to_be_hidden()
    page.locator("[data-again]").click()
    sitting.start("b")
    sitting.answer_all()
    sitting.hand_in.click()
    certificate, keep = page.locator(".exam__passed a").all()
    keep.click()
    expect(page.locator("#learning-keep")).to_be_in_viewport()
    page.go_back()
    page.locator("[data-look]").click()
    certificate.click()
    expect(page.locator(".certificate__sheet")).to_be_visible()
    expect(page.locator("[data-name]")).to_have_text("Sari")
