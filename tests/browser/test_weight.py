"""The kilobytes that a page tells are those that a browser gets."""

import re

import pytest

from plugins.hub.weight import compressed

TOLD = re.compile(r"(\d+) kB")
UNTOLD = re.compile(r"favicon|manifest")  # the browser's own, once for the whole site


PAGES = [("guide", "pse/what-is-a-pse"), ("guide", "mse/which-size"), ("quiz", "pse/what-is-a-pse")]


@pytest.mark.parametrize(("kind", "key"), PAGES)
def test_a_page_tells_what_it_costs(phone, site, lang, kind, key):
    got = {}
    phone.context.on("response", lambda each: got.setdefault(each.url, each))
    page = phone.open(site.find(kind, key, lang))
    page.wait_for_load_state("networkidle")
    told = int(TOLD.search(page.locator(".meta").inner_text())[1])
    weight = sum(compressed(each.body()) for url, each in got.items() if not UNTOLD.search(url))
    assert abs(told - weight / 1000) <= 1, sorted(got)
