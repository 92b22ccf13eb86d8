"""A lesson in one file, opened from a disk without network: with script and without, in both languages."""

import re

import pytest

from tests.browser.accessibility import violations
from tests.browser.telling import tell

QUIZ, LIST, TOOL = "quiz-form", "checklist-form", "decision-tool"
LESSON = "compliance-consumer-rights"  # which shows a quiz, a checklist and a tool
COURSE = "course-pse-basics"
KEPT = "() => Object.keys(localStorage)"


@pytest.fixture
def opened(browser, built):
    """Opens a lesson on a device without network; whatever it asks for or complains about fails the test."""
    contexts, wrong = [], []

    def opened(name=LESSON, hash="", **options):
        settings = {"viewport": {"width": 360, "height": 740}, "locale": "id-ID", "reduced_motion": "reduce"}
        context = browser.new_context(**settings | options)
        contexts.append(context)
        context.set_offline(True)
        context.on("console", lambda each: wrong.append(each.text) if each.type in ("error", "warning") else None)
        context.on("weberror", lambda each: wrong.append(str(each.error)))
        page = context.new_page()
        address = (built / "lessons" / f"{name}.html").as_uri()
        context.on("request", lambda each: each.url.split("#")[0] == address or wrong.append(f"asks for {each.url}"))
        page.goto(address + hash)
        return page

    yield opened
    for context in contexts:
        context.close()
    tell(wrong)


def part(page, lang):
    return page.locator(f".one-file__part[lang={lang}]")


@pytest.mark.parametrize(
    ("locale", "lang", "other"), [("id-ID", "id", "en"), ("en-GB", "en", "id"), ("fr-FR", "id", "en")]
)
def test_it_speaks_the_readers_language_and_the_other_on_request(opened, locale, lang, other):
    page = opened(locale=locale)
    assert part(page, lang).is_visible()
    assert part(page, other).is_hidden()
    page.click(f".one-file__languages [lang={other}]")
    part(page, other).wait_for()
    assert part(page, lang).is_hidden()
    assert page.evaluate("document.documentElement.lang") == other
    assert page.title() == part(page, other).get_attribute("data-title")


def test_the_other_language_opens_at_the_same_section(opened):
    page = opened(hash="#id-in-short")
    page.click(".one-file__languages [lang=en]")
    page.wait_for_function("location.hash === '#en-in-short'")
    assert page.locator("#en-in-short").is_visible()


def test_without_script_both_languages_can_be_read_and_reached(opened):
    page = opened(java_script_enabled=False)
    for lang in ("id", "en"):
        assert part(page, lang).is_visible()
        page.click(f".one-file__languages [lang={lang}]")
        assert page.url.endswith(f"#{lang}")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_question_is_answered_and_says_why(opened, lang):
    page = opened(hash=f"#{lang}")
    question = part(page, lang).locator(f"{QUIZ} fieldset[data-type=single]").first
    question.locator("input").first.check()
    question.locator("button[data-check], .quiz__actions button").first.click()
    assert question.locator("output").inner_text()
    question.locator(".quiz__answer summary").click()
    assert len(question.locator(".quiz__answer").inner_text()) > 40


def test_without_script_a_question_says_why_too(opened):
    page = opened(java_script_enabled=False)
    answer = page.locator(f"{QUIZ} .quiz__answer").first
    answer.locator("summary").click()
    assert len(answer.inner_text()) > 40


def test_a_tick_counts_and_is_there_in_the_other_language(opened):
    page = opened()
    page.locator(f"{LIST} .task input").first.check()
    assert re.match(r"1 ", part(page, "id").locator(f"{LIST} output").first.inner_text())
    page.click(".one-file__languages [lang=en]")
    assert part(page, "en").locator(f"{LIST} .task input").first.is_checked()


def test_nothing_is_remembered(opened):
    page = opened()
    page.locator(f"{LIST} .task input").first.check()
    page.locator(f"{QUIZ} input[type=radio]").first.check()
    page.locator(f"{QUIZ} .quiz__actions button").first.click()
    assert page.evaluate(KEPT) == []
    page.reload()
    assert not page.locator(f"{LIST} .task input").first.is_checked()


def test_what_other_files_of_the_disk_have_kept_is_left_alone(opened):
    page = opened()
    page.evaluate("""localStorage.setItem("pandu", '{"version": 2, "records": {"setting/scheme": "dark"}}')""")
    page.reload()
    page.locator(f"{LIST} .task input").first.check()
    assert page.evaluate("localStorage.pandu") == '{"version": 2, "records": {"setting/scheme": "dark"}}'
    assert page.evaluate("document.documentElement.dataset.scheme || ''") == ""


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_tool_leads_to_a_result_and_keeps_it_when_the_reader_goes_elsewhere(opened, lang):
    page = opened("course-start-selling-online", hash=f"#{lang}-tool-my-size")
    tool = part(page, lang).locator(f"{TOOL}").first
    for _ in range(6):
        fields = tool.locator("fieldset:visible").last.locator("input")
        if fields.first.get_attribute("type") == "radio":
            fields.first.check()
        else:
            fields.first.fill("1000000")
            fields.first.press("Tab")
    assert tool.locator(".tool__result:visible").count() == 1
    page.evaluate(f"location.hash = '#{lang}'")
    assert tool.locator(".tool__result:visible").count() == 1


def test_without_script_a_tool_shows_every_result(opened):
    page = opened(java_script_enabled=False)
    results = part(page, "id").locator(f"{TOOL} .tool__result")
    assert results.count() > 1
    assert all(each.is_visible() for each in results.all())


def test_paper_gets_the_language_that_shows(opened):
    page = opened()
    page.emulate_media(media="print")
    assert part(page, "id").is_visible()
    assert part(page, "en").is_hidden()
    assert page.locator(".one-file__bar").is_hidden()


def test_a_course_leads_to_its_lessons_within_the_file(opened):
    page = opened(COURSE)
    link = part(page, "id").locator("[data-lesson] a").nth(1)
    target = link.get_attribute("href")
    assert target.startswith("#id-")
    link.click()
    page.wait_for_function("hash => location.hash === hash", arg=target)
    assert page.locator(f"[id='{target[1:]}']").is_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("name", [LESSON, COURSE])
def test_nothing_is_wider_than_the_screen(opened, name, width):
    page = opened(name, viewport={"width": width, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(opened, scheme):
    tell(violations(opened(color_scheme=scheme)))
