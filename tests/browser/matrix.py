"""Several pages of every kind, in both languages, on every screen, light and dark, before and after use.

It takes minutes: nightly runs start it, and whoever changes the theme, with `python3 tasks.py matrix`. Its name is no
`test_…`, which keeps it out of every other run.
"""

from collections import defaultdict

import pytest

from tests.browser.accessibility import violations
from tests.browser.crowded import crowded
from tests.browser.targets import small_targets, told
from tests.browser.telling import tell
from tests.browser.using import use
from tests.browser.wide import too_wide

COUNT = 3  # pages a kind, the largest first
WIDTHS = [320, 360, 768, 1280]
MOUSE = 1024  # pixels; from here on the contents stand beside the text, closer together


@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_page_can_be_used_by_everyone(device, site, lang, scheme, width):
    found, small = [], defaultdict(set)
    page = device(width=width, scheme=scheme).open("")
    for each in site.each_kind(lang, COUNT):
        page.goto(site.url(each.address))
        for state in (lambda: None, lambda: use(page)):
            state()
            found += violations(page) + too_wide(page)
            for target in small_targets(page) if width < MOUSE else ():
                small[target].add(each.kind)
    tell(found + told(small))


@pytest.mark.parametrize("width", WIDTHS)
def test_large_letters_have_room_on_every_screen(device, site, lang, width):
    """What `test_zoom.py` asks of the usual phone."""
    found = []
    page = device(width=width, letters=32).open("")
    for each in site.each_kind(lang, COUNT):
        page.goto(site.url(each.address))
        for state in (lambda: None, lambda: use(page)):
            state()
            found += crowded(page) + too_wide(page)
    tell(found)


def test_no_page_of_the_site_complains_of_anything(phone, site):
    """All of them, and not only the largest of a kind; the device tells."""
    page = phone.open("")
    for each in site.pages:
        page.goto(site.url(each.address))
        use(page)
