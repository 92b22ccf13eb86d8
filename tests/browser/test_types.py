"""Each type of question on the real quizzes: answered rightly and wrongly with script, and read to the end without."""

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser.sitting import ANSWER
from tests.conftest import ROOT

FOLDER = ROOT / "quizzes"
OPEN = "open"  # its reader marks it


def first_of_each_type():
    found = {}
    for path in sorted(FOLDER.rglob("*.yaml")):
        quiz = path.relative_to(FOLDER).with_suffix("").as_posix()
        for question in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["questions"]:
            found.setdefault(question["type"], (quiz, question))
    return found


TYPES = first_of_each_type()


def test_the_real_quizzes_use_every_type():
    assert len(TYPES) == 11


@pytest.fixture(params=sorted(TYPES))
def asked(request):
    return TYPES[request.param]


def answer(box, rightly):
    if box.get_attribute("data-type") == OPEN:
        box.locator(".quiz__model summary").click()
        if not rightly:
            return box.locator(".quiz__model input").first.check()
    for _ in range(4):  # a choice of a case shows the next step
        box.evaluate(f"(fieldset) => ({ANSWER})([fieldset, {str(rightly).lower()}])")
    return None


def test_a_right_answer_is_called_right_and_outlives_a_reload(phone, site, lang, asked):
    quiz, question = asked
    page = phone.open(site.find("quiz", quiz, lang))
    box = page.locator(f"fieldset[data-key={question['key']}]")
    answer(box, rightly=True)
    box.locator(".quiz__actions button").first.click()
    expect(box).to_have_attribute("data-verdict", "right")
    expect(box.locator("output")).to_have_text({"id": "Tepat.", "en": "Right."}[lang])
    page.reload()
    expect(box).to_have_attribute("data-verdict", "right")


def test_a_wrong_answer_is_called_so_and_says_why(phone, site, lang, asked):
    quiz, question = asked
    page = phone.open(site.find("quiz", quiz, lang))
    box = page.locator(f"fieldset[data-key={question['key']}]")
    answer(box, rightly=False)
    box.locator(".quiz__actions button").first.click()
    expect(box).to_have_attribute("data-verdict", "wrong")
    expect(box.locator("output")).to_contain_text({"id": "Belum tepat", "en": "Not quite"}[lang])
    if question["type"] != OPEN:
        expect(box.locator(":is(.quiz__why, .quiz__because, .quiz__near):visible").first).to_be_visible()


def test_without_script_it_can_be_answered_and_its_key_and_its_reasons_seen(device, site, lang, asked):
    quiz, question = asked
    page = device(script=False).open(site.find("quiz", quiz, lang))
    box = page.locator(f"fieldset[data-key={question['key']}]")
    for details in box.locator("details").all():
        details.locator("summary").click()
    fields = box.locator(":is(input, select, textarea):visible")
    assert fields.count()
    for field in fields.all():
        expect(field).to_be_enabled()
    expect(box.locator(".quiz__answer :is(.quiz__right, li)").first).to_be_visible()
    expect(box.locator(".quiz__answer a")).to_be_visible()  # where the guide says so
    reasons = box.locator(".quiz__why, .quiz__because")
    assert all(each.is_visible() for each in reasons.all())
    assert reasons.count() or question["type"] == OPEN
