"""Light and dark: as the device has it, unless the reader wants it otherwise."""

import pytest
from playwright.sync_api import Page, expect

LIGHT, DARK = "rgb(250, 246, 236)", "rgb(21, 22, 28)"


def ground(page: Page) -> str:
    return page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")


def bars(page: Page) -> list[str]:
    return page.locator("meta[name=theme-color]").evaluate_all("bars => bars.map(bar => bar.content)")


@pytest.fixture
def address(site):
    return site.find("guide", "pse/what-is-a-pse", "en")


@pytest.mark.parametrize(("wanted", "colour"), [("light", LIGHT), ("dark", DARK)])
def test_the_page_follows_the_device_with_and_without_script(device, address, script, wanted, colour):
    page = device(scheme=wanted, script=script).open(address)
    assert ground(page) == colour
    assert page.locator("html").get_attribute("data-scheme") == ("auto" if script else None)
    assert page.locator(".scheme button").count() == (1 if script else 0), "without script there is nothing to press"


def test_it_changes_with_the_device(phone, address):
    page = phone.open(address)
    page.emulate_media(color_scheme="dark")
    assert ground(page) == DARK


def test_the_reader_chooses_and_the_device_remembers_it_in_every_language(device, site, address):
    dark = device(scheme="dark", width=1280)
    page = dark.open(address)
    button = page.locator(".scheme button")
    expect(button).to_have_text("Colours: as on the device")
    button.click()
    expect(button).to_have_text("Colours: light")
    assert ground(page) == LIGHT
    assert bars(page) == ["#faf6ec", "#faf6ec"]
    other = dark.open(site.find("home", "home", "id"))
    expect(other.locator(".scheme button")).to_have_text("Warna: terang")
    assert ground(other) == LIGHT
    button.click()
    expect(button).to_have_text("Colours: dark")
    expect(other.locator(".scheme button")).to_have_text("Warna: gelap")
    button.click()
    assert ground(page) == DARK
    assert bars(page) == ["#faf6ec", "#15161c"]
    assert page.locator("html").get_attribute("data-scheme") == "auto"


def test_where_nothing_can_be_kept_the_choice_holds_for_the_page(device, address):
    forbidden = device(width=1280)
    forbidden.forbid_storage()
    page = forbidden.open(address)
    button = page.locator(".scheme button")
    button.click()
    button.click()
    expect(button).to_have_text("Colours: dark")
    assert ground(page) == DARK


@pytest.mark.parametrize("chosen", ["auto", "dark"])
def test_paper_is_white(device, address, chosen):
    page = device(scheme="dark", width=1280).open(address)
    if chosen == "dark":
        page.locator(".scheme button").click(click_count=2)
    page.emulate_media(media="print", color_scheme="dark")
    assert ground(page) == "rgb(255, 255, 255)"
    assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
