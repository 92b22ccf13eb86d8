"""The components' pages, which only `serve` has: every component in every state, for everyone and on every screen."""

import pytest

from tests.browser.accessibility import violations
from tests.browser.device import Device
from tests.browser.telling import tell
from tests.browser.using import use
from tests.browser.wide import too_wide

pytestmark = pytest.mark.thorough

REPEATED = "landmark-unique"  # an example is a part of a page several times over


@pytest.mark.parametrize(("scheme", "lang", "width"), [("light", "id", 360), ("dark", "en", 1280)])
def test_every_component_in_every_state_can_be_used_by_everyone(browser, components, scheme, lang, width):
    device, found = Device(browser, components, scheme=scheme, width=width), []
    page = device.open("")
    for each in components.pages:
        if each.kind.startswith("component") and each.lang == lang:
            page.goto(components.url(each.address))
            found += violations(page) + too_wide(page)
            use(page)
            found += violations(page) + too_wide(page)
    tell([*(line for line in found if f": {REPEATED} " not in line), *device.close()])


def test_the_components_work_there(browser, components):
    device = Device(browser, components, width=1280)
    page = device.open(components.find("component", "quiz", "en"))
    frame = page.locator(".example__frame").first
    frame.get_by_text("Public", exact=True).click()
    frame.get_by_role("button", name="Check", exact=True).first.click()
    assert frame.locator("fieldset").first.get_attribute("data-verdict") == "wrong"
    page.goto(components.url(components.find("component", "search", "en")))
    page.get_by_label("What are you looking for?").fill("register")
    page.locator(".search__result").first.wait_for()
    tell(device.close())
