"""A checklist: ticks are counted, kept on the device, and found again wherever the same tasks stand."""

import pytest
from playwright.sync_api import expect

KEY = "before-joining-a-marketplace"
GUIDE = "mse/selling-on-a-marketplace"
DONE = {"id": "{} dari {} selesai", "en": "{} of {} done"}
FORGETS = {"id": "Peramban ini tidak menyimpan apa pun untuk kami", "en": "This browser keeps nothing for us"}
NO_SCRIPT = {"id": "peramban ini tidak menjalankan skrip", "en": "this browser runs no script"}


class List:
    """The list on an open page."""

    def __init__(self, page):
        self.box = page.locator("checklist-form")
        self.ticks = self.box.locator("[data-record]")
        self.count = self.box.locator("output")
        self.clear = self.box.locator("button")
        self.all = self.ticks.count()

    def has_ticks(self, *places):
        for at in range(self.all):
            expect(self.ticks.nth(at)).to_be_checked(checked=at in places)

    def counts(self, done, lang):
        expect(self.count).to_have_text(DONE[lang].format(done, self.all))
        expect(self.box.locator("progress")).to_have_attribute("value", str(done))
        expect(self.box.locator("progress")).to_have_attribute("max", str(self.all))


@pytest.fixture
def addresses(site):
    """Every page that holds the list: its own, and the guide's, in both languages."""
    return {
        (kind, lang): site.find(kind, key, lang)
        for kind, key in (("checklist", KEY), ("guide", GUIDE))
        for lang in ("id", "en")
    }


def test_ticks_are_counted_and_kept(phone, addresses, lang):
    page = phone.open(addresses["checklist", lang])
    tasks = List(page)
    assert tasks.all > 5
    tasks.counts(0, lang)
    expect(tasks.clear).to_be_disabled()
    tasks.ticks.nth(0).click()
    tasks.ticks.nth(3).click()
    tasks.counts(2, lang)
    tasks.ticks.nth(0).click()
    tasks.counts(1, lang)
    page.reload()
    List(page).has_ticks(3)
    List(page).counts(1, lang)


@pytest.mark.parametrize("kind", ["checklist", "guide"])
def test_ticks_are_found_in_the_other_language_and_in_the_guide(phone, site, addresses, kind):
    page = phone.open(addresses[kind, "id"])
    List(page).ticks.nth(1).click()
    List(page).counts(1, "id")
    for (_, lang), address in addresses.items():
        page.goto(site.url(address))
        List(page).has_ticks(1)
        List(page).counts(1, lang)


def test_the_words_of_a_task_tick_it(phone, addresses):
    tasks = List(phone.open(addresses["checklist", "en"]))
    label = tasks.box.locator("label:not(:has(a))").first
    label.locator("span").click()
    expect(label.locator("input")).to_be_checked()


def test_the_keyboard_alone_ticks(phone, addresses):
    page = phone.open(addresses["checklist", "en"])
    tasks = List(page)
    tasks.ticks.nth(0).focus()
    page.keyboard.press("Space")
    tasks.has_ticks(0)
    tasks.counts(1, "en")


def test_clearing_forgets_all_ticks(phone, addresses):
    page = phone.open(addresses["guide", "en"])
    tasks = List(page)
    tasks.ticks.nth(0).click()
    tasks.ticks.nth(2).click()
    tasks.clear.click()
    tasks.has_ticks()
    tasks.counts(0, "en")
    page.reload()
    List(page).has_ticks()


def test_what_one_tab_ticks_the_other_shows(phone, addresses):
    one, other = phone.open(addresses["checklist", "en"]), phone.open(addresses["guide", "id"])
    List(other).ticks.nth(0).click()
    List(one).has_ticks(0)
    List(one).counts(1, "en")
    one.bring_to_front()
    List(one).ticks.nth(2).click()
    List(other).has_ticks(0, 2)
    List(other).counts(2, "id")


def test_without_script_boxes_tick_and_the_page_says_that_they_are_forgotten(device, addresses, lang):
    page = device(script=False).open(addresses["checklist", lang])
    tasks = List(page)
    expect(tasks.box.locator("noscript p")).to_be_visible()
    expect(tasks.box.locator("noscript p")).to_contain_text(NO_SCRIPT[lang])
    expect(tasks.clear).to_be_hidden()
    tasks.ticks.nth(1).click()
    tasks.has_ticks(1)
    tasks.ticks.nth(1).click()
    tasks.has_ticks()


@pytest.mark.parametrize("trouble", ["forbid_storage", "fill_storage"])
def test_a_device_that_keeps_nothing_says_so_once_something_is_ticked(phone, addresses, lang, trouble):
    getattr(phone, trouble)()
    page = phone.open(addresses["checklist", lang])
    tasks = List(page)
    hint = page.get_by_text(FORGETS[lang])
    expect(hint).to_be_hidden()
    tasks.ticks.nth(0).click()
    expect(hint).to_be_visible()
    tasks.has_ticks(0)
    tasks.counts(1, lang)
