"""What a reader has done stays theirs when a guide, a checklist, a course or an exam gets another key."""

import json
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.asked import Asked
from tests.browser.device import Device
from tests.browser.quizzes import read_quizzes
from tests.browser.serving import Server
from tests.browser.shown import Site
from tests.browser.telling import tell
from tests.site.project import build, copy_project

pytestmark = pytest.mark.thorough

LANG = "id"
OLD, NEW = "pse/what-is-a-pse", "pse/who-is-a-pse"
FIRST, SECOND, *_ = read_quizzes()[OLD]
RENAMED = {
    OLD: NEW,
    "before-joining-a-marketplace": "joining",
    "course/pse-basics": "pse-start",
    "exam/pse-basics": "pse-final",
}


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    """The site after all has been renamed, each in a commit of its own."""
    project = copy_project(tmp_path_factory.mktemp("renamed") / "project")
    code = (
        "import sys, pathlib, tools.rename; key, new, *slugs = sys.argv[1:]; "
        "sys.exit(tools.rename.rename(key, new, slugs, pathlib.Path.cwd()))"
    )
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@pandu.example"]
    subprocess.run([*git, "init", "-q"], cwd=project, check=True)
    for names in RENAMED.items():
        rename = [sys.executable, "-c", code, *names, *(["id=siapa-pse"] if OLD in names else [])]
        for command in ([*git, "add", "-A"], [*git, "commit", "-qm", "x"], rename):
            subprocess.run(command, cwd=project, check=True, capture_output=True)
    build(project)
    with Server(project / "output") as server:
        yield Site(project / "output", server.base, server.base)


def records(page):
    return json.loads(page.evaluate("localStorage.pandu"))["records"]


def done_before(phone, site):
    """A learner's traces of every kind; what the device holds, as text."""
    page = phone.open(site.find("course", "pse-basics", LANG))
    page.locator(".course__go").click()
    page.goto(site.url(site.find("quiz", OLD, LANG)))
    Asked(page, FIRST).answer(sorted(FIRST.right))
    Asked(page, SECOND).answer(SECOND.wrong[:1])
    page.goto(site.url(site.find("guide", OLD, LANG)))
    page.locator("lesson-steps [type=checkbox]").check()
    page.goto(site.url(site.find("checklist", "before-joining-a-marketplace", LANG)))
    page.locator("main [type=checkbox]").first.check()
    page.goto(site.url(site.find("exam", "pse-basics", LANG)))
    page.locator(".exam__seed button").click()
    expect(page.locator(".exam__end")).to_be_visible()
    page.wait_for_function("JSON.parse(localStorage.pandu).records['exam/pse-basics']")
    return page.evaluate("localStorage.pandu")


@pytest.fixture
def phone_later(browser, later):
    """It is another device here, since the site is another origin."""
    device = Device(browser, later)
    yield device
    tell(device.close())


@pytest.fixture(scope="module")
def held(browser, site):
    """What the learner's device held before."""
    device = Device(browser, site)
    found = done_before(device, site)
    tell(device.close())
    return found


@pytest.fixture
def moved(phone_later, later, held):
    """The learner's device on the site as it is now."""
    page = phone_later.open(later.find("topic", "pse", LANG))  # a page that reads no record
    page.evaluate("(held) => localStorage.setItem('pandu', held)", held)
    return page


def test_a_quiz_its_guide_and_its_lesson_are_still_answered(moved, later):
    for kind in ("quiz", "guide"):
        moved.goto(later.url(later.find(kind, NEW, LANG)))
        expect(moved.locator(f"fieldset[data-key={FIRST.key}]").first).to_have_attribute("data-verdict", "right")
    expect(moved.locator("lesson-steps [type=checkbox]")).to_be_checked()
    expect(moved.locator("lesson-steps [data-course='pse-start']")).to_be_visible()
    now = records(moved)  # the page has kept where the reader is, and with it all that has moved
    assert now["course/now"] == "pse-start"
    assert now["course/pse-start"]["at"] == f"guide/{NEW}"
    assert [key for key in now if OLD in key] == []
    assert now[f"quiz/{NEW}/{FIRST.key}"]["score"] == 1


def test_a_checklist_is_still_ticked(moved, later):
    moved.goto(later.url(later.find("checklist", "joining", LANG)))
    expect(moved.locator("main [type=checkbox]").first).to_be_checked()


def test_an_exam_that_was_begun_goes_on(moved, later):
    drawn = records(moved)["exam/pse-basics"]["open"]["keys"]
    moved.goto(later.url(later.find("exam", "pse-final", LANG)))
    expect(moved.locator(".exam__end")).to_be_visible()
    shown = moved.locator(".exam__questions fieldset:visible")
    expect(shown).to_have_count(len(drawn))
    assert shown.evaluate_all("(all) => all.map((each) => each.dataset.key)") == [
        key.replace(OLD, NEW) for key in drawn
    ]


def test_my_learning_the_review_and_the_course_count_it(moved, later):
    moved.goto(later.url(later.find("learning", "learning", LANG)))
    expect(moved.locator(f"li[data-quiz='{NEW}'] progress")).to_have_js_property("value", 1)
    moved.goto(later.url(later.find("course", "pse-start", LANG)))
    expect(moved.locator(".course__progress")).to_be_visible()
    assert moved.locator(".course__progress progress").evaluate("(bar) => bar.value") >= 1
    moved.goto(later.url(later.find("home", "home", LANG)))
    expect(moved.locator("course-resume [data-course='pse-start']")).to_be_visible()


def test_a_file_that_was_saved_before_can_be_added(phone_later, later, held, tmp_path):
    saved = tmp_path / "saved.json"
    saved.write_text(held, "utf-8")
    page = phone_later.open(later.find("learning", "learning", LANG))
    page.locator("[type=file]").set_input_files(saved)
    expect(page.locator(f"li[data-quiz='{NEW}'] progress")).to_have_js_property("value", 1)
    assert [key for key in records(page) if OLD in key] == []


def test_the_later_answer_counts_where_there_are_two(moved, later):
    """Somebody answered the old page in a tab that stayed open."""
    change = """([old, now]) => {
      const held = JSON.parse(localStorage.pandu);
      held.records[now] = Object.assign({}, held.records[old], { day: "2020-01-01", score: 0 });
      localStorage.pandu = JSON.stringify(held);
    }"""
    moved.evaluate(change, [f"quiz/{OLD}/{FIRST.key}", f"quiz/{NEW}/{FIRST.key}"])
    moved.goto(later.url(later.find("guide", NEW, LANG)))
    assert records(moved)[f"quiz/{NEW}/{FIRST.key}"]["score"] == 1


def test_pages_that_read_none_of_it_carry_nothing_of_it(later):
    carrying = {(page.kind, page.key) for page in later.pages if "data-moved" in later.text(page)}
    assert ("guide", NEW) in carrying
    assert ("guide", "payments/ten-principles") not in carrying
    assert {kind for kind, _ in carrying}.isdisjoint({"topic", "regulation", "search", "glossary", "page"})


@pytest.mark.parametrize("kind", ["guide", "quiz", "paper"])
def test_an_old_address_leads_on_also_without_script(browser, site, later, kind):
    key = f"quiz/{OLD}" if kind == "paper" else OLD
    device = Device(browser, later, script=False)
    page = device.open(site.find(kind, key, LANG))
    new = later.url(later.find(kind, key.replace(OLD, NEW), LANG))
    page.wait_for_url(new)
    tell(device.close())


def test_a_code_from_before_the_exam_was_renamed_still_counts(phone_later, later):
    page = phone_later.open(later.find("collector", "collector", LANG))
    sitting = {"exam": "pse-basics", "seed": "k7m2xq", "day": "2026-11-20", "score": 80, "passed": True, "mark": 7}
    code = page.evaluate("(sitting) => pandu.receipt.write(sitting, 'Sari')", sitting)
    page.locator("#codes").fill(code)
    page.locator(".collector__form button").first.click()
    expect(page.locator("[data-found] tr")).to_have_count(1)
    expect(page.locator("[data-found] tr")).to_contain_text("80%")
