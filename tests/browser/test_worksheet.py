"""A worksheet prints on one sheet, and its example on a second one; the page shows both and how to print them."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.test_print import plain
from tests.site.project import ROOT

KEYS = sorted(path.stem for path in (ROOT / "content" / "worksheets").glob("*.yaml"))


@pytest.mark.parametrize("key", KEYS)
def test_it_prints_on_one_sheet_and_the_example_on_another(device, site, lang, key):
    page = device(width=1280, scheme="dark").open(site.find("worksheet", key, lang))
    sheets = [plain(each.extract_text()) for each in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    assert len(sheets) == 2
    title = plain(page.locator("h1").inner_text())
    address = plain(page.locator(".worksheet__from").first.inner_text())
    for sheet in sheets:
        assert title in sheet
        assert address in sheet
    for prompt in page.locator(".worksheet__prompt").all_inner_texts():
        assert any(plain(prompt) in sheet for sheet in sheets)
    for said in page.locator(".worksheet__said").all_inner_texts():
        assert plain(said) in sheets[1]
        assert plain(said) not in sheets[0]


def test_a_button_prints(phone, site, lang):
    page = phone.open(site.find("worksheet", KEYS[0], lang))
    expect(page.locator("worksheet-print p")).to_be_hidden()
    page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    page.locator("worksheet-print button").click()
    expect(page).to_have_title("printed")


def test_without_script_the_page_says_how_to_print(device, site, lang):
    page = device(script=False).open(site.find("worksheet", KEYS[0], lang))
    expect(page.locator("worksheet-print p")).to_be_visible()
    expect(page.locator("worksheet-print button")).to_be_hidden()
