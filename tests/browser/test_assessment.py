"""A self-assessment: answered on paper or on the device, drawn, and turned into a roadmap that goes along."""

import csv
import io
import re
from datetime import date, timedelta

import icalendar
import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.targets import small_targets
from tests.browser.telling import tell
from tests.browser.wide import too_wide

KEY = "ready-to-sell-online"
FIRST, SECOND, THIRD = "nib", "product-permits", "own-site"
SAID = {
    "id": {"answered": "2 dari 15 dijawab", "average": "0,5 dari 3", "kept": "Simpan sebagai tabel (CSV)"},
    "en": {"answered": "2 of 15 answered", "average": "0.5 of 3", "kept": "Save as a table (CSV)"},
}


@pytest.fixture
def opened(device, site, lang):
    def opened(hash_="", **options):
        return device(**options).open(site.find("assessment", KEY, lang) + hash_)

    return opened


def answer(page, key, step):
    page.locator(f"#{key} input[value='{step}']").check()


def plans(page):
    return page.locator(".plan").evaluate_all("items => items.map((each) => each.dataset.key)")


def saved(page, act):
    with page.expect_download() as download:
        page.locator(f"[data-act={act}]").click()
    return download.value.path().read_bytes()


def test_without_script_it_is_a_form_with_an_empty_radar_and_how_to_count(opened):
    page = opened(script=False)
    assert page.locator("fieldset:visible").count() == 15
    assert page.locator(".radar:visible").count() == 1
    assert page.locator("noscript .assessment__hint, .assessment__result .assessment__hint").count() >= 1
    assert page.locator("self-assessment button:visible, .assessment__roadmap:visible").count() == 0


def test_answers_are_counted_averaged_drawn_and_outlive_a_reload(opened, lang):
    page = opened()
    answer(page, FIRST, 0)
    answer(page, SECOND, 1)
    for _ in range(2):
        expect(page.locator(".assessment__count")).to_have_text(SAID[lang]["answered"])
        expect(page.locator(".assessment__picture td").first).to_have_text(SAID[lang]["average"])
        assert page.locator(".radar__shape").get_attribute("points").split()[0] == "0,-16.7"
        page.reload()


def test_what_is_none_of_this_business_counts_nowhere(opened):
    page = opened()
    answer(page, FIRST, 3)
    answer(page, THIRD, "x")
    expect(page.locator(".assessment__picture td").first).to_have_text(re.compile("^3 "))
    assert plans(page) == []


def test_the_roadmap_begins_with_what_a_rule_asks_for_and_what_is_not_begun(opened):
    page = opened()
    answer(page, SECOND, 2)  # good practice
    answer(page, "answer-time", 0)
    answer(page, FIRST, 2)  # a rule asks for it
    assert plans(page) == ["answer-time", FIRST, SECOND]


def test_a_goal_brings_words_and_a_day_and_keeps_what_is_written_on_it(opened):
    page = opened()
    answer(page, FIRST, 0)
    goal = page.locator(".plan").first
    expect(goal.locator("[name=who]")).to_be_hidden()
    goal.locator("[type=checkbox]").check()
    assert goal.locator("[name=goal]").input_value() == page.locator(f"#{FIRST}").get_attribute("data-goal")
    weeks = int(page.locator(f"#{FIRST}").get_attribute("data-weeks"))
    due = date.fromisoformat(goal.locator("[name=day]").input_value())
    assert abs(due - date.today() - timedelta(weeks=weeks)) <= timedelta(days=1)
    goal.locator("[name=who]").fill("Bu Lina")
    goal.locator("[name=priority]").select_option("2")
    answer(page, SECOND, 1)  # nothing of it is lost by another answer
    page.reload()
    goal = page.locator(".plan").first
    assert goal.locator("[name=who]").input_value() == "Bu Lina"
    assert goal.locator("[name=priority]").input_value() == "2"


def test_a_goal_stays_when_its_statement_holds_until_it_is_taken_back(opened):
    page = opened()
    answer(page, FIRST, 1)
    page.locator(".plan [type=checkbox]").first.check()
    answer(page, FIRST, 3)
    assert plans(page) == [FIRST]


def test_a_link_carries_the_answers_and_no_goal_and_takes_nothing_over_unasked(opened):
    page = opened("#nib=2&own-site=x&product-permits=7&nothing=1")
    asked = page.locator(".assessment__brought")
    expect(asked).to_be_visible()
    expect(asked.locator("output")).to_contain_text("2")
    assert page.locator("fieldset :checked").count() == 0
    asked.locator("[data-act=use]").click()
    assert page.locator("fieldset :checked").count() == 2
    assert page.locator(f"#{FIRST} :checked").get_attribute("value") == "2"
    expect(asked).to_be_hidden()
    assert "#" not in page.url


def test_an_anchor_of_the_page_is_no_answer(opened):
    page = opened(f"#{FIRST}")
    expect(page.locator(".assessment__brought")).to_be_hidden()


def test_the_link_is_that_of_the_answers(opened, device):
    page = opened()
    answer(page, FIRST, 2)
    answer(page, THIRD, "x")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("[data-act=share]").click()
    expect(page.locator(".assessment__along output")).to_contain_text("#nib=2&own-site=x")


def test_goals_are_dates_of_a_calendar(opened):
    page = opened()
    answer(page, FIRST, 0)
    page.locator(".plan [type=checkbox]").first.check()
    page.locator("[name=who]").fill("Sari, toko")
    page.locator("[name=who]").press("Tab")
    (event,) = icalendar.Calendar.from_ical(saved(page, "calendar")).walk("VEVENT")
    assert str(event["SUMMARY"]) == page.locator(f"#{FIRST}").get_attribute("data-goal")
    assert event["DTSTART"].dt.isoformat() == page.locator("[name=day]").input_value()
    assert "Sari, toko" in event["DESCRIPTION"]
    assert event["URL"].endswith(f"#{FIRST}")


def test_where_there_is_no_goal_the_calendar_asks_for_one(opened):
    page = opened()
    page.locator("[data-act=calendar]").click()
    expect(page.locator(".assessment__along output")).not_to_have_text("")


def test_the_table_has_every_statement_with_its_answer_and_goal(opened, lang):
    page = opened()
    answer(page, FIRST, 0)
    page.locator(".plan [type=checkbox]").first.check()
    text = saved(page, "table").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if lang == "id" else ","))
    assert [len(each) for each in rows] == [8] * 16
    assert rows[1][2] == page.locator(f"#{FIRST} :checked").locator("..").inner_text().strip()
    assert rows[1][3] == page.locator(f"#{FIRST}").get_attribute("data-goal")
    assert rows[2][2:] == [""] * 6


def test_paper_holds_the_result_and_the_goals_or_an_empty_form(opened):
    page = opened()
    answer(page, FIRST, 0)
    page.locator(".plan [type=checkbox]").first.check()
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.locator("[data-act=print]:not([data-blank])").click()
    page.emulate_media(media="print")
    expect(page.locator(".assessment__sheet tr")).to_have_count(2)
    expect(page.locator("fieldset").first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.locator("[data-act=print][data-blank]").click()
    page.emulate_media(media="print")
    expect(page.locator("fieldset").first).to_be_visible()
    expect(page.locator(".assessment__sheet")).to_be_hidden()


def test_starting_again_forgets_this_page_alone(opened):
    page = opened()
    answer(page, FIRST, 0)
    page.evaluate("pandu.set([['checklist/x/y', true]])")
    page.locator("[data-act=again]").click()
    assert page.locator("fieldset :checked, .plan").count() == 0
    assert page.evaluate("pandu.read().records") == {"checklist/x/y": True}


def test_a_device_that_keeps_nothing_says_so_and_works_on(opened, lang):
    page = opened()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    answer(page, FIRST, 0)
    answer(page, SECOND, 1)
    expect(page.locator("[data-forgets]")).to_be_visible()
    expect(page.locator(".assessment__count")).to_have_text(SAID[lang]["answered"])


def test_the_other_language_knows_the_answers(device, site):
    device_ = device()
    page = device_.open(site.find("assessment", KEY, "id"))
    answer(page, FIRST, 1)
    page.goto(site.url(site.find("assessment", KEY, "en")))
    assert page.locator(f"#{FIRST} :checked").get_attribute("value") == "1"


@pytest.mark.parametrize("size", [320, 1280])
def test_it_can_be_used_by_everyone(device, site, scheme, size):
    page = device(width=size, scheme=scheme).open(site.find("assessment", "ten-principles", "id"))
    for each in page.locator("fieldset").all()[::4]:
        each.locator("input").first.check()
    page.locator(".plan [type=checkbox]").first.check()
    tell([*violations(page), *too_wide(page), *map(str, small_targets(page))])
