"""No attack runs: what editors write, what a link carries, what somebody types, pastes or adds from a file.

The pages' policy is switched off here, so that it is the escaping that is proven. With the policy nothing is said of
any page either, else some field would be a way in that only the policy closes.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Error

from tests.browser.device import Device
from tests.browser.serving import Server
from tests.browser.shown import Site
from tests.safety.attacks import TEXTS, attacks
from tools.hosting.headers import everywhere

SIGNS = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt"]) window[name] = (...said) => ran.push(`${name} ${said}`);
window.print = () => {};
addEventListener("securitypolicyviolation", (event) => ran.push(`${event.violatedDirective} ${event.sample}`), true);
"""
# what nobody wrote into a template: in the page, in what waits in it, in what a script made of it
STRANGE = """() => {
  const found = [...window.ran];
  const NAMES = /^(iframe|frame|object|embed|base|applet|math|style|x)$/;
  const SCRIPTED = /^[\\s\\0-\\x20]*(javascript|vbscript|data|blob):/i;
  const isOurs = (each) => each.type === "application/ld+json" || each.src.startsWith(location.origin);
  const look = (root) => {
    for (const each of root.querySelectorAll("*")) {
      if (each.localName === "template") look(each.content);
      const isStrange = each.localName === "script" ? !isOurs(each) : NAMES.test(each.localName);
      if (isStrange && !each.matches("head > style")) found.push(each.outerHTML.slice(0, 200));
      for (const { name, value } of each.attributes) {
        const runs = /^on|^srcdoc$/.test(name) || (/href$|action$|^data$/.test(name) && SCRIPTED.test(value));
        if (runs) found.push(`${each.localName} ${name}=${value.slice(0, 100)}`);
      }
    }
  };
  look(document);
  return found;
}"""
USE = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  for (const each of document.querySelectorAll("main :is(input, textarea, select)")) {
    if (/checkbox|radio/.test(each.type)) each.checked = true;
    else if (each.localName === "select") each.selectedIndex = each.options.length - 1;
    else if (!/file|number|date|range/.test(each.type)) each.value = "<img src=x onerror=alert(1)>";
    for (const type of ["input", "change"]) each.dispatchEvent(new Event(type, { bubbles: true }));
  }
  for (const each of document.querySelectorAll("main button:not([data-erase], [data-scan])"))
    if (each.checkVisibility()) each.click();
}"""


@pytest.fixture(scope="module")
def spoilt(attacked: Path) -> Iterator[Site]:
    headers = everywhere()
    with Server(attacked / "output", headers=headers) as server, Server(attacked / "output", "/", headers) as root:
        yield Site(attacked / "output", server.base, root.base)


def unguarded(browser, site: Site, **options) -> Device:
    """A device without the policy, on which nothing that runs goes unnoticed."""
    device = Device(browser, site, **{"bypass_csp": True} | options)
    device.context.add_init_script(SIGNS)
    device.context.on("dialog", lambda dialog: (device.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    return device


def ended(device: Device) -> list[str]:
    return [line for line in device.close() if "gets 404" not in line and "Failed to load resource" not in line]


def test_nothing_that_an_editor_writes_runs(browser, spoilt, lang):
    device, strange = unguarded(browser, spoilt), {}
    for shown in spoilt.each_kind(lang):
        page = device.open(shown.address)
        found = page.evaluate(STRANGE)
        try:
            page.evaluate(USE)
            page.wait_for_timeout(50)
            found += page.evaluate(STRANGE)
        except Error:  # a button led on
            page.wait_for_load_state()
            found += page.evaluate(STRANGE)
        if found:
            strange[shown.address] = found
        page.close()
    assert strange == {}
    assert ended(device) == []


def test_the_policy_has_nothing_to_refuse(browser, spoilt, lang):
    device = unguarded(browser, spoilt, bypass_csp=False)
    for shown in spoilt.each_kind(lang):
        page = device.open(shown.address)
        assert page.evaluate(STRANGE) == [], shown.address
        page.close()
    assert ended(device) == []


def test_the_search_shows_attacks_as_words(browser, spoilt, lang):
    device = unguarded(browser, spoilt)
    for words in ("alert", "onerror", "script"):
        page = device.open(f"{spoilt.find('search', 'search', lang)}?q={words}")
        page.wait_for_selector("main ol > li, main ul > li")
        page.wait_for_timeout(300)
        assert page.evaluate(STRANGE) == []
        page.close()
    assert ended(device) == []


CARRIED = ("#{}", "#ticked={}", "#q1={}&opened={}", "?q={}&topic={}&kind={}", "?q={}#{}", "#pse/{}")


@pytest.mark.parametrize(
    "kind", ["search", "checklist", "tool", "assessment", "projector", "exam", "collector", "guide", "learning"]
)
def test_nothing_that_a_link_carries_runs(browser, site, lang, kind):
    device = unguarded(browser, site)
    shown = site.of_kind(kind, lang)[0]
    page = device.open(shown.address)
    known = attacks(*TEXTS)
    for at, way in enumerate(CARRIED):
        for attack in known[at :: len(CARRIED) * 12]:
            for carried in (attack, quote(attack, safe="")):
                if "\0" in carried:
                    continue
                page.goto(site.url(shown.address) + way.replace("{}", carried))
                assert page.evaluate(STRANGE) == [], attack
    assert ended(device) == []


def test_nothing_that_a_learner_types_or_pastes_runs(browser, site, lang, tmp_path):
    """Names of learners, codes for the collector, a saved file: kept, shown again, and added elsewhere."""
    device = unguarded(browser, site)
    page = device.open(site.find("learning", "learning", lang))
    records = {"learner/name": attacks("html")[0], "course/now": "x", "setting/scheme": attacks("html")[2]}
    for at, attack in enumerate(attacks(*TEXTS)):
        records[f"quiz/x/{at}"] = {"answer": [attack], "lang": attack, "day": attack, "due": attack}
        records[f"collector/{at}"] = {"name": attack}
        records[f"exam/{at}"] = {"done": [{"day": attack, "score": 1, "seed": attack}]}
    for key, exam in (("quiz", "quiz"), ("exam", "exam")):
        for each in site.of_kind(exam, lang, 3):
            records[f"{key}/{each.key}"] = {"done": [{"day": attacks("html")[3], "score": 1, "passed": True}]}
    path = tmp_path / "attacks.json"
    path.write_text(json.dumps({"version": 2, "records": records}), "utf-8")
    page.set_input_files("[type=file]", path)
    page.wait_for_function("localStorage.pandu")
    assert page.evaluate(STRANGE) == []
    for kind in (
        "learning",
        "collector",
        "certificate",
        "exam",
        "quiz",
        "review",
        "course",
        "home",
        "assessment",
        "checklist",
    ):
        page.goto(site.url(site.of_kind(kind, lang)[0].address))
        assert page.evaluate(STRANGE) == [], kind
    page.goto(site.url(site.find("collector", "collector", lang)))
    page.fill("textarea", "\n".join(f"PANDU1-K7M2XQ-5450-HHHW-GYTF ({attack})" for attack in attacks(*TEXTS)))
    page.locator(".collector__ways .button").first.click()
    assert page.evaluate(STRANGE) == []
    assert ended(device) == []


def test_what_runs_would_be_seen(browser, site):
    """The instrument: one attack of each kind, let in on purpose."""
    device = unguarded(browser, site)
    page = device.open("id/")
    page.evaluate(
        "document.querySelector('main').innerHTML = '<img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">x</a>'"
    )
    page.wait_for_function("ran.length")
    found = page.evaluate(STRANGE)
    assert found == ["alert 1", "img onerror=alert(1)", "a href=javascript:alert(1)"]
    device.close()


def test_no_page_and_no_answer_sets_a_cookie(phone, site):
    page = phone.open("id/")
    for shown in site.each_kind("en"):
        page.goto(site.url(shown.address))
        assert page.evaluate("document.cookie") == ""
    assert phone.context.cookies() == []
