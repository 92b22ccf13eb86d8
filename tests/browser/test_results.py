"""What was answered can be kept: as a table, as a file for programs, on paper."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.asked import Asked
from tests.browser.quizzes import counted, read_quizzes

KEY = "pse/what-is-a-pse"
FIRST, SECOND, *_ = read_quizzes()[KEY]
TITLE = {"id": "Simpan hasil saya", "en": "Keep my results"}
HEAD = {
    "id": ["No.", "Soal", "Jawaban saya", "Jawaban tepat", "Poin", "Dari"],
    "en": ["No.", "Question", "My answer", "Right answer", "Points", "Out of"],
}


@pytest.fixture
def page(phone, site, lang):
    """The quiz with two answers, the second of which is wrong."""
    page = phone.open(site.find("quiz", KEY, lang))
    expect(page.get_by_text(TITLE[lang])).to_be_hidden()
    Asked(page, FIRST).answer(sorted(FIRST.right))
    Asked(page, SECOND).answer(SECOND.wrong[:1])
    expect(page.get_by_text(TITLE[lang])).to_be_visible()
    return page


def saved(page, button):
    with page.expect_download() as download:
        page.locator(f"quiz-results [data-download={button}]").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_a_table_has_every_question_with_what_was_answered(page, lang):
    name, data = saved(page, "csv")
    assert name.startswith("pandu-pse-what-is-a-pse-20")
    assert data.startswith(b"\xef\xbb\xbf")  # spreadsheets take it for UTF-8
    head, *rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter={"id": ";", "en": ","}[lang])
    assert head == HEAD[lang]
    assert len(rows) == counted()[KEY]
    texts = [Asked(page, FIRST).words(choice).inner_text() for choice in FIRST.right]
    assert all(text in rows[0][2] and text in rows[0][3] for text in texts)
    assert [row[4:] for row in rows[:2]] == [["1", "1"], ["0", "1"]]
    assert rows[2][2] in ("no answer", "tidak dijawab")


def test_a_program_gets_keys_and_points(page, lang):
    _, data = saved(page, "json")
    found = json.loads(data)
    assert (found["quiz"], found["lang"]) == (KEY, lang)
    assert [each["key"] for each in found["questions"]][:2] == [FIRST.key, SECOND.key]
    assert [each["points"] for each in found["questions"]][:3] == [1, 0, 0]


def test_paper_gets_the_results_and_not_the_page_around_them(page, lang):
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name={"id": "Cetak", "en": "Print"}[lang], exact=True).click()
    text = " ".join(PdfReader(BytesIO(page.pdf())).pages[0].extract_text().split())
    assert HEAD[lang][2] in text
    assert TITLE[lang] not in text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".results__sheet")).to_have_count(0)


def test_a_cell_that_a_spreadsheet_would_compute_becomes_a_text(page):
    text = page.evaluate("pandu.csv([['=1+1', '-2', '@a', '+3', 'a\"b', 'Rp1.000', 5, 0.5]], 'en')")
    assert text == '\ufeff"\'=1+1","\'-2","\'@a","\'+3","a""b","Rp1.000","5","0.5"\r\n'


def test_a_number_is_written_as_the_spreadsheet_of_the_language_reads_it(page):
    assert page.evaluate("pandu.csv([[1234.5, 2]], 'id')") == '\ufeff"1234,5";"2"\r\n'
