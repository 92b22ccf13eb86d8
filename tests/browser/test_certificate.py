"""A certificate says what was passed on this device, under the name that its reader types, and claims no more."""

import json
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.test_course import COURSE, KEY

NAME = "Raden Ayu Siti Kusumaningrum Wijayakusuma"
SAID = {
    "id": ("Sertifikat", "Penilaian mandiri", "telah menyelesaikan kursus", "26 November 2026", "87%", "k7m2x"),
    "en": ("Certificate", "Self-assessed", "has worked through the course", "26 November 2026", "87%", "k7m2x"),
}
FAILED = {"seed": "a", "day": "2026-11-25", "score": 0.5, "passed": False}
PASSED = {"seed": "k7m2x", "day": "2026-11-26", "score": 0.875, "passed": True}


@pytest.fixture
def page(phone, site, lang):
    return phone.open(site.find("certificate", KEY, lang))


def hold(page, *done):
    records = {f"exam/{COURSE['exam']}": {"done": list(done)}}
    page.evaluate("(text) => localStorage.setItem('pandu', text)", json.dumps({"version": 2, "records": records}))
    page.reload()


def test_who_has_not_passed_is_led_to_the_exam(page, site, lang):
    for done in ((), (FAILED,)):
        hold(page, *done)
        expect(page.locator(".certificate__sheet")).to_be_hidden()
        expect(page.locator(".certificate__form")).to_be_hidden()
        expect(page.locator(".certificate__open a")).to_be_visible()
    page.locator(".certificate__open a").click()
    page.wait_for_url(site.url(site.find("exam", COURSE["exam"], lang)))


def test_who_has_passed_gets_a_sheet_of_one_page_with_their_name(page, lang):
    hold(page, FAILED, PASSED)
    page.evaluate("window.print = () => {}")
    page.locator("[name=name]").fill(NAME)
    page.locator(".certificate__form button").click()
    found = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = " ".join(normalize("NFKC", found[0].extract_text()).split())  # its letters may be joined
    assert len(found) == 1
    assert found[0].mediabox.width > found[0].mediabox.height
    for words in (NAME, COURSE["title"][lang], *SAID[lang], *(each["text"][lang] for each in COURSE["outcomes"])):
        assert words in text
    page.reload()
    expect(page.locator("[name=name]")).to_have_value(NAME)
    expect(page.locator("[data-name]")).to_have_text(NAME)


def test_a_name_is_text_and_nothing_else(page):
    hold(page, PASSED)
    page.locator("[name=name]").fill("<b>Sari</b>")
    expect(page.locator("[data-name]")).to_have_text("<b>Sari</b>")


def test_without_script_it_is_a_sheet_to_write_on(device, site, lang):
    page = device(script=False).open(site.find("certificate", KEY, lang))
    expect(page.locator(".certificate__sheet")).to_be_visible()
    expect(page.locator(".certificate__form")).to_be_hidden()
    expect(page.locator(".certificate__open")).to_be_hidden()
    expect(page.locator("[data-name]")).to_be_empty()
    assert len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1


def test_it_has_room_for_long_names_titles_and_many_outcomes(page):
    hold(page, PASSED)
    page.locator("[name=name]").fill("Raden Ayu Siti Kusumaningrum Wijayakusuma binti Ki Hajar Sas")
    page.evaluate("""() => {
      document.querySelector(".certificate__course").textContent = "Mendaftar sebagai PSE dan menjaga data ".repeat(3);
      const list = document.querySelector(".certificate__words ul");
      while (list.children.length < 8) list.append(list.lastElementChild.cloneNode(true));
    }""")
    assert len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1


def test_a_learner_is_called_as_before_and_their_certificate_may_say_more(page):
    page.evaluate("pandu.set([['learner/name', 'Sari']])")
    passed = {"done": [PASSED]}
    page.evaluate("([key, value]) => pandu.set([[key, value]])", [f"exam/{COURSE['exam']}", passed])
    page.reload()
    expect(page.locator("[data-name]")).to_have_text("Sari")
    page.locator("[name=name]").fill(NAME)
    page.locator("[name=name]").blur()
    page.reload()
    expect(page.locator("[data-name]")).to_have_text(NAME)
    assert page.evaluate("pandu.get('learner/name')") == "Sari"


def test_an_exam_that_is_passed_in_another_tab_shows_at_once(page, phone, site, lang):
    expect(page.locator(".certificate__sheet")).to_be_hidden()
    other = phone.open(site.find("exam", COURSE["exam"], lang))
    hold(other, PASSED)
    expect(page.locator(".certificate__sheet")).to_be_visible()


def test_where_nothing_is_kept_nothing_is_certified(phone, site, lang):
    phone.forbid_storage()
    page = phone.open(site.find("certificate", KEY, lang))
    expect(page.locator(".certificate__open")).to_be_visible()
    expect(page.locator(".certificate__sheet")).to_be_hidden()


def test_search_engines_and_the_search_leave_it_alone(site, lang):
    address = site.find("certificate", KEY, lang)
    html = (site.folder / address / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert "data-pagefind-body" not in html
    assert address not in (site.folder / "sitemap.xml").read_text("utf-8")
