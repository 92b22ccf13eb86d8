"""What every kind of page keeps to in a browser. The kinds are found in the built site: a new one is taken along."""

from collections import defaultdict

from tests.browser.accessibility import violations
from tests.browser.targets import small_targets, told
from tests.browser.telling import tell
from tests.browser.using import use
from tests.browser.wide import too_wide


def test_a_page_asks_nothing_of_others_and_complains_of_nothing_whatever_one_does_on_it(phone, site, lang):
    """The device tells, at its end."""
    page = phone.open("")
    for each in site.each_kind(lang):
        page.goto(site.url(each.address))
        use(page)


def test_no_page_is_wider_than_the_screen(device, site, lang, width):
    wide = []
    page = device(width=width).open("")
    for each in site.each_kind(lang):
        page.goto(site.url(each.address))
        wide += too_wide(page)
        use(page)
        wide += too_wide(page)
    tell(wide)


def test_a_finger_hits_every_button_field_and_link_outside_running_text(phone, site, lang):
    small = defaultdict(set)
    page = phone.open("")
    for each in site.each_kind(lang):
        page.goto(site.url(each.address))
        before = small_targets(page)
        use(page)
        for target in before + small_targets(page):
            small[target].add(each.kind)
    tell(told(small))


def test_axe_finds_nothing_before_and_after_use(device, site, scheme):
    """Each kind once a scheme, in Indonesian or in English by turns; the matrix has them all."""
    found = []
    page = device(scheme=scheme).open("")
    for at, kind in enumerate(site.kinds()):
        lang = ("id", "en")[(at + (scheme == "dark")) % 2]
        for each in site.of_kind(kind, lang) or site.of_kind(kind, "id"):
            page.goto(site.url(each.address))
            found += violations(page)
            use(page)
            found += violations(page)
    tell(found)
