"""By keyboard alone: every part is reached, seen, in the order of the page, and can be used."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asked import Asked
from tests.browser.quizzes import read_quizzes
from tests.browser.telling import tell
from tests.browser.walking import stops, walk

KEY = "pse/what-is-a-pse"
LIST = "before-joining-a-marketplace"
ROW = 60  # pixels: parts of a line stand no further above each other


def wrong(page: Page) -> list[str]:
    """What a walk through the page meets that it should not, and what it does not meet."""
    expected = stops(page)
    there, back = walk(page)
    lines = [f"{at.words} has no outline" for at in there if not at.outlined]
    lines += [f"{at.words} is out of sight" for at in there if not at.shown]
    lines += [
        f"{after.words} comes after {before.words}, and stands above it"
        for before, after in pairwise(there)
        if after.top < before.top - ROW and not before.aside
    ]
    if [at.stop for at in there] != expected:
        lines.append(f"of {len(expected)} parts {len(set(there))} are met, or in another order")
    if [at.stop for at in back] != expected[::-1]:
        lines.append("the way back is another")
    return [f"{page.url}: {line}" for line in lines]


@pytest.mark.thorough
def test_the_tab_key_comes_by_everything_in_order_and_shows_where_it_is(device, site):
    """A small page of each kind, since each key takes its time; on a phone and on a wide screen by turns."""
    found = []
    devices = [device(), device(width=1280)]
    for at, kind in enumerate(site.kinds()):
        each = site.of_kind(kind, ("id", "en")[at // 2 % 2], 999) or site.of_kind(kind, "id")
        page = devices[at % 2].open(each[-1].address)
        if page.locator(".filter input").count():
            page.locator(".filter input").fill("qris")  # a long list is the same all along
        found += wrong(page)
        assert not page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count()
        page.close()
    tell(found)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_escape_closes_the_menu_and_returns_to_what_opened_it(phone, site):
    page = phone.open(site.find("guide", KEY, "en"))
    opener = page.locator(".header__open")
    opener.focus()
    press(page, "Enter", "Tab", "Tab")
    expect(page.locator(".header__menu a:focus")).to_have_text("Quizzes")
    press(page, "Escape")
    expect(page.locator(".header__menu")).to_be_hidden()
    expect(opener).to_be_focused()
    press(page, "Escape")
    expect(opener).to_be_focused()


def test_the_language_and_the_colours_are_changed(device, site, lang):
    page = device(width=1280).open(site.find("guide", KEY, lang))
    button = page.locator(".scheme button")
    button.focus()
    press(page, "Space")
    expect(page.locator("html")).to_have_attribute("data-scheme", "light")
    press(page, "Enter")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(button).to_be_focused()
    press(page, "Tab")
    expect(page.locator(".language a")).to_be_focused()
    press(page, "Enter")
    other = {"id": "en", "en": "id"}[lang]
    expect(page).to_have_url(site.url(site.find("guide", KEY, other)))


def test_a_quiz_is_answered_checked_looked_up_cleared_and_started_again(phone, site, lang):
    page = phone.open(site.find("quiz", KEY, lang))
    first, *rest = (Asked(page, question) for question in read_quizzes()[KEY])
    box = next(each for each in rest if each.question.type == "multiple")
    first.input(first.question.choices[0]).focus()
    press(page, "Space", *["ArrowDown"] * first.question.choices.index(*first.question.right), "Enter")
    expect(first.box).to_have_attribute("data-verdict", "right")
    box.input(box.question.choices[0]).focus()
    for choice in box.question.choices:
        press(page, *["Space"] * (choice in box.question.right), "Tab")
    expect(box.check).to_be_focused()
    press(page, "Space")
    expect(box.box).to_have_attribute("data-verdict", "right")
    expect(box.check).to_be_focused()
    press(page, "Tab", "Tab", "Enter")
    box.shows_reasons(box.question.choices)
    press(page, "Tab")
    expect(box.answers.locator("a")).to_be_focused()
    press(page, "Shift+Tab", "Space")
    expect(box.answers.locator("a")).to_be_hidden()
    press(page, "Shift+Tab", "Enter")
    box.is_unanswered()
    expect(box.clear).to_be_focused()
    page.locator(".quiz__end [data-check]").focus()
    press(page, "Enter")
    expect(page.locator(".quiz__end output")).to_contain_text("1 ")
    press(page, "Tab", "Space")
    first.is_unanswered()
    expect(first.input(first.question.choices[0])).to_be_focused()
    expect(first.box).to_be_in_viewport()


def test_a_checklist_is_ticked_and_cleared(phone, site, lang):
    page = phone.open(site.find("checklist", LIST, lang))
    clear, boxes = page.locator(".checklist__progress button"), page.locator("[data-record]")
    boxes.nth(1).focus()
    press(page, "Space")
    expect(boxes.nth(1)).to_be_checked()
    clear.focus()
    press(page, "Enter")
    expect(boxes.nth(1)).not_to_be_checked()
    expect(clear).to_be_disabled()
    expect(boxes.first).to_be_focused()


def test_a_list_is_filtered_and_the_next_stop_is_what_is_left(phone, site):
    page = phone.open(site.find("a-z", "a-z", "en"))
    page.locator(".filter input").focus()
    page.keyboard.type("qris")
    press(page, "Tab")
    expect(page.locator(".index a:focus")).to_contain_text("QRIS")
    press(page, "Shift+Tab")
    expect(page.locator(".filter input")).to_be_focused()


def test_a_letter_leads_to_its_part_and_the_keyboard_goes_on_there(phone, site, lang):
    page = phone.open(site.find("a-z", "a-z", lang))
    page.locator(".letters a", has_text="P").focus()
    press(page, "Enter", "Tab")
    focused = page.locator(".index:has(#letter-P) a:focus")
    expect(focused).to_have_text(re.compile("^P"))
    expect(focused).to_be_in_viewport()


def test_arrow_keys_move_a_wide_table(phone, site):
    page = phone.open(site.find("guide", "payments/ten-principles", "id"))
    table = page.locator(".table").first
    table.focus()
    press(page, *["ArrowRight"] * 3)
    page.wait_for_function("table => table.scrollLeft > 20", arg=table.element_handle())
    press(page, *["ArrowLeft"] * 4)
    page.wait_for_function("table => table.scrollLeft === 0", arg=table.element_handle())


def test_the_search_is_asked_narrowed_and_followed(phone, site):
    page = phone.open(site.find("search", "search", "en"))
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("register")
    press(page, "Enter")
    page.locator(".search__result").first.wait_for()
    press(page, "Tab", "Tab", "Tab")
    expect(page.locator("#kind")).to_be_focused()
    page.keyboard.type("Qui")
    expect(page).to_have_url(re.compile("kind=quiz"))
    expect(page.locator(".search__about").first).to_contain_text("Quizzes")
    press(page, "Tab", "Tab")  # past the A to Z
    expect(page.locator(".search__link").first).to_be_focused()
    press(page, "Enter")
    expect(page).to_have_url(re.compile("/en/quiz/"))
