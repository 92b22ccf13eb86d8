"""On paper: what is read, is filled in or ticked stands there, and nothing that is pressed."""

import io
import re
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.asked import Asked
from tests.browser.quizzes import read_quizzes

KEY = "mse/selling-on-a-marketplace"
LIST = "ten-principles"
GUIDE = "pse/what-is-a-pse"
QUIZ = read_quizzes()[KEY]
NAME = {"id": ("Nama:", "Tanggal:"), "en": ("Name:", "Date:")}
PRESSED = ".header a, .skip, .breadcrumbs a, .contents summary, main button, main summary, .facts a, .footer li a"


def plain(text: str) -> str:
    """Without spaces, of which a PDF knows nothing, and with the letters that a ligature stands for."""
    return re.sub(r"\s", "", normalize("NFKC", text))


def printed(page: Page) -> list[str]:
    """The text of each page of A4."""
    return [plain(each.extract_text()) for each in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


def words(page: Page, selector: str) -> list[str]:
    return [plain(each) for each in page.locator(selector).all_text_contents() if each.strip()]


@pytest.fixture
def desk(device):
    """Where things are printed: a wide screen, here a dark one."""
    return device(width=1280, scheme="dark")


@pytest.mark.parametrize("key", ["payments/ten-principles", GUIDE])
def test_a_guide_prints_whole_and_without_what_is_pressed(desk, site, lang, key):
    address = site.find("guide", key, lang)
    page = desk.open(address)
    sheets = printed(page)
    text = "".join(sheets)
    headings = words(page, "main :is(h1, h2, h3)")
    rest = text
    for heading in words(page, ".prose :is(h2, h3)"):
        _, found, rest = rest.partition(heading)
        assert found, heading
    for each in words(page, ".sources li > a"):
        assert each in text
    assert plain(page.locator("[rel=canonical]").get_attribute("href")) in text
    for each in page.locator(".prose a[rel=external]").all():
        assert f"({each.get_attribute('href')})" in text
    assert len(sheets) <= 9
    for number, sheet in enumerate(sheets, 1):
        assert sheet.startswith(plain(f"{number} / {len(sheets)}")), "sheets are numbered"
        assert not any(sheet.endswith(heading) for heading in headings), f"a heading alone at the foot of {number}"
    page.emulate_media(media="print")
    assert page.locator(PRESSED).locator("visible=true").count() == 0


def test_the_head_of_a_table_stands_on_each_sheet(desk, site, lang):
    page = desk.open(site.find("guide", GUIDE, lang))
    page.locator(".table tbody").first.evaluate("body => { body.innerHTML = body.innerHTML.repeat(12); }")
    head = "".join(words(page, ".table >> nth=0 >> th"))
    assert sum(head in sheet for sheet in printed(page)) >= 3


def test_a_quiz_prints_as_a_sheet_to_fill_in_whatever_was_answered(desk, site, lang):
    page = desk.open(site.find("quiz", KEY, lang))
    fresh = printed(page)
    assert len(fresh) <= 3
    for question in QUIZ:
        Asked(page, question).answer(question.wrong[:1])
    assert printed(page) == fresh
    text = "".join(fresh)
    labels = ".quiz__choice:not(.quiz__model *) label, .quiz label > span, .quiz__offers li"
    asked = (*NAME[lang], *words(page, ".quiz legend"), *words(page, labels))
    assert [each for each in asked if each not in text] == []
    assert not any(each in text for each in (*words(page, ".quiz__why"), *words(page, ".quiz summary")))
    page.emulate_media(media="print")
    looks = {
        each.evaluate("each => getComputedStyle(each).appearance + getComputedStyle(each).borderTopWidth")
        for each in page.locator(".quiz__choice input").all()
    }
    assert looks == {"none1px"}, "boxes are empty, also those that were chosen"


def test_the_answers_that_are_open_print_as_the_key(device, site, lang, script):
    page = device(width=1280, script=script).open(site.find("quiz", KEY, lang))
    first, second, *_ = (Asked(page, question) for question in QUIZ)
    second.answers.locator("summary").click()
    text = "".join(printed(page))
    assert all(plain(each) in text for each in second.box.locator(".quiz__why").all_text_contents())
    assert not any(plain(each) in text for each in first.box.locator(".quiz__why").all_text_contents())
    if script:
        page.locator("[data-answers]").click()
        text = "".join(printed(page))
        assert all(each in text for each in words(page, ".quiz__why"))


def test_all_answers_are_shown_and_hidden_at_once(phone, site, lang):
    page = phone.open(site.find("quiz", KEY, lang))
    button, answers = page.locator("[data-answers]"), page.locator(".quiz__answer")
    show = button.inner_text()
    button.click()
    expect(answers.locator("visible=true").locator(".quiz__right").last).to_be_visible()
    expect(button).not_to_have_text(show)
    assert page.locator(".quiz__answer:not([open])").count() == 0
    answers.first.locator("summary").click()
    expect(button).to_have_text(show)
    button.click()
    button.click()
    expect(button).to_have_text(show)
    assert page.locator(".quiz__answer[open]").count() == 0
    page.goto(site.url(site.find("guide", KEY, lang)))
    expect(button).to_have_count(0)


def test_a_checklist_prints_with_its_boxes_and_reasons(desk, site, lang):
    page = desk.open(site.find("checklist", LIST, lang))
    sheets = printed(page)
    text = "".join(sheets)
    assert len(sheets) <= 6
    assert all(each in text for each in words(page, ".task > label"))
    assert all(each in text for each in words(page, ".task > div > p"))
    assert not any(each in text for each in words(page, ".checklist__progress button"))
    page.emulate_media(media="print")
    assert page.locator(".task input").locator("visible=true").count() == page.locator(".task").count()
