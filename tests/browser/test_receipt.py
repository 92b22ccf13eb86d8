"""The code of a result: what it says, that a wrong letter is told, and that a camera reads the picture of it."""

import io
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.exams import read_exams
from tests.browser.sitting import Sitting
from tests.browser.targets import small_targets
from tests.browser.telling import tell
from tests.browser.wide import too_wide

KEY = next(iter(read_exams()))
EXAMS = list(read_exams())
CODE = re.compile(r"PANDU1-[A-Z0-9]{1,12}(-[0-9A-HJKMNP-TV-Z]{4}){3}")
RESULT = {"exam": KEY, "seed": "k7m2xq", "day": "2026-11-26", "score": 80, "passed": True, "mark": 4711}
READ = "([line, exams]) => pandu.receipt.read(line, exams)"
WRITE = "([result, name]) => pandu.receipt.write(result, name)"


@pytest.fixture
def page(phone, site):
    return phone.open(site.find("exam", KEY, "en"))


@pytest.fixture
def done(device, site):
    """An exam that was handed in, with what is for the trainer unfolded."""

    def done(lang="en", rightly=True, **options):
        sitting = Sitting(device(**options).open(site.find("exam", KEY, lang)))
        sitting.start("k7m2xq")
        sitting.answer_all(rightly)
        sitting.hand_in.click()
        expect(sitting.form).to_have_attribute("data-state", "done")
        sitting.page.locator(".receipt summary").click()
        return sitting

    return done


def code(page):
    return page.locator(".receipt__code")


def read(page, line):
    return page.evaluate(READ, [line, EXAMS])


def write(page, name="", **changes):
    return page.evaluate(WRITE, [RESULT | changes, name])


def test_before_an_exam_is_handed_in_there_is_no_code(phone, site):
    sitting = Sitting(phone.open(site.find("exam", KEY, "en")))
    expect(sitting.page.locator(".receipt")).to_be_hidden()
    sitting.start("k7m2xq")
    expect(sitting.page.locator(".receipt")).to_be_hidden()


def test_it_says_what_was_reached_and_the_name_that_is_typed(done, lang):
    for rightly in (True, False):
        page = done(lang, rightly).page
        assert CODE.fullmatch(code(page).inner_text())
        page.locator("[name=name]").fill("Bu (Lina)  Sari")
        assert code(page).inner_text().endswith(" (Bu Lina Sari)")
        [said] = read(page, code(page).inner_text())
        assert (said["exam"], said["seed"], said["name"]) == (KEY, "k7m2xq", "Bu Lina Sari")
        assert (said["score"] == 100, said["passed"]) == (rightly, rightly)
        assert said["day"] == page.evaluate("pandu.day()")


def test_the_camera_of_a_trainer_reads_the_picture(done, scheme, lang):
    page = done(lang, scheme=scheme).page
    page.locator("[name=name]").fill("Pak Kadek Suryawan, meja 12")
    shot = page.locator(".receipt__picture svg").screenshot()
    assert [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))] == [code(page).inner_text()]


def test_the_picture_stays_where_the_reader_has_colours_of_their_own(done):
    page = done(scheme="dark", forced_colors="active").page
    shot = page.locator(".receipt__picture svg").screenshot()
    assert [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))] == [code(page).inner_text()]


def test_texts_of_every_length_are_drawn_as_the_standard_has_it(page):
    """106 bytes are what version 6 holds at level M."""
    for length in range(1, 107):
        text = ("Kadek é 12-" * 20).encode()[:length].decode("utf-8", "ignore")
        rows = page.evaluate("(text) => pandu.qr(text)", text)
        size = len(rows) + 8
        image = Image.new("L", (size, size), 255)
        for y, row in enumerate(rows):
            for x, cell in enumerate(row):
                image.putpixel((x + 4, y + 4), 0 if cell else 255)
        [found] = zxingcpp.read_barcodes(image.resize((size * 4, size * 4), Image.Resampling.NEAREST))
        assert (found.text, found.ec_level) == (text, "M")
    assert page.evaluate("pandu.qr('x'.repeat(107))") is None


def test_the_last_exam_has_the_same_code_when_it_is_looked_at_again(done):
    sitting = done()
    before = code(sitting.page).inner_text()
    sitting.page.reload()
    sitting.page.get_by_role("button", name="See the last one again").click()
    sitting.page.locator(".receipt summary").click()
    expect(code(sitting.page)).to_have_text(before)


def test_an_exam_from_before_there_were_codes_has_none(done):
    sitting = done()
    sitting.page.evaluate(
        "(key) => { const found = pandu.get(key); delete found.last.day; pandu.set([[key, found]]); }", f"exam/{KEY}"
    )
    sitting.page.reload()
    sitting.page.get_by_role("button", name="See the last one again").click()
    expect(sitting.page.locator(".exam__result")).to_be_visible()
    expect(sitting.page.locator(".receipt")).to_be_hidden()


def test_two_learners_with_the_same_score_have_different_codes(done):
    assert len({code(done().page).inner_text() for _ in range(3)}) == 3


def test_it_is_read_as_people_write_it(page):
    text = write(page, "Sari")
    bare = text.split(" ")[0]
    for line in (
        f"[26/11 09.12] Sari: halo, {text} terima kasih",
        f"{bare.lower()}(Sari)",
        text.replace("-", " "),
        text.replace("-", "–"),
        f"PANDU 1 {bare.partition('-')[2].replace('-', ' - ')} (Sari)",
        bare[:-14] + bare[-14:].replace("0", "O").replace("1", "l") + "(Sari)",
    ):
        [said] = read(page, line)
        assert {key: said.get(key) for key in (*RESULT, "name")} == RESULT | {"name": "Sari"}, line
        assert said["code"] == bare
    assert [each["code"] for each in read(page, f"{bare}, {bare}")] == [bare, bare]
    assert read(page, "Pandu luar biasa, nilai 80") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"score": 0, "passed": False, "mark": 0, "day": "2026-01-01"},
        {"score": 100, "mark": 16383, "day": "2048-06-05"},
        {"seed": "a", "exam": EXAMS[-1]},
        {"seed": "kota7kota7xy"},
    ],
)
def test_every_result_is_read_as_it_was_written(page, changes):
    [said] = read(page, write(page, **changes))
    assert {key: said[key] for key in RESULT} == RESULT | changes


def test_a_day_that_no_code_can_say_is_the_nearest(page):
    assert read(page, write(page, day="2025-12-31"))[0]["day"] == "2026-01-01"
    assert read(page, write(page, day="2080-01-01"))[0]["day"] == "2048-06-05"


def test_one_wrong_letter_is_told(page):
    """Whatever letter stands for another, a swap of neighbours, one too few and one too many."""
    text = write(page)
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    start = len("PANDU1-")
    wrong = {text[:at] + each + text[at + 1 :] for at in range(start, len(text)) for each in signs if text[at] != "-"}
    wrong |= {
        text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        for at in range(start, len(text) - 1)
        if "-" not in text[at : at + 2]
    }
    wrong |= {text[:-1], text + "7", text.replace("-", "", 2)}
    wrong -= {text}
    taken = page.evaluate(
        "([lines, exams]) => lines.filter((line) => pandu.receipt.read(line, exams).some((each) => !each.wrong))",
        [sorted(wrong), EXAMS],
    )
    assert taken == []
    assert read(page, text[:-1] + "7" if text[-1] != "7" else text[:-1] + "8")[0]["wrong"].startswith("PANDU1-K7M2XQ")


def test_a_code_of_an_exam_that_nobody_knows_is_wrong(page):
    assert "wrong" in read(page, write(page, exam="another-site"))[0]


def test_it_is_copied_or_marked_to_be_copied(done, lang):
    page = done(lang).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy]").click()
    expect(page.locator(".receipt output")).to_have_text({"id": "Disalin.", "en": "Copied."}[lang])
    assert page.evaluate("navigator.clipboard.readText()") == code(page).inner_text()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("[data-copy]").click()
    assert page.evaluate("getSelection().toString()") == code(page).inner_text()


def test_a_device_that_keeps_nothing_gives_the_code_all_the_same(done, device, site):
    phone = device()
    phone.forbid_storage()
    sitting = Sitting(phone.open(site.find("exam", KEY, "en")))
    sitting.start("a")
    sitting.answer_all()
    sitting.hand_in.click()
    sitting.page.locator(".receipt summary").click()
    assert CODE.fullmatch(code(sitting.page).inner_text())


def test_whose_name_the_device_knows_need_not_type_it(done, device, site):
    sitting = done()
    expect(sitting.page.locator("[name=name]")).to_have_value("")
    sitting.page.evaluate("pandu.set([['learner/name', 'Bu Lina']])")
    sitting.page.reload()
    sitting.page.get_by_role("button", name="See the last one again").click()
    expect(sitting.page.locator("[name=name]")).to_have_value("Bu Lina")
    assert code(sitting.page).text_content().endswith(" (Bu Lina)")


@pytest.mark.parametrize("size", [320, 1280])
def test_it_can_be_used_by_everyone(done, scheme, size):
    page = done("id", width=size, scheme=scheme).page
    page.locator("[name=name]").fill("Kadek Suryawan")
    small = [each for each in small_targets(page) if "receipt" in each.where]
    tell([*violations(page), *too_wide(page), *map(str, small)])
