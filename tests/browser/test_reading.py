"""Reading a guide: finding one's way by finger and by keyboard, with script and without."""

import pytest
from playwright.sync_api import expect

KEY = "pse/what-is-a-pse"
TITLE = {"id": "Apa itu PSE?", "en": "What is a PSE?"}
OTHER = {"id": "en", "en": "id"}


@pytest.fixture
def address(site):
    return lambda lang: site.find("guide", KEY, lang)


def press(page, key, times=1):
    for _ in range(times):
        page.keyboard.press(key)


def test_a_guide_opens_with_its_title_in_its_own_look(device, address, lang, script):
    page = device(script=script).open(address(lang))
    expect(page).to_have_title(f"{TITLE[lang]} · Pandu")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE[lang])
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(250, 246, 236)"


def test_a_dark_screen_gets_a_dark_page(device, address):
    page = device(scheme="dark").open(address("id"))
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(21, 22, 28)"


def test_the_first_key_leads_past_the_header(phone, address, lang):
    page = phone.open(address(lang))
    skip = page.locator(".skip")
    expect(skip).not_to_be_in_viewport()
    press(page, "Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    press(page, "Enter")
    expect(page.locator("main")).to_be_focused()
    press(page, "Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_the_menu_opens_and_closes_by_keyboard_and_without_script(device, address, script):
    page = device(script=script).open(address("en"))
    menu, items = page.locator(".header__menu"), page.locator(".header__menu").locator("a, button")
    expect(menu).to_be_hidden()
    press(page, "Tab", 4)  # past the skip link, the name and the search
    expect(page.locator(".header__open")).to_be_focused()
    press(page, "Enter")
    expect(menu).to_be_visible()
    for item in items.all():
        press(page, "Tab")
        expect(item).to_be_focused()
    press(page, "Enter")  # the last one closes
    expect(menu).to_be_hidden()
    press(page, "Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_the_menu_closes_on_going_back_and_its_words_lead_away(phone, site, address):
    page = phone.open(address("en"))
    page.locator(".header__open").click()
    expect(page.locator(".header__menu")).to_be_visible()
    page.go_back()
    expect(page.locator(".header__menu")).to_be_hidden()
    page.locator(".header__open").click()
    page.locator(".header__menu").get_by_role("link", name="Glossary").click()
    expect(page).to_have_url(site.url(site.find("glossary", "glossary", "en")))
    expect(page.locator(".header__menu")).to_be_hidden()


def test_on_a_wide_screen_the_menu_and_the_contents_are_always_open(device, address):
    page = device(width=1280).open(address("en"))
    expect(page.locator(".header__open")).to_be_hidden()
    expect(page.locator(".header__close")).to_be_hidden()
    expect(page.locator(".header__menu").get_by_role("link", name="Quizzes")).to_be_visible()
    expect(page.locator(".contents a").first).to_be_visible()


def test_the_contents_unfold_by_keyboard_and_lead_to_every_section(device, address, script):
    page = device(script=script).open(address("en"))
    links = page.locator(".contents a")
    expect(links.first).to_be_hidden()
    page.locator(".contents summary").focus()
    press(page, "Enter")
    assert links.count() > 3
    for link in links.all():
        link.click()
        expect(page.locator("main h2:target")).to_have_text(link.inner_text())
        expect(page.locator("main h2:target")).to_be_in_viewport()


def test_the_language_switch_leads_to_the_same_page_and_back(device, site, address, lang, script):
    page = device(script=script).open(address(lang))
    page.locator(f".language a[hreflang={OTHER[lang]}]").click()
    expect(page).to_have_url(site.url(address(OTHER[lang])))
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE[OTHER[lang]])
    page.locator(f".language a[hreflang={lang}]").click()
    expect(page).to_have_url(site.url(address(lang)))


def test_the_language_switch_leads_to_the_section_that_is_open(phone, site, address, lang):
    there, here = site.url(address(OTHER[lang])), site.url(address(lang))
    page = phone.open(f"{address(lang)}#public-or-private")
    switch = page.locator(f".language a[hreflang={OTHER[lang]}]")
    switch.click()
    expect(page).to_have_url(f"{there}#public-or-private")
    expect(page.locator("main :target")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(f"{here}#public-or-private")
    page.locator(".contents summary").click()
    page.locator(".contents a[href='#common-mistakes']").click()
    switch.click()
    expect(page).to_have_url(f"{there}#common-mistakes")
    expect(page.locator("main :target")).to_be_in_viewport()


def test_an_open_menu_is_no_section(phone, site, address, lang):
    page = phone.open(address(lang))
    page.locator(".header__open").click()
    page.locator(f".language a[hreflang={OTHER[lang]}]").click()
    expect(page).to_have_url(site.url(address(OTHER[lang])))


def test_the_first_page_leads_to_the_home_of_each_language(phone, site, lang):
    page = phone.open("")
    page.locator(f"main a[hreflang={lang}]").click()
    expect(page).to_have_url(site.url(site.find("home", "home", lang)))


def test_the_page_that_is_not_there_leads_home(phone, site):
    page = phone.open("404.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("main a").first.get_attribute("href") == "/id/"


def test_the_contents_beside_the_text_follow_the_reading(device, address):
    page = device(width=1280, height=800).open(address("en"))
    current = page.locator(".contents [aria-current]")
    expect(current).to_have_count(0)
    for key in ("in-short", "common-mistakes", "three-sellers"):
        page.evaluate("key => document.getElementById(key).scrollIntoView()", key)
        expect(current).to_have_attribute("href", f"#{key}")
    page.evaluate("() => scrollTo(0, 0)")
    expect(current).to_have_count(0)


def test_a_guide_offers_its_file_to_be_edited(phone, address):
    page = phone.open(address("id"))
    way = page.get_by_role("link", name="Sunting halaman ini")
    assert way.get_attribute("href").endswith("/edit/main/content/guides/pse/what-is-a-pse/id.md")
