"""What who trains prints for a course: each sheet begins a page of A4, and nothing of the screen is on it."""

import io
from unicodedata import normalize

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.accessibility import violations
from tests.browser.targets import small_targets
from tests.browser.telling import tell
from tests.browser.wide import too_wide

KEY = "pse-basics"
SHEETS = ("agenda", "handouts", "attendance", "form-a", "form-b", "key-a", "key-b")


@pytest.fixture
def page(device, site, lang):
    return device(width=1280, scheme="dark").open(site.find("trainer", KEY, lang))


def plain(text):
    return "".join(normalize("NFKC", text).split())


def printed(page):
    return [plain(each.extract_text()) for each in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


def test_its_course_leads_to_it_and_search_engines_do_not(device, site, lang):
    page = device().open(site.find("course", KEY, lang))
    page.locator(f"a[href$='{site.find('trainer', KEY, lang).rstrip('/').rpartition('/')[2]}/']").click()
    expect(page).to_have_url(site.url(site.find("trainer", KEY, lang)))
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


def test_each_sheet_begins_a_page(page):
    sheets = printed(page)
    for name in SHEETS:
        title = plain(page.locator(f"#{name} > .sheet__title").inner_text())
        heading = plain(page.locator(f"#{name}-title").inner_text())
        assert sum(title + heading in sheet[:200] for sheet in sheets) == 1, name
    assert plain(page.locator("h1").inner_text()) not in "".join(sheets)
    assert not any(plain(each) in sheets[0] for each in page.locator(".sheet__ways a").all_inner_texts()[1:])


def test_a_sheet_is_printed_alone_when_it_was_chosen(page):
    page.locator(".sheet__ways a[href='#attendance']").click()
    [sheet] = printed(page)
    assert "22" in sheet


def test_the_agenda_adds_up_and_the_attendance_fits_one_page(page):
    rows = [row.locator("td").all_text_contents() for row in page.locator(".trainer__agenda tbody tr:has(td)").all()]
    passed = 0
    for start, _, _, minutes in rows:
        hours, rest = start.split(":")
        assert 60 * int(hours) + int(rest) == passed
        passed += int(minutes or 0)
    assert rows[-1][3] == "" and passed > 60


def test_each_activity_of_the_agenda_stands_below_it(page):
    numbered = page.locator(".trainer__agenda td:nth-child(3)").all_text_contents()
    told = page.locator(".trainer__activities li").all_text_contents()
    assert len(told) >= 2
    assert [each.split()[-1] for each in numbered if each.split()[-1].isdecimal()] == [
        str(at + 1) for at in range(len(told))
    ]


def test_handouts_tell_their_addresses(page, site, lang):
    addresses = page.locator(".trainer__handouts span").all_inner_texts()
    first = page.locator(".trainer__handouts li > a:first-child")
    shown = [each.evaluate("link => link.href").removeprefix(site.base) for each in first.all()]
    assert [each.removeprefix("https://pandu.example/") for each in addresses] == shown
    page.locator(".trainer__handouts a[href*='#']").first.click()
    expect(page.locator(".projector__screen h1")).to_be_visible()


@pytest.mark.parametrize("size", [320, 1280])
def test_it_can_be_used_by_everyone(device, site, scheme, size):
    page = device(width=size, scheme=scheme).open(site.find("trainer", KEY, "id"))
    tell([*violations(page), *too_wide(page), *map(str, small_targets(page))])
