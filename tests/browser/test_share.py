"""A section can be handed on: by the device's own way where it has one, else as a copied address."""

import pytest
from playwright.sync_api import expect

SHARES = "navigator.share = async (what) => { window.shared = what; };"
SHARES_NOT = "navigator.share = undefined;"
COPIES_NOT = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
REFUSES = "navigator.share = async () => { throw new DOMException('', 'AbortError'); };"


@pytest.fixture
def guide(phone, site, lang):
    def guide(script):
        phone.context.add_init_script(script)
        return phone.open(site.find("guide", "pse/what-is-a-pse", lang))

    return guide


def address(page, section):
    return page.evaluate("document.querySelector('link[rel=canonical]').href") + f"#{section}"


def button(page):
    return page.locator(".share", has=page.locator("#in-short")).get_by_role("button")


def test_every_section_of_a_guide_has_a_button_that_names_it(guide):
    page = guide(SHARES_NOT)
    names = [each.get_attribute("aria-label") for each in page.locator(".prose .share button").all()]
    titles = page.locator(".prose > section :is(h2, h3):not(checklist-form *)").all_inner_texts()
    assert len(titles) > 3
    assert [name.split(": ", 1)[1] for name in names] == titles


def test_the_device_shares_the_published_address(guide):
    page = guide(SHARES)
    button(page).click()
    shared = page.evaluate("shared")
    assert shared == {"title": page.locator("#in-short").inner_text(), "url": address(page, "in-short")}


def test_where_the_device_cannot_share_the_address_is_copied_and_said(guide, phone, lang):
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = guide(SHARES_NOT)
    button(page).click()
    said = page.locator(".share", has=page.locator("#in-short")).get_by_role("status")
    expect(said).to_have_text({"id": "Tautan disalin.", "en": "Link copied."}[lang])
    assert page.evaluate("navigator.clipboard.readText()") == address(page, "in-short")


def test_where_nothing_can_be_shared_or_copied_there_is_no_button(guide):
    page = guide(SHARES_NOT + COPIES_NOT)
    assert page.locator(".prose .share").count() == 0


def test_who_changes_their_mind_stays_where_they_are(guide):
    page = guide(REFUSES)
    before = page.url
    button(page).click()
    page.wait_for_timeout(100)
    assert page.url == before


def test_a_heading_is_still_called_by_its_words_alone(guide):
    page = guide(SHARES_NOT)
    title = page.locator("#in-short").inner_text()
    assert page.get_by_role("heading", name=title, exact=True).count() == 1


def test_without_script_there_is_no_button(device, site):
    page = device(script=False).open(site.find("guide", "pse/what-is-a-pse", "id"))
    assert page.locator(".prose button:visible").count() == page.locator(".prose .quiz button:visible").count()
