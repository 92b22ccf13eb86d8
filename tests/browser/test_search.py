"""The search as a reader uses it: from a sub-path, by keyboard alone, in both languages, with and without script."""

import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server

QUERY = {"id": "mendaftar", "en": "registering"}
GUIDE = {"id": "/id/pse/siapa-wajib-mendaftar/", "en": "/en/pse/who-must-register/"}


def said(page: Page):
    """The line that counts what was found, and is read out."""
    return page.get_by_role("status")


def results(page: Page):
    return page.locator(".search__results > li")


def search(device, lang: str, query: str, **filters: str) -> Page:
    asked = "&".join(f"{name}={value}" for name, value in {"q": query, **filters}.items())
    page = device.open(f"{device.site.find('search', 'search', lang)}?{asked}")
    expect(said(page)).to_contain_text(f"“{query}”")
    return page


def titles(page: Page) -> list[str]:
    return results(page).locator(".search__link").all_inner_texts()


def links(page: Page) -> list[str]:
    return results(page).locator("a").evaluate_all("links => links.map(link => link.pathname + link.hash)")


def test_a_guide_is_found_with_the_sections_that_speak_of_it(phone, lang):
    page = search(phone, lang, QUERY[lang])
    assert re.match(r"(Lebih dari |More than )?\d+ (hasil|results) (untuk|for) “", said(page).inner_text())
    found = [each.removeprefix("/learn") for each in links(page)]
    assert GUIDE[lang] in found
    assert [each for each in found if each.startswith(f"{GUIDE[lang]}#")]
    assert results(page).locator("mark").count() > 0


def test_a_section_that_was_found_opens_where_it_stands(phone):
    page = search(phone, "en", "registering")
    way = results(page).locator(f"a[href*='{GUIDE['en']}#']").first
    words = way.inner_text()
    way.click()
    page.wait_for_url("**/who-must-register/#*")
    expect(page.locator(":target")).to_have_text(words)


@pytest.mark.parametrize(
    ("lang", "query", "first"),
    [
        ("id", "NIB", "NIB dan izin usaha"),
        ("id", "nomor induk berusaha", "Nomor Induk Berusaha (NIB)"),
        ("en", "nib", "NIB and licences"),
        ("en", "nomor induk berusaha", None),
        ("id", "electronic system operator", None),
        ("id", "mendaftar pse", None),
    ],
)
def test_what_is_known_by_several_names_is_found_by_each(phone, lang, query, first):
    page = search(phone, lang, query)
    assert titles(page)
    if first:
        assert titles(page)[0] == first


@pytest.mark.parametrize(
    ("lang", "query", "address"),
    [
        ("id", "mendaftar pse", "/id/pse/cara-mendaftar/"),
        ("id", "kontrak lokapasar", "/id/umk/berjualan-di-lokapasar/"),
        ("en", "who refunds the buyer", "/en/mse/selling-on-a-marketplace/"),
        ("id", "PP 71/2019", "/id/peraturan/pp-71-2019/"),
        ("id", "qris", "/id/kepatuhan/menerima-pembayaran/"),
    ],
)
def test_what_readers_ask_is_answered_among_the_first_three(phone, lang, query, address):
    page = search(phone, lang, query)
    first = page.locator(".search__link").evaluate_all("links => links.map(link => link.pathname + link.hash)")[:3]
    assert f"/learn{address}" in first


def test_a_term_of_the_glossary_opens_at_its_entry(phone):
    page = search(phone, "id", "nomor induk berusaha")
    results(page).locator(".search__link").first.click()
    page.wait_for_url("**/glosarium/#*")
    expect(page.locator("dt:target")).to_contain_text("NIB")


def test_each_language_finds_its_own_pages_only(phone, lang):
    page = search(phone, lang, "PSE")
    assert {each.split("/")[2] for each in links(page)} == {lang}


def test_topic_and_kind_narrow_what_is_found_and_stand_in_the_address(phone):
    page = search(phone, "id", "lokapasar")
    count = results(page).count()
    page.get_by_label("Jenis").select_option("guide")
    expect(results(page).locator(".search__about").first).to_contain_text("Panduan")
    page.get_by_label("Topik").select_option("mse")
    page.wait_for_url("**/?q=lokapasar&topic=mse&kind=guide")
    page.reload()
    expect(said(page)).to_have_text(re.compile("hasil untuk “lokapasar”"))
    assert 0 < results(page).count() < count
    assert all("/id/umk/" in each for each in links(page))
    assert page.get_by_label("Topik").input_value() == "mse"


def test_an_unknown_filter_in_the_address_is_none(phone):
    page = search(phone, "en", "nib", topic="nowhere", kind="nothing")
    assert titles(page)


def test_the_next_results_come_when_asked_for_and_take_the_focus(phone):
    page = search(phone, "id", "di")
    more = page.get_by_role("button", name="Tampilkan hasil lainnya")
    assert results(page).count() == 10
    more.click()
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(10).locator("a").first).to_be_focused()
    while more.is_visible():
        count = results(page).count()
        more.click()
        expect(results(page)).not_to_have_count(count)
    assert said(page).inner_text().startswith(f"{results(page).count()} ")


def test_where_nothing_is_found_the_other_language_and_all_topics_are_offered(phone):
    page = search(phone, "id", "zzzz", topic="mse")
    expect(said(page)).to_have_text("Tidak ada hasil untuk “zzzz”.")
    page.get_by_role("button", name="Cari di semua topik dan jenis").click()
    expect(page.get_by_label("Topik")).to_have_value("")
    way = page.locator(".search__none").get_by_role("link", name="English")
    assert way.get_attribute("lang") == "en"
    way.click()
    page.wait_for_url("**/en/search/?q=zzzz")
    expect(said(page)).to_have_text("Nothing found for “zzzz”.")
    expect(page.locator(".search__all a")).to_be_visible()


def test_the_switch_takes_the_question_along(phone):
    page = search(phone, "id", "nib")
    page.locator(".language a").click()
    page.wait_for_url("**/en/search/?q=nib")
    expect(said(page)).to_contain_text("results for “nib”")


def test_by_keyboard_alone_from_any_page_to_a_result_and_back(phone):
    page = phone.open(phone.site.find("guide", "pse/what-is-a-pse", "en"))
    page.keyboard.press("/")
    page.wait_for_url("**/en/search/")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("refund")
    expect(said(page)).to_contain_text("for “refund”")
    page.keyboard.press("ArrowDown")
    expect(results(page).first.locator("a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).locator("a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    there = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(there)
    page.go_back()
    expect(said(page)).to_contain_text("for “refund”")
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(field).to_be_focused()


def test_a_slash_that_is_written_stays_a_slash(phone):
    page = phone.open(phone.site.find("search", "search", "id"))
    page.get_by_role("searchbox").press_sequentially("PP 71/2019")
    expect(said(page)).to_contain_text("“PP 71/2019”")


def test_the_shortcut_can_be_turned_off(phone):
    page = phone.open(phone.site.find("search", "search", "en"))
    page.get_by_label("Open this search with the / key").uncheck()
    guide = phone.open(phone.site.find("guide", "pse/what-is-a-pse", "en"))
    guide.keyboard.press("/")
    guide.keyboard.press("Tab")
    assert "what-is-a-pse" in guide.url
    page.reload()
    assert not page.get_by_label("Open this search with the / key").is_checked()


def asked_for(device) -> list[str]:
    names = []
    device.context.on("request", lambda request: names.append(request.url.rpartition("/learn/")[2].partition("?")[0]))
    return names


def test_no_page_loads_anything_of_the_index_before_the_first_touch(phone, lang):
    names = asked_for(phone)
    for kind, key in (("home", "home"), ("guide", "pse/what-is-a-pse")):
        phone.open(phone.site.find(kind, key, lang)).wait_for_load_state("networkidle")
    assert not [name for name in names if "pagefind" in name or "search" in name]


def test_script_worker_table_and_webassembly_are_asked_for_before_any_of_them_has_come(device, lang):
    """Four files at once: each of them would otherwise wait for the one before, which is long on a slow network."""
    phone = device()
    names, held = [], []
    wanted = {
        f"pagefind/{name}"
        for name in ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", f"wasm.{lang}.pagefind")
    }

    def hold(route):
        names.append(route.request.url.rpartition("/learn/")[2].partition("?")[0])
        held.append(route)
        if set(names) >= wanted:
            while held:
                held.pop().continue_()

    phone.context.route("**/pagefind/**", hold)
    page = search(phone, lang, "PSE")
    assert set(names[:4]) == wanted
    assert titles(page)


def test_what_was_fetched_is_not_fetched_twice(device, built):
    with Server(built, headers={"Cache-Control": "max-age=600"}) as server:
        phone = device()
        phone.site = type(phone.site)(built, server.base, phone.site.root)
        search(phone, "id", "NIB")
        loaded = [path for path in server.asked if "/pagefind/" in path]
    assert len(loaded) > 8
    assert len(loaded) == len(set(loaded))


def test_a_search_that_cannot_be_loaded_says_so_and_the_next_try_succeeds(phone):
    phone.expect_wrong("pagefind")
    phone.expect_wrong("titles-en")
    for pattern in ("**/*.pagefind", "**/titles-*"):
        phone.context.route(pattern, lambda route: route.abort())
    page = phone.open(f"{phone.site.find('search', 'search', 'en')}?q=nib")
    expect(said(page)).to_contain_text("can’t be loaded")
    phone.context.unroute("**/titles-*")
    page.get_by_role("button", name="Search").click()
    expect(said(page)).to_contain_text("The texts can’t be searched now")
    assert titles(page)[0] == "NIB and licences"
    phone.context.unroute("**/*.pagefind")
    page.get_by_role("button", name="Search").click()
    expect(said(page)).to_contain_text("results for “nib”")
    assert titles(page)[0] == "NIB and licences"


HOLD = """() => {
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved.push(entry.value);
  }).observe({ type: "layout-shift" });
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_titles_answer_before_the_full_text_has_come_and_stay_where_they_are(device, lang, width):
    phone, held, open_ = device(width=width), [], []
    phone.context.route("**/pagefind/**", lambda route: route.continue_() if open_ else held.append(route))
    page = phone.open(phone.site.find("search", "search", lang))
    page.evaluate(HOLD)
    page.get_by_role("searchbox").press_sequentially({"id": "biaya qris", "en": "qris fee"}[lang])
    first = results(page).first
    expect(first.locator(".search__link")).to_contain_text("QRIS")
    expect(said(page)).to_contain_text(re.compile("masih dicari|still being searched"))
    there = [page.locator(".search__link").all_inner_texts(), page.evaluate(PLACES)]
    page.evaluate("window.first = document.querySelector('.search__result')")
    page.wait_for_timeout(600)  # what moves sooner after a key is forgiven
    open_.append(True)
    for route in held:
        route.continue_()
    expect(said(page)).to_contain_text(re.compile("hasil untuk|results for"))
    count = len(there[0])
    assert results(page).count() > count, "the full text follows"
    assert [titles(page)[:count], page.evaluate(PLACES)[:count]] == there
    assert page.evaluate("window.first === document.querySelector('.search__result')"), "a tap on it is not lost"
    assert page.evaluate("window.moved") == []
    addresses = page.locator(".search__link").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) == len(set(addresses)), "each is listed once"


PLACES = "() => [...document.querySelectorAll('.search__link')].map((link) => link.getBoundingClientRect().top)"


def test_the_same_question_once_more_changes_nothing(phone):
    page = search(phone, "id", "qris")
    before = titles(page)
    page.evaluate("window.first = document.querySelector('.search__result')")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_timeout(300)
    assert titles(page) == before
    assert page.evaluate("window.first === document.querySelector('.search__result')")


@pytest.mark.parametrize(
    ("lang", "query", "address"),
    [
        ("id", "menulis judul", "/id/pemasaran/halaman-produk/"),
        ("id", "tulis judul", "/id/pemasaran/halaman-produk/"),
        ("id", "ngirim barang", "/id/umk/berjualan-di-lokapasar/"),
        ("id", "pengiriman barang", "/id/umk/berjualan-di-lokapasar/"),
        ("id", "mengirimkan barang", "/id/umk/berjualan-di-lokapasar/"),
        ("id", "pengesahan persetujuan", "/id/pemasaran/pesan-dan-persetujuan/"),
        ("id", "sertfikat halal", "/id/umk/izin-produk/"),  # a letter too few,
        ("id", "sertifiikat halal", "/id/umk/izin-produk/"),  # too many,
        ("id", "lokaposar", "/id/umk/berjualan-di-lokapasar/"),  # a wrong one,
        ("id", "kosmeitk", "/id/umk/izin-produk/"),  # two that changed places
        ("id", "gimana caranya bikin nib dong", "/id/umk/nib-dan-izin/"),
        ("en", "how do i get a refund", "/en/compliance/consumer-rights/"),
        ("en", "halal certficates", "/en/mse/product-permits/"),
        ("en", "Registering", "/en/pse/registering/"),
    ],
)
def test_other_forms_slips_and_fillers_are_understood_by_the_titles_alone(phone, lang, query, address):
    phone.expect_wrong("pagefind")
    phone.context.route("**/pagefind/**", lambda route: route.abort())
    page = phone.open(f"{phone.site.find('search', 'search', lang)}?q={query}")
    expect(said(page)).to_contain_text(re.compile("Judul yang cocok|Titles that match"))
    first = page.locator(".search__link").evaluate_all("links => links.map(link => link.pathname)")[:3]
    assert f"/learn{address}" in first


def test_the_full_text_is_asked_without_fillers_and_a_phrase_as_it_stands(phone):
    page = search(phone, "en", "nib")
    asked = "query => document.querySelector('site-search').titles.asked(query)"
    assert page.evaluate(asked, "how do I get an NIB")[0] == "NIB"
    assert page.evaluate(asked, "how do I") == ["how do I"]
    assert page.evaluate(asked, '"how do I" apply') == ['"how do I" apply']
    assert page.evaluate(asked, "halal certifcate zzzz") == ["halal certifcate zzzz", "halal certificate"]


@pytest.mark.parametrize("piece", ["pagefind.id_*.pf_meta", "wasm.id.pagefind", "index/id_*", "fragment/id_*"])
def test_an_index_that_is_cut_off_is_never_taken_for_nothing_found(device, built, tmp_path, piece):
    """As a host has it after half an upload; once it is whole, the next try succeeds."""
    folder = shutil.copytree(built, tmp_path / "site", copy_function=os.link)
    whole = {path: path.read_bytes() for path in (folder / "pagefind").glob(piece)}
    replace({path: data[: len(data) // 2] for path, data in whole.items()})
    with Server(folder) as server:
        phone = device()
        phone.site = type(phone.site)(folder, server.base, phone.site.root)
        begins = "/" not in piece  # one of those that Pagefind fetches once a page, and complains of in the console
        if begins:
            phone.expect_wrong("agefind")
        page = phone.open(f"{phone.site.find('search', 'search', 'id')}?q=nib")
        expect(said(page)).to_contain_text("Isi teks belum dapat dicari")
        replace(whole)
        if not begins:
            page.get_by_role("button", name="Cari").click()
            expect(said(page)).to_contain_text("hasil untuk “nib”")


def replace(files: dict[Path, bytes]) -> None:
    """In the place of files that are links to the good ones."""
    for path, data in files.items():
        path.unlink()
        path.write_bytes(data)


def test_without_script_the_search_leads_to_the_a_to_z(device, lang):
    page = device(script=False).open(device().site.find("search", "search", lang))
    assert page.locator("form").is_hidden()
    expect(page.locator("[data-without]")).to_be_visible()
    page.locator(".search__all a").click()
    page.wait_for_url("**/a-z/")
    assert page.locator(".index li").count() > 50


def test_what_a_page_says_is_shown_as_text(phone):
    page = search(phone, "id", "<b>nib</b>")
    assert page.locator("output b").count() == 0
