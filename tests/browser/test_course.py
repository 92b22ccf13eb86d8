"""A course, walked through as its reader does, in both languages, with script and without."""

import json
import re

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser.sitting import Sitting
from tests.conftest import ROOT

KEY = "pse-basics"
COURSE = yaml.load((ROOT / "content" / "courses" / f"{KEY}.yaml").read_text("utf-8"), yaml.BaseLoader)
LESSONS = [next(iter(each.items())) for module in COURSE["modules"] for each in module["lessons"]]
ALL = len(LESSONS)
NEXT_LESSON = f"lesson-steps [data-course={KEY}]:visible [rel=next]"
NEXT = {"id": "Pelajaran berikutnya", "en": "Next lesson"}
EXAM = {"id": "Ke ujian", "en": "To the exam"}
FAILED = {"id": "Kali ini belum lulus", "en": "Not passed this time"}
PASSED = {"id": "Lulus: 100%", "en": "Passed: 100%"}
COUNT = {"id": "{} dari {} pelajaran selesai", "en": "{} of {} lessons done"}
OTHER = {"id": "en", "en": "id"}


@pytest.fixture
def course(phone, site, lang):
    return phone.open(site.find("course", KEY, lang))


def records(page):
    return json.loads(page.evaluate("localStorage.pandu"))["records"]


def is_at(page, kind, key):
    """It waits: after a click the next page is on its way."""
    expect(page.locator("html")).to_have_attribute("data-kind", kind)
    expect(page.locator("html")).to_have_attribute("data-key", key)


def walk(page, lang, lessons):
    """From lesson to lesson by the link that leads on. Where nothing is kept, other courses show theirs beside it."""
    for kind, key in lessons:
        is_at(page, kind, key)
        page.locator(NEXT_LESSON).click()
        page.wait_for_load_state()


def test_a_reader_goes_through_a_course_to_its_exam_and_passes_the_second_time(course, site, lang):
    page = course
    expect(page.locator(".course__progress")).to_be_hidden()
    page.locator(".course__go").click()
    expect(page.locator(".breadcrumbs")).to_contain_text(COURSE["title"][lang])  # where I am is the course
    walk(page, lang, LESSONS[:-1])
    expect(page.locator("lesson-steps nav:visible [rel=next]")).to_have_text(EXAM[lang])
    walk(page, lang, LESSONS[-1:])
    is_at(page, "exam", COURSE["exam"])
    sitting = Sitting(page)
    sitting.start("a")
    sitting.answer_all(rightly=False)
    sitting.hand_in.click()
    expect(sitting.verdict).to_have_text(re.compile(FAILED[lang]))
    page.locator("[data-again]").click()
    sitting.start("b")
    sitting.answer_all()
    sitting.hand_in.click()
    expect(sitting.verdict).to_have_text(re.compile(re.escape(PASSED[lang])))
    page.goto(site.url(site.find("course", KEY, lang)))
    expect(page.locator(".course__progress output")).to_have_text(COUNT[lang].format(ALL, ALL))
    expect(page.locator("[data-final] strong")).to_contain_text("100%")
    expect(page.locator(".course__go")).to_be_hidden()  # nothing is left


def test_the_language_changes_midway_and_the_course_goes_on(course, site, lang):
    page = course
    page.locator(".course__go").click()
    walk(page, lang, LESSONS[:2])
    page.goto(site.url(site.find(*LESSONS[2], OTHER[lang])))
    expect(page.locator(".breadcrumbs")).to_contain_text(COURSE["title"][OTHER[lang]])
    page.goto(site.url(site.find("course", KEY, OTHER[lang])))
    expect(page.locator(".course__progress output")).to_have_text(COUNT[OTHER[lang]].format(2, ALL))
    page.reload()
    expect(page.locator(".course__progress output")).to_have_text(COUNT[OTHER[lang]].format(2, ALL))


def test_home_and_the_readers_own_page_lead_to_where_they_stopped(course, site, lang):
    page = course
    page.goto(site.url(site.find("home", "home", lang)))
    expect(page.locator("course-resume")).to_be_hidden()
    page.goto(site.url(site.find("course", KEY, lang)))
    page.locator(".course__go").click()
    walk(page, lang, LESSONS[:1])
    is_at(page, *LESSONS[1])
    for kind in ("home", "learning"):
        page.goto(site.url(site.find(kind, kind, lang)))
        page.locator("course-resume .button:visible").click()
        page.wait_for_load_state()
        is_at(page, *LESSONS[1])


def has_ring(box, done):
    """It draws how much is done, and who hears the page hears the same."""
    expect(box.get_by_role("progressbar")).to_have_js_property("value", done)
    expect(box.get_by_role("progressbar")).to_have_js_property("max", ALL)
    share = 100 * done // ALL
    expect(box.locator("[pathLength]")).to_have_attribute("stroke-dasharray", f"{share} 100")
    expect(box.locator("text")).to_be_visible(visible=done < ALL)
    expect(box.locator("text")).to_have_text(f"{share}%")
    expect(box.locator("path")).to_be_visible(visible=done == ALL)


def test_a_ring_fills_with_each_lesson_and_ends_with_a_tick(course, site, lang):
    page = course
    places = {
        site.find("course", KEY, lang): page.locator(".course__progress"),
        site.find("learning", "learning", lang): page.locator(f"course-resume [data-course={KEY}]"),
    }
    page.locator(".course__go").click()
    page.wait_for_load_state()
    for done, lesson in enumerate([None, *LESSONS]):
        if lesson:
            page.goto(site.url(site.find(*lesson, lang)))
            page.locator(".lesson__done input").check()
        if done in (0, 2, ALL):
            for address, box in places.items():
                page.goto(site.url(address))
                has_ring(box, done)
    page.locator("course-resume").get_by_role("link", name=EXAM[lang]).click()  # there is no lesson to go on with
    page.wait_for_load_state()
    is_at(page, "exam", COURSE["exam"])


def test_a_file_takes_a_course_to_another_device(course, device, site, lang):
    course.locator(".course__go").click()
    walk(course, lang, LESSONS[:2])
    course.goto(site.url(site.find("learning", "learning", lang)))
    with course.expect_download() as download:
        course.locator("[data-save]").click()
    other = device().open(site.find("learning", "learning", lang))
    other.set_input_files("[type=file]", download.value.path())
    expect(other.locator("[data-told]")).not_to_be_empty()
    has_ring(other.locator(f"course-resume [data-course={KEY}]"), 2)  # at once, without a new look at the page
    other.goto(site.url(site.find("course", KEY, lang)))
    expect(other.locator(".course__progress output")).to_have_text(COUNT[lang].format(2, ALL))


def test_a_lesson_is_done_when_its_box_is_ticked_and_open_again_without(course, site, lang):
    page = course
    page.goto(site.url(site.find(*LESSONS[0], lang)))
    box = page.locator(".lesson__done input")
    box.check()
    assert f"lesson/{'/'.join(LESSONS[0])}" in records(page)
    page.reload()
    expect(box).to_be_checked()
    box.uncheck()
    assert f"lesson/{'/'.join(LESSONS[0])}" not in records(page)


def test_a_checklist_is_done_with_its_last_tick(course, site, lang):
    page = course
    kind, key = next(each for each in LESSONS if each[0] == "checklist")
    page.goto(site.url(site.find(kind, key, lang)))
    for box in page.locator("checklist-form [type=checkbox]").all():
        box.check()
    page.goto(site.url(site.find("course", KEY, lang)))
    expect(page.locator(f"[data-lesson='{kind}/{key}'] .course__done")).to_be_visible()
    expect(page.locator(".course__done:visible")).to_have_count(1)
    first = next(name for name in records(page) if name.startswith(f"{kind}/{key}/"))
    old = 'localStorage.pandu.replace(`"${name}":true`, `"${name}":{"day":"2020-01-01"}`)'
    page.evaluate(f"(name) => (localStorage.pandu = {old})", first)
    page.reload()
    expect(page.locator(".course__done:visible")).to_have_count(1)  # be it open again by now, the lesson stays done


def test_who_comes_from_elsewhere_is_in_no_course(phone, site, lang):
    page = phone.open(site.find(*LESSONS[0], lang))
    expect(page.locator(".breadcrumbs")).not_to_contain_text(COURSE["title"][lang])
    expect(page.locator("lesson-steps nav").first).to_be_visible()  # but is told that there is one
    assert page.evaluate("localStorage.pandu") is None


def test_a_device_that_keeps_nothing_leads_through_the_course_all_the_same(phone, site, lang):
    phone.forbid_storage()
    page = phone.open(site.find("course", KEY, lang))
    page.locator(".course__go").click()
    walk(page, lang, LESSONS)
    is_at(page, "exam", COURSE["exam"])


def test_without_script_a_course_is_pages_that_lead_to_each_other(device, site, lang):
    page = device(script=False).open(site.find("course", KEY, lang))
    assert page.locator(".course__lessons a:visible").count() == ALL + 1
    expect(page.locator(".course__progress, .course__done").first).to_be_hidden()
    page.locator(".course__go").click()
    for kind, key in LESSONS:
        assert [page.locator("html").get_attribute(f"data-{each}") for each in ("kind", "key")] == [kind, key]
        expect(page.locator(".lesson__done").first).to_be_hidden()
        page.locator(NEXT_LESSON).click()
    assert page.locator("html").get_attribute("data-kind") == "exam"
