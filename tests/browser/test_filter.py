"""Lists to look things up in become short while one writes, and are whole without script."""

import pytest
from playwright.sync_api import Page, expect

LISTS = {"glossary": ".glossary__entry", "register": ".register li", "a-z": ".index li", "help": ".help li"}


def left(page: Page, kind: str) -> int:
    return page.locator(LISTS[kind]).locator("visible=true").count()


@pytest.mark.parametrize("kind", LISTS)
def test_only_what_holds_every_word_is_left(phone, site, lang, kind):
    page = phone.open(site.find(kind, kind, lang))
    everything = page.locator(LISTS[kind]).count()
    assert left(page, kind) == everything
    word = {"id": "SISTEM", "en": "SYSTEM"}[lang]
    page.locator(".filter input").fill(f"  {word}  ")
    some = left(page, kind)
    assert 0 < some < everything
    expect(page.locator(".filter output")).to_have_text(f"{some} {'dari' if lang == 'id' else 'of'} {everything}")
    expect(page.locator(".letters")).to_be_hidden()
    page.locator(".filter input").fill(f"{word} zzz")
    assert left(page, kind) == 0
    assert page.locator(".index h2, .register h2, .help h2").locator("visible=true").count() == 0, (
        "a heading over nothing"
    )
    page.locator(".filter input").fill("")
    assert left(page, kind) == everything
    expect(page.locator(".filter output")).to_have_text("")


def test_accents_and_capitals_do_not_matter(phone, site):
    page = phone.open(site.find("glossary", "glossary", "en"))
    page.locator(".filter input").fill("NÏB")
    assert left(page, "glossary") > 0


def test_a_link_to_a_term_finds_it_whatever_is_filtered(phone, site):
    page = phone.open(site.find("glossary", "glossary", "en"))
    page.locator(".filter input").fill("zzz")
    page.evaluate("() => { location.hash = '#qris'; }")
    expect(page.locator("#qris")).to_be_visible()


@pytest.mark.parametrize("kind", LISTS)
def test_without_script_the_list_is_whole_and_has_no_field(device, site, kind):
    page = device(script=False).open(site.find(kind, kind, "id"))
    expect(page.locator(".filter")).to_be_hidden()
    assert left(page, kind) == page.locator(LISTS[kind]).count()


def test_the_register_is_picked_by_status_and_topic(phone, site, lang):
    page = phone.open(site.find("register", "register", lang))
    everything = left(page, "register")
    page.locator("select[name=status]").select_option("in-force")
    holding = left(page, "register")
    page.locator("select[name=topics]").select_option("payments")
    both = left(page, "register")
    assert 0 < both < holding < everything
    for item in page.locator(LISTS["register"]).locator("visible=true").all():
        assert item.get_attribute("data-status") == "in-force"
        assert "payments" in item.get_attribute("data-topics").split()
    page.locator("select").first.select_option("")
    page.locator("select").last.select_option("")
    assert left(page, "register") == everything
    expect(page.locator(".filter output")).to_have_text("")
