"""Tools in the browser: the same results as the build, answers in the address, and everything without script too."""

import json
import re
from datetime import date
from urllib.parse import urljoin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.tool.condition import MOST
from plugins.tool.formula import computed, read_formula
from plugins.tool.model import Date, Picked
from plugins.tool.pages import compiled
from tests.browser.device import Device
from tests.browser.telling import tell
from tests.tool.project import cases, machines

MACHINES = machines()
DECIDE = """([rules, order, ways]) => ways.map((answers) => pandu.decided(rules, order, answers).result)"""
COMPUTE = """([tree, known]) => known.map((each) => pandu.computed(tree, each))"""


@pytest.fixture(scope="module")
def page(browser, site):
    device = Device(browser, site)
    yield device.open(site.find("tool", "qris-fee", "en"))
    tell(device.close())


def order(asked):
    return [each.key for each in asked.tool.questions]


@pytest.mark.parametrize("key", MACHINES)
def test_the_browser_decides_every_way_as_the_build_does(page, key):
    asked = MACHINES[key]
    ways = list(asked.ways())
    found = page.evaluate(DECIDE, [compiled(asked), order(asked), ways])
    assert found == [asked.results(each)[0] for each in ways]


@pytest.mark.parametrize("key", MACHINES)
def test_just_below_and_above_every_limit_it_decides_the_same(page, key):
    asked = MACHINES[key]
    ways = []
    for way in asked.ways():
        sums = [name for name in way if not isinstance(asked.tool.question(name), Picked)]
        for name in sums:
            span = next(each for each in asked.ranges(name) if each.meets(way[name]))
            ways += [{**way, name: each} for each in {span.low, span.high - 1} if each < MOST]
    found = page.evaluate(DECIDE, [compiled(asked), order(asked), ways])
    assert found == [asked.results(each)[0] for each in ways]


FORMULAS = sorted(
    {
        figure.formula
        for asked in MACHINES.values()
        for result in asked.tool.results
        for figure in (*result.figures, *result.monthly)
    }
)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sums=st.lists(st.tuples(*[st.integers(0, 5_000_000_000)] * 3), min_size=20, max_size=60),
    days=st.lists(st.dates(date(1900, 1, 1), date(2199, 12, 31)), min_size=60, max_size=60),
)
def test_it_computes_what_python_computes_with_any_sum_and_day(page, sums, days):
    known = [
        {"amount": a, "turnover": a, "month": b, "before": c, "so-far": b + c, "opened": day.toordinal()}
        for (a, b, c), day in zip(sums, days, strict=False)
    ]
    for formula in FORMULAS:
        tree = read_formula(formula)
        assert page.evaluate(COMPUTE, [tree, known]) == [computed(tree, each) for each in known], formula


def shown(page):
    return page.locator(".tool__result:visible").get_attribute("data-key")


def write(page, asked, answers):
    for name, value in answers.items():
        field = page.locator(f'fieldset[data-key="{name}"]')
        if isinstance(asked.tool.question(name), Picked):
            field.locator(f'input[value="{value}"]').check()
        else:
            written = date.fromordinal(value).isoformat() if isinstance(asked.tool.question(name), Date) else str(value)
            field.locator("input").first.fill(written)
            field.locator("input").first.press("Tab")


@pytest.mark.parametrize("case", [case for case in cases() if case.figures][::3], ids=lambda case: case.result)
def test_a_reader_answers_and_sees_the_result_with_its_figures(phone, site, lang, case):
    page = phone.open(site.find("tool", case.tool, lang))
    write(page, MACHINES[case.tool], case.answers)
    assert shown(page) == case.result
    said = page.locator("dd[data-formula]:visible").all_inner_texts()
    assert [re.sub(r"\D", "", each) for each in said] == [written(each, case) for each in case.figures]


def written(figure, case):
    """The digits of a figure, as the page says it."""
    (unit,) = {each.unit for each in MACHINES[case.tool].tool.result(case.result).figures}
    return f"{date.fromordinal(figure).day}{date.fromordinal(figure).year}" if unit == "day" else str(figure)


def test_a_sum_is_read_as_the_reader_writes_it(phone, site, lang):
    page = phone.open(site.find("tool", "my-size", lang))
    page.locator('input[value="running"]').check()
    field = page.locator('input[name="sales"]')
    field.fill("2 miliar" if lang == "id" else "2 billion")
    field.press("Tab")
    assert shown(page) == "micro"
    field.fill("abc")
    field.press("Tab")
    assert page.locator(".tool__result:visible").count() == 0
    assert page.locator('fieldset[data-key="sales"] output').inner_text() != ""


def test_the_answers_stand_in_the_address_and_lead_back_to_the_result(device, site, lang):
    first = device().open(site.find("tool", "my-size", lang))
    write(first, MACHINES["my-size"], {"stage": "running", "sales": 3_000_000_000})
    assert first.url.endswith("#stage=running&sales=3000000000")
    other = device().open(first.url.removeprefix(site.base))
    assert shown(other) == "small"
    twin = other.locator("[data-twin]").first.get_attribute("href")
    other.goto(urljoin(other.url, twin))
    assert shown(other) == "small"


def test_one_answer_can_be_changed_without_the_others(phone, site, lang):
    page = phone.open(site.find("tool", "must-i-take-it-back", lang))
    write(page, MACHINES["must-i-take-it-back"], {"reason": "wrong", "when": "in-time", "care": "yes"})
    assert shown(page) == "buyer-may-pay"
    hidden = page.locator('fieldset[data-key="reason"] input[value="mind"]')
    assert not hidden.is_visible()  # what was answered is folded, and opens where it is touched
    page.locator('fieldset[data-key="reason"] input[value="wrong"]').focus()
    page.locator('fieldset[data-key="reason"] input[value="damaged"]').check()
    assert shown(page) == "buyer-may-pay"
    assert "reason=damaged" in page.url
    page.locator('fieldset[data-key="reason"] input[value="mind"]').check()
    assert shown(page) == "no-right"


def test_the_tax_is_told_month_by_month(phone, site, lang):
    page = phone.open(site.find("tool", "final-tax", lang))
    page.locator('input[value="individual"]').check()
    months = page.locator('input[name="turnover"]')
    months.nth(0).fill("450000000")
    months.nth(1).fill("150000000")
    months.nth(1).press("Tab")
    assert shown(page) == "individual"
    rows = page.locator(".tool__year:visible tbody tr")
    digits = [[re.sub(r"\D", "", cell) for cell in rows.nth(at).locator("td").all_inner_texts()] for at in range(3)]
    assert digits == [["450000000", "450000000", "0"], ["150000000", "600000000", "500000"], ["0", "600000000", "0"]]


def test_a_marker_shows_where_a_sum_lies_in_its_range(phone, site, lang):
    page = phone.open(site.find("tool", "my-size", lang) + "#stage=running&sales=8500000000")
    bar = page.locator(".tool__bar:visible")
    assert bar.get_attribute("data-key") == "sales"
    here = bar.locator("[aria-current]")
    assert here.evaluate("item => [...item.parentElement.children].indexOf(item)") == 1
    assert here.evaluate("item => item.style.getPropertyValue('--at')") == "50%"
    page.locator('input[name="sales"]').fill("")
    page.locator('input[name="sales"]').press("Tab")
    assert page.locator(".tool__bar:visible").count() == 0


def test_without_script_the_bar_shows_the_range(device, site, lang):
    page = device(script=False).open(site.find("tool", "my-size", lang))
    page.locator(".tool__ways a").nth(1).click()
    page.locator(".tool__ways a").nth(2).click()
    assert page.locator(".tool__bar [aria-current]").inner_text().splitlines()[0] in ("Usaha menengah", "Medium")


def test_starting_again_forgets_the_answers(phone, site, lang):
    page = phone.open(site.find("tool", "my-size", lang) + "#stage=running&sales=5")
    page.locator("[data-again]").click()
    assert page.url.endswith("#")
    assert page.locator("fieldset:visible").count() == 1


def test_without_script_links_lead_to_the_same_result(device, site, lang):
    page = device(script=False).open(site.find("tool", "qris-fee", lang))
    page.locator(".tool__ways a").nth(0).click()
    page.locator(".tool__ways a").nth(1).click()
    assert page.locator(".tool__result").is_visible()
    assert re.sub(r"\D", "", page.locator("tbody tr").nth(0).locator("td").nth(0).inner_text()) == "1800"
    page.locator(".tool__given a").nth(0).click()
    assert page.locator(".tool__ways a").count() == 5


def test_nothing_of_the_answers_leaves_the_device(phone, site, lang):
    """They stand behind #, which no server sees."""
    page = phone.open(site.find("tool", "my-size", lang))
    asked = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    write(page, MACHINES["my-size"], {"stage": "starting", "capital": 7})
    assert [each for each in asked if not each.endswith("favicon.svg")] == []  # Chromium looks for it with each address
    assert json.loads(page.evaluate("JSON.stringify(Object.keys(localStorage))")) == []
