"""The archive as a reader has it: unpacked into a folder, opened from the disk, with no network at all."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from plugins.search.stems import stemmer, words
from tests.archive.unpacked import unpacked_once
from tests.browser.device import Device
from tests.browser.serving import Server
from tests.browser.shown import Site
from tests.browser.telling import tell
from tests.site.project import ROOT

GUIDE, CHECKLIST, TOOL = "mse/nib-and-licences", "nib", "qris-fee"


@pytest.fixture(scope="module")
def folder(built, tmp_path_factory):
    return unpacked_once(tmp_path_factory, built.parent)


@pytest.fixture
def disk(browser, folder):
    """Makes a device without any network, to which the folder is the site."""
    base = f"{folder.as_uri()}/"
    made = []

    def disk(**options) -> Device:
        made.append(Device(browser, Site(folder, base, base), **options))
        made[-1].context.set_offline(True)
        return made[-1]

    yield disk
    tell(line for each in made for line in each.close())


def opened(device: Device, kind: str, key: str, lang: str, after: str = "") -> Page:
    return device.open(f"{device.site.find(kind, key, lang)}index.html{after}")


def follow(page: Page, device: Device, kind: str, key: str, lang: str) -> None:
    """Click the first link in the main part that leads to a page; it is a file."""
    target = f"{device.site.url(device.site.find(kind, key, lang))}index.html"
    links = page.locator("main a[href]")
    at = links.evaluate_all("(links, target) => links.findIndex((link) => link.href.split('#')[0] === target)", target)
    assert at >= 0, f"{page.url} leads to no {target}"
    for each in links.nth(at).locator("xpath=ancestor::details[not(@open)]").all():
        each.locator("summary").first.click()
    links.nth(at).click()
    page.wait_for_url(lambda url: unquote(url).split("#")[0] == unquote(target))
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')").strip()


def test_from_the_first_page_to_guide_quiz_checklist_and_tool(disk, lang):
    device = disk()
    page = device.open("index.html")
    follow(page, device, "home", "home", lang)
    follow(page, device, "topic", "mse", lang)
    follow(page, device, "guide", GUIDE, lang)
    follow(page, device, "checklist", CHECKLIST, lang)
    box = page.locator("checklist-form input[type=checkbox]").first
    box.check()
    page.reload()
    expect(box).to_be_checked()
    page.go_back()
    page.wait_for_url(lambda url: "checklist" not in url and "daftar-periksa" not in url)
    follow(page, device, "quiz", GUIDE, lang)
    first = page.locator("quiz-form fieldset").first
    first.locator("input").first.check()
    first.locator(".quiz__actions button:not([type=reset])").click()
    expect(first.get_by_role("status").first).not_to_be_empty()
    page = opened(device, "tool", TOOL, lang)
    page.locator("main input[type=radio]").first.check()
    assert page.url.startswith("file://")


def test_the_language_can_be_changed_on_any_page(disk):
    device = disk()
    page = opened(device, "guide", GUIDE, "id")
    page.locator(".language a").first.click()
    page.wait_for_url(lambda url: url.endswith(f"{device.site.find('guide', GUIDE, 'en')}index.html"))


@pytest.mark.parametrize(
    ("lang", "query", "kind", "key"),
    [
        ("id", "mengurus NIB", "guide", "mse/nib-and-licences"),
        ("id", "biaya qris", "guide", "compliance/accepting-payments"),
        ("id", "lokapsar", "guide", "mse/selling-on-a-marketplace"),
        ("en", "who must register", "guide", "pse/who-must-register"),
        ("en", "consumer rights", "guide", "compliance/consumer-rights"),
        ("en", "sancti", "guide", "pse/sanctions"),
    ],
)
def test_the_search_finds_what_is_asked_among_the_first_three(disk, lang, query, kind, key):
    device = disk()
    page = opened(device, "search", "search", lang)
    page.get_by_role("searchbox").fill(query)
    expect(page.get_by_role("status").first).to_contain_text(f"“{query}”")
    links = page.locator(".search__link")
    expect(links.first).to_be_visible()
    first = links.evaluate_all("links => links.slice(0, 3).map((link) => link.href)")
    assert f"{device.site.url(device.site.find(kind, key, lang))}index.html" in first
    assert page.locator(".search__results mark").count()
    links.first.click()
    page.wait_for_url(re.compile(r"index\.html(#.*)?$"))


def test_a_question_in_the_address_is_answered_and_narrowed_by_kind(disk):
    device = disk()
    page = opened(device, "search", "search", "id", "?q=halal&kind=regulation")
    expect(page.locator(".search__about").first).to_have_text("Peraturan")
    assert set(page.locator(".search__about").all_inner_texts()) == {"Peraturan"}
    page.get_by_label("Jenis").select_option("")
    expect(page.locator(".search__about", has_text="Panduan").first).to_be_visible()


def test_what_nobody_wrote_is_not_found_and_said_so(disk):
    page = opened(disk(), "search", "search", "en", "?q=zzzzqq")
    expect(page.get_by_role("status").first).to_have_text("Nothing found for “zzzzqq”.")


def test_without_script_everything_is_read_and_the_a_to_z_takes_the_place_of_the_search(disk, lang):
    device = disk(script=False)
    page = opened(device, "search", "search", lang)
    follow(page, device, "a-z", "a-z", lang)
    follow(page, device, "guide", GUIDE, lang)
    follow(page, device, "quiz", GUIDE, lang)
    page.locator("main details summary").first.click()
    opened(device, "projector", "projector", lang)


def test_where_pages_would_have_to_be_fetched_the_reader_is_told_and_led_on(disk, lang):
    device = disk()
    page = opened(device, "projector", "projector", lang, f"#{GUIDE}")
    expect(page.locator("[data-archived]")).to_be_visible()
    page.locator(":target a").click()
    page.wait_for_url(lambda url: url.endswith(f"{device.site.find('guide', GUIDE, lang)}index.html"))
    expect(opened(device, "review", "review", lang).locator("[data-archived]")).to_be_visible()


def test_it_works_where_the_folder_is_served_too(device, folder):
    """In a class with a network of its own."""
    with Server(folder, "/") as server:
        phone = device()
        phone.site = Site(folder, server.base, server.base)
        page = opened(phone, "search", "search", "id", "?q=nib")
        expect(page.locator(".search__link").first).to_be_visible()
        opened(phone, "quiz", GUIDE, "id")


STEMS = "(words) => words.map(pandu.stem)"


def test_page_and_build_agree_on_the_stem_of_every_word_of_the_site(disk, lang):
    """Of both languages, since each page is searched with words of any."""
    texts = [
        path.read_text("utf-8")
        for each in ("content", "quizzes")
        for path in (ROOT / each).rglob("*.*")
        if path.suffix in (".md", ".yaml")
    ]
    known = sorted({word for text in texts for word in words(text)})
    page = opened(disk(), "search", "search", lang, "?q=nib")
    expect(page.locator(".search__link").first).to_be_visible()
    assert len(known) > 5000
    assert page.evaluate(STEMS, known) == [stemmer(lang)(word) for word in known]
