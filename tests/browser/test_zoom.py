"""Zoomed to 200 and 400 %, and with letters twice as large as usual: nothing is lost, nothing lies on anything else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.crowded import crowded
from tests.browser.telling import tell
from tests.browser.using import use
from tests.browser.wide import too_wide

ZOOMED = {"200 %": (640, 400), "400 %": (320, 256)}  # what a window of 1280 px has left, in pixels of CSS (WCAG 1.4.10)
LARGE = 32  # pixels: letters as who sees little sets them in the browser or on the phone


def wrong(page: Page) -> Iterator[str]:
    yield from too_wide(page)
    yield from crowded(page)


@pytest.mark.thorough
def test_a_zoomed_page_is_read_from_top_to_bottom(device, site, lang):
    found = []
    page = device(width=1280, height=800).open("")
    for each in site.each_kind(lang):
        page.goto(site.url(each.address))
        for state in (lambda: None, lambda: use(page)):
            state()
            for width, height in ZOOMED.values():
                page.set_viewport_size({"width": width, "height": height})
                found += wrong(page)
    tell(found)


def test_large_letters_have_room_on_a_phone(device, site, lang):
    found = []
    page = device(letters=LARGE).open("")
    for each in site.each_kind(lang):
        page.goto(site.url(each.address))
        found += wrong(page)
        use(page)
        found += wrong(page)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{LARGE}px"
    tell(found)


def test_the_last_of_the_contents_is_reached_in_a_low_window(device, site):
    """They stay beside the text while it scrolls, and so scroll by themselves."""
    page = device(width=1280, height=320).open(site.find("guide", "pse/what-is-a-pse", "en"))
    page.evaluate("scrollTo(0, 1000)")
    last = page.locator(".contents a").last
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 1000
