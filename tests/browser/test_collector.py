"""Who trains adds up the codes of a group: pasted, typed or scanned; the table stays on the device."""

import csv
import io
import json

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.accessibility import violations
from tests.browser.exams import read_exams
from tests.browser.targets import small_targets
from tests.browser.telling import tell
from tests.browser.wide import too_wide

EXAMS = read_exams()
KEY, OTHER, *_ = EXAMS
HEAD = {
    "id": ["Nama", "Ujian", "Hari", "Nilai", "Lulus", "Kode"],
    "en": ["Name", "Exam", "Day", "Score", "Passed", "Code"],
}
SUMS = {
    "id": "Hasil: 3. Lulus: 2. Nilai rata-rata: 71%.",
    "en": "Results: 3. Passed: 2. Average score: 71%.",
}
EMPTY = {"id": "Belum ada hasil.", "en": "No result yet."}
ADDED = {"id": "Ditambahkan: {}. Sudah ada: {}.", "en": "Added: {}. There already: {}."}
WRONG = {"id": "Baris {}: PANDU1-K7M2XQ-5450", "en": "Line {}: PANDU1-K7M2XQ-5450"}
NONE = {"id": "Tidak ada kode yang ditemukan.", "en": "No code was found."}
SURE = {"id": "Tekan sekali lagi", "en": "Press again"}
NO_DETECTOR = "delete window.BarcodeDetector;"
CAMERA = """
window.before = [];
window.BarcodeDetector = class { async detect() { return before.map((rawValue) => ({ rawValue })); } };
if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = async () => {
  const canvas = document.createElement("canvas");
  const painted = canvas.getContext("2d");
  setInterval(() => painted.fillRect(0, 0, canvas.width, canvas.height), 50);
  return (window.stream = canvas.captureStream());
};
"""
REFUSES = """
window.BarcodeDetector = class {};
const refuse = async () => { throw new DOMException("", "NotAllowedError"); };
if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = refuse;
"""


@pytest.fixture
def phone(device):
    phone = device()
    phone.context.add_init_script(NO_DETECTOR)
    return phone


@pytest.fixture
def page(phone, site, lang):
    return phone.open(site.find("collector", "collector", lang))


def code(page, name="", exam=KEY, score=80, mark=1):
    """As the page of an exam writes it."""
    result = {"exam": exam, "seed": "k7m2xq", "day": "2026-11-26", "score": score, "passed": score >= 70, "mark": mark}
    return page.evaluate("([result, name]) => pandu.receipt.write(result, name)", [result, name])


def three(page):
    return [code(page, "Sari"), code(page, "Budi", OTHER, 92, 2), code(page, "", KEY, 40, 3)]


def add(page, *lines):
    page.locator("textarea").fill("\n".join(lines))
    page.locator("form .button").first.click()


def table(page):
    return [row.locator("td").all_inner_texts() for row in page.locator("[data-found] tr").all()]


def sums(page):
    return page.locator(".collector__sums output")


def told(page):
    return page.locator(".collector__told")


def test_without_script_it_is_a_table_to_fill_in_by_hand(device, site, lang):
    page = device(script=False, width=1280).open(site.find("collector", "collector", lang))
    assert page.locator("th").all_inner_texts() == HEAD[lang]
    assert page.locator("main tbody tr:visible").count() == 20
    assert page.locator("main :is(button, textarea):visible").count() == 0
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) == 1
    assert all(each in sheets[0].extract_text() for each in HEAD[lang])


def test_codes_of_a_chat_become_a_table_with_its_sums(page, lang):
    expect(sums(page)).to_have_text(EMPTY[lang])
    expect(page.locator(".collector .table")).to_be_hidden()
    sari, budi, nobody = three(page)
    add(page, "[26/11 09.12] Bu Guru: kirim ya", f"[26/11 09.13] +62: {sari} makasih", budi.lower(), f"ini: {nobody}")
    rows = table(page)
    assert [row[0] for row in rows] == ["Sari", "budi", ""]
    assert [row[1] for row in rows] == [EXAMS[each]["title"][lang] for each in (KEY, OTHER, KEY)]
    assert [row[3] for row in rows] == ["80%", "92%", "40%"]
    assert [row[4] for row in rows] == [{"id": "ya", "en": "yes"}[lang]] * 2 + [{"id": "belum", "en": "no"}[lang]]
    assert [row[5] for row in rows] == [each.split(" ")[0] for each in (sari, budi, nobody)]
    expect(sums(page)).to_have_text(SUMS[lang])
    expect(told(page)).to_have_text(ADDED[lang].format(3, 0))
    expect(page.locator("textarea")).to_have_value("")


def test_a_code_counts_once_and_a_name_that_comes_later_is_taken(page, lang):
    bare = code(page)
    add(page, bare, bare)
    expect(told(page)).to_have_text(ADDED[lang].format(1, 1))
    add(page, f"{bare} (Sari)")
    expect(told(page)).to_have_text(ADDED[lang].format(0, 1))
    add(page, bare)
    assert [row[0] for row in table(page)] == ["Sari"]


def test_a_wrong_code_is_told_with_its_line_and_stays_to_be_mended(page, lang):
    sari = code(page, "Sari")
    add(page, sari, "", "PANDU1-K7M2XQ-5450-HHHH-HHHH (Budi)", "terima kasih")
    wrong = page.locator(".collector__wrong li")
    expect(wrong).to_have_count(1)
    expect(wrong).to_contain_text(WRONG[lang].format(3))
    assert len(table(page)) == 1
    expect(page.locator("textarea")).to_have_value(f"{sari}\n\nPANDU1-K7M2XQ-5450-HHHH-HHHH (Budi)\nterima kasih")
    add(page, sari, "terima kasih")
    expect(wrong).to_have_count(0)
    add(page, "terima kasih")
    expect(told(page)).to_contain_text(NONE[lang])


def test_it_stays_on_the_device_in_both_languages_until_it_is_erased(phone, site, page, lang):
    add(page, *three(page))
    assert set(json.loads(page.evaluate("localStorage.pandu"))["records"]) == {
        f"collector/{each.split(' ')[0]}" for each in three(page)
    }
    other = phone.open(site.find("collector", "collector", {"id": "en", "en": "id"}[lang]))
    assert [row[0] for row in table(other)] == ["Sari", "Budi", ""]
    erase = page.locator("[data-erase]")
    erase.click()
    expect(page.locator(".collector__keep output")).to_contain_text(SURE[lang])
    assert len(table(page)) == 3
    erase.click()
    expect(sums(page)).to_have_text(EMPTY[lang])
    expect(sums(other)).to_have_text(EMPTY[{"id": "en", "en": "id"}[lang]])
    assert json.loads(page.evaluate("localStorage.pandu"))["records"] == {}


def test_the_table_is_saved_for_spreadsheets(page, lang):
    add(page, *three(page), code(page, "=1+1", mark=4))
    with page.expect_download() as download:
        page.locator("[data-download=csv]").click()
    assert download.value.suggested_filename.startswith("pandu-results-20")
    text = download.value.path().read_bytes().decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter={"id": ";", "en": ","}[lang], strict=True)
    assert head == HEAD[lang]
    assert [row[0] for row in rows] == ["Sari", "Budi", "", "'=1+1"]
    assert [row[2:4] for row in rows[:3]] == [["2026-11-26", "80"], ["2026-11-26", "92"], ["2026-11-26", "40"]]


def test_it_prints_the_table_or_an_empty_one(page, lang):
    assert page.locator("[data-print]").is_visible()
    page.emulate_media(media="print")
    assert page.locator("[data-blank] tr:visible").count() == 20
    page.emulate_media(media="screen")
    add(page, *three(page))
    page.emulate_media(media="print")
    assert page.locator("main tbody tr:visible").count() == 3
    assert page.locator("main :is(button, textarea, .collector__hint):visible").count() == 0
    expect(sums(page)).to_be_visible()


@pytest.mark.parametrize("trouble", ["forbid_storage", "fill_storage"])
def test_a_device_that_keeps_nothing_says_so(phone, site, lang, trouble):
    getattr(phone, trouble)()
    page = phone.open(site.find("collector", "collector", lang))
    add(page, *three(page))
    assert len(table(page)) == 3
    expect(page.locator("[data-forgets]")).to_be_visible()


def test_where_the_browser_can_not_scan_it_says_so(page):
    expect(page.locator("[data-scan]")).to_be_hidden()
    expect(page.locator("[data-blind]")).to_be_visible()


def test_the_camera_reads_one_code_after_the_other(device, site, lang):
    phone = device()
    phone.context.add_init_script(CAMERA)
    page = phone.open(site.find("collector", "collector", lang))
    expect(page.locator("[data-blind]")).to_be_hidden()
    button = page.locator("[data-scan]")
    words = button.inner_text()
    button.click()
    expect(page.locator("video")).to_be_visible()
    for number, each in enumerate(three(page), 1):
        page.evaluate("(code) => (before = [code])", each)
        expect(page.locator("[data-found] tr")).to_have_count(number)
    page.evaluate("before = ['https://another.example/']")
    expect(told(page)).to_contain_text(NONE[lang])
    button.click()
    expect(page.locator("video")).to_be_hidden()
    expect(button).to_have_text(words)
    assert page.evaluate("stream.getTracks().every((track) => track.readyState === 'ended')")


def test_who_refuses_the_camera_is_told_what_to_do(device, site, lang):
    phone = device()
    phone.context.add_init_script(REFUSES)
    page = phone.open(site.find("collector", "collector", lang))
    page.locator("[data-scan]").click()
    expect(told(page)).to_contain_text({"id": "Kamera tidak dapat dipakai", "en": "The camera can’t be used"}[lang])
    expect(page.locator("video")).to_be_hidden()


@pytest.mark.parametrize("size", [320, 1280])
def test_it_can_be_used_by_everyone(device, site, scheme, size):
    page = device(width=size, scheme=scheme).open(site.find("collector", "collector", "id"))
    add(page, *three(page), "PANDU1-K7M2XQ-5450-HHHH-HHHH")
    tell([*violations(page), *too_wide(page), *map(str, small_targets(page))])
