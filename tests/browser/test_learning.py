"""What a device remembers can be seen, taken along, added elsewhere, erased; and what was missed comes back."""

import json
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.asked import Asked
from tests.browser.quizzes import counted, read_quizzes

KEY = "pse/what-is-a-pse"
FIRST, SECOND, THIRD, *_ = read_quizzes()[KEY]
ALL = counted()[KEY]
YESTERDAY = str(date.today() - timedelta(1))
SAID = {
    "right": {"id": f"1 dari {ALL} tepat", "en": f"1 of {ALL} right"},
    "due": {"id": "Perlu diulang hari ini: 1.", "en": "Due for review today: 1."},
    "none": {"id": "Belum ada yang menunggu.", "en": "Nothing is waiting."},
    "strange": {"id": "Berkas ini tidak memuat data belajar.", "en": "This file holds no learning data."},
    "large": {"id": "Berkas ini terlalu besar", "en": "This file is too large"},
    "newer": {"id": "versi situs yang lebih baru", "en": "a newer version of the site"},
}


def records(page):
    return json.loads(page.evaluate("localStorage.pandu || '{\"records\":{}}'"))["records"]


def learn(device, site, lang):
    """One right answer and one wrong, a tick; then the page that tells of it."""
    page = device.open(site.find("quiz", KEY, lang))
    Asked(page, FIRST).answer(sorted(FIRST.right))
    Asked(page, SECOND).answer(SECOND.wrong[:1])
    page.goto(site.url(site.find("checklist", "ten-principles", lang)))
    page.locator("main [type=checkbox]").first.check()
    page.goto(site.url(site.find("learning", "learning", lang)))
    return page


def make_due(page):
    """As if the day had come."""
    change = f'(text) => text.replace(/"due":"[^"]+"/g, \'"due":"{YESTERDAY}"\')'
    page.evaluate(f"localStorage.pandu = ({change})(localStorage.pandu)")
    page.reload()


def save(page):
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    return download.value.path()


def test_it_says_how_far_each_quiz_has_come(phone, site, lang):
    page = learn(phone, site, lang)
    own = page.locator(f"li[data-quiz='{KEY}']")
    expect(own).to_contain_text(SAID["right"][lang])
    expect(own.locator("progress")).to_have_js_property("value", 1)
    other = site.find("learning", "learning", "en" if lang == "id" else "id")
    page.goto(site.url(other))
    expect(page.locator(f"li[data-quiz='{KEY}'] progress")).to_have_js_property("value", 1)


def test_a_file_takes_everything_to_another_device(device, site, lang):
    first = learn(device(), site, lang)
    path = save(first)
    second = device().open(site.find("learning", "learning", lang))
    expect(second.locator("[data-due]")).to_contain_text(SAID["none"][lang])
    second.set_input_files("[type=file]", path)
    expect(second.locator("[data-told]")).to_contain_text("3")
    assert records(second) == records(first)
    expect(second.locator(f"li[data-quiz='{KEY}']")).to_contain_text(SAID["right"][lang])
    assert save(second).read_bytes() == path.read_bytes()  # there and back


def test_a_file_that_is_added_takes_nothing_away(device, site, tmp_path):
    page = learn(device(), site, "en")
    before = records(page)
    old = {
        f"quiz/{KEY}/{FIRST.key}": {"answer": FIRST.wrong[:1], "score": 0, "day": "2026-01-01"},
        f"quiz/{KEY}/{THIRD.key}": {"answer": sorted(THIRD.right), "score": 1, "day": "2026-01-01"},
        "exam/pse-basics": {"done": [{"seed": "a", "day": "2026-01-01", "score": 0.5, "passed": False}]},
    }
    path = tmp_path / "old.json"
    path.write_text(json.dumps({"version": 2, "records": old}), "utf-8")
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).to_contain_text("Added from the file: 2.")
    del old[f"quiz/{KEY}/{FIRST.key}"]  # what is here is of a later day
    assert records(page) == before | old
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).to_contain_text("Added from the file: 0.")


def test_the_exams_of_both_devices_are_kept(device, site, tmp_path):
    page = device().open(site.find("learning", "learning", "en"))
    exams = [
        {"seed": seed, "day": f"2026-01-0{day}", "score": 0.5, "passed": False} for day, seed in ((2, "a"), (1, "b"))
    ]
    for number, exam in enumerate(exams):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps({"version": 2, "records": {"exam/pse-basics": {"done": [exam]}}}), "utf-8")
        page.set_input_files("[type=file]", path)
        expect(page.locator("[data-told]")).to_contain_text("Added from the file: 1.")
    assert [each["seed"] for each in records(page)["exam/pse-basics"]["done"]] == ["b", "a"]
    expect(page.locator("li[data-exam=pse-basics]")).to_contain_text("Best so far: 50%")


@pytest.mark.parametrize(
    ("text", "said"),
    [("no file of ours", "strange"), ("[]", "strange"), ('{"version":2}', "strange"), ('{"version":3}', "newer")],
)
def test_a_file_that_is_none_of_ours_changes_nothing(device, site, lang, tmp_path, text, said):
    page = learn(device(), site, lang)
    before = records(page)
    path = tmp_path / "other.json"
    path.write_text(text, "utf-8")
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).to_contain_text(SAID[said][lang])
    assert records(page) == before


DAMAGED = {
    "__proto__": {"answer": ["x"]},
    "quiz/constructor/x": {"answer": ["x"]},
    "quiz/<img src=x onerror=alert(1)>/x": {"answer": ["x"]},
    f"quiz/{KEY}/{SECOND.key}": {"answer": [["x"]]},
    f"quiz/{KEY}/{THIRD.key}": {"answer": ["x" * 10_001]},
    "exam/pse-basics": {"done": "all"},
    "exam/mse-basics": {"done": [None]},
    "collector/PANDU1": None,
    "course/pse-basics": {"at": {"day": 1}},
    "course/now": '"], [data-x="',  # would be part of a selector
    "assessment/ten-principles/x": {"level": {"a": {"b": {"c": {"d": {"e": 1}}}}}},
    "lesson/guide/pse": ["2026-01-01"],
    "learner/name": {"toString": "x"},
    "setting/scheme": {"__proto__": 1},
    "setting": "dark",
}


def test_what_no_page_could_read_is_left_out_and_the_rest_is_added(device, site, lang, tmp_path):
    """One record of a wrong kind would stay on the device, and break its page every day."""
    page = device().open(site.find("learning", "learning", lang))
    good = {f"quiz/{KEY}/{FIRST.key}": {"answer": sorted(FIRST.right), "score": 1, "day": "2026-01-01"}}
    path = tmp_path / "damaged.json"
    path.write_text(json.dumps({"version": 2, "records": DAMAGED | good}), "utf-8")
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).to_contain_text(
        {"id": "Ditambahkan dari berkas: 1.", "en": "Added from the file: 1."}[lang]
    )
    expect(page.locator("[data-told]")).to_contain_text(f": {len(DAMAGED)}.")
    assert records(page) == good
    assert page.evaluate("({}).answer === undefined")
    page.reload()
    expect(page.locator(f"li[data-quiz='{KEY}']")).to_contain_text(SAID["right"][lang])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" " * 2_000_001, "large"),
        (json.dumps({"version": 2, "records": {f"search/{at}": 1 for at in range(20_001)}}), "strange"),
        ('{"version":2,"records":' + "[" * 100_000, "strange"),
    ],
    ids=["bytes", "records", "brackets"],
)
def test_a_file_that_is_too_much_is_refused_before_it_costs_anything(device, site, lang, tmp_path, text, said):
    page = device().open(site.find("learning", "learning", lang))
    path = tmp_path / "much.json"
    path.write_text(text, "utf-8")
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).to_contain_text(SAID[said][lang])
    assert records(page) == {}


def test_a_file_of_an_older_site_is_brought_up_to_date(device, site, tmp_path):
    page = device().open(site.find("learning", "learning", "en"))
    path = tmp_path / "old.json"
    path.write_text(json.dumps({"version": 1, "records": {f"quiz/{KEY}/{FIRST.key}": sorted(FIRST.right)}}), "utf-8")
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).to_contain_text("Added from the file: 1.")
    assert records(page) == {f"quiz/{KEY}/{FIRST.key}": {"answer": sorted(FIRST.right)}}


def test_everything_can_be_erased_after_a_second_press(phone, site):
    page = learn(phone, site, "en")
    page.locator("[data-erase]").click()
    expect(page.locator("[data-told]")).to_contain_text("Press again")
    assert records(page)
    page.locator("[data-erase]").click()
    expect(page.locator("[data-told]")).to_have_text("Erased.")
    assert page.evaluate("localStorage.length") == 0


def test_what_was_missed_comes_back_on_its_day(phone, site, lang):
    page = learn(phone, site, lang)
    expect(page.locator(".learning__review .button")).to_be_hidden()  # not before tomorrow
    make_due(page)
    expect(page.locator("[data-due]")).to_have_text(SAID["due"][lang])
    page.locator(".learning__review .button").click()
    expect(page.locator("review-deck fieldset")).to_have_count(1)
    asked = Asked(page, SECOND)
    asked.is_unanswered()  # what was answered then is not shown
    asked.answer(sorted(SECOND.right))
    expect(asked.box).to_have_attribute("data-verdict", "right")
    kept = records(page)[f"quiz/{KEY}/{SECOND.key}"]
    assert (kept["box"], kept["due"]) == (2, str(date.today() + timedelta(3)))
    asked.answers.locator("summary").click()
    asked.answers.locator("a").click()
    expect(page.locator(":target")).to_be_in_viewport()  # the link leads from the deck as from the quiz


def test_a_quiz_that_can_not_be_fetched_is_a_link(phone, site):
    page = learn(phone, site, "en")
    make_due(page)
    phone.expect_wrong("gets nothing")
    phone.expect_wrong("console: Failed to load resource")
    phone.context.route("**/quiz/**", lambda route: route.abort("connectionfailed"))
    page.locator(".learning__review .button").click()
    expect(page.locator("review-deck output")).to_have_text("The questions could not be fetched. Open a quiz instead:")
    expect(page.locator(f"li[data-quiz='{KEY}']")).to_contain_text("1 due")


def test_without_script_the_pages_are_lists_of_links(device, site, lang):
    for kind in ("learning", "review"):
        page = device(script=False).open(site.find(kind, kind, lang))
        assert page.locator("main li a:visible").count() >= len(read_quizzes())
        expect(page.locator("main progress").first).not_to_be_visible()
        assert page.locator("main button:visible, main [type=file]:visible").count() == 0
