"""A guide on the wall: section by section, by keys, a presenter or buttons. Without script the guides are links."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.targets import small_targets
from tests.browser.telling import tell
from tests.browser.wide import too_wide

KEY = "pse/what-is-a-pse"
OTHER = "payments/ten-principles"
UNREACHED = {
    "id": "Panduan itu tidak dapat diambil. Buka di sini:",
    "en": "The guide could not be fetched. Open it here:",
}


@pytest.fixture
def wall(device, site):
    """Opens the projector with a guide on a wide screen, or on what `options` say."""

    def wall(lang="en", key=KEY, **options):
        device_ = device(**{"width": 1280, "height": 720} | options)
        page = device_.open(f"{site.find('projector', 'projector', lang)}#{key}")
        expect(page.locator(".projector__wall")).to_be_visible()
        return page

    return wall


def heading(page):
    return page.locator(".projector__screen h1")


def place(page):
    return page.locator(".projector__wall output")


def count(page):
    return int(place(page).inner_text().split("/")[1])


def test_without_script_it_leads_to_every_guide(device, site, lang):
    page = device(script=False).open(site.find("projector", "projector", lang))
    links = page.locator(".projector li a")
    shown = sorted(each.evaluate("link => link.href") for each in links.all())
    assert shown == sorted(site.url(each.address) for each in site.of_kind("guide", lang, 99))
    expect(page.locator(".projector__wall, .projector__keys")).to_have_count(2)
    assert page.locator(".projector :is(.projector__wall, .projector__keys):visible").count() == 0


def test_every_section_of_a_guide_is_a_screen_and_no_question_is(wall, device, site, lang):
    guide = device().open(site.find("guide", KEY, lang))
    wanted = guide.locator("h1, .prose :is(h2, h3)").all_text_contents()
    text = "".join(guide.locator(".prose :is(p, td):not(quiz-form *, checklist-form *)").all_text_contents())
    page = wall(lang)
    headings, shown = [], ""
    for _ in range(count(page)):
        headings.append(heading(page).inner_text())
        shown += "".join(page.locator(".projector__screen :is(p:not(.projector__above), td)").all_text_contents())
        assert page.locator("fieldset, input").count() == 0
        page.keyboard.press("ArrowRight")
    assert headings == wanted
    assert "".join(shown.split()) == "".join(text.split())


def test_keys_lead_on_and_back(wall, lang):
    page = wall(lang)
    last = count(page)
    title = heading(page).inner_text()
    for key, at in (
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowLeft", 2),
        ("End", last),
        ("ArrowRight", last),
        ("Home", 1),
        ("ArrowLeft", 1),
    ):
        page.keyboard.press(key)
        expect(place(page)).to_have_text(f"{at} / {last}")
    expect(heading(page)).to_have_text(title)
    for key, at in (("Space", 2), ("Shift+Space", 1), ("PageDown", 2), ("PageUp", 1)):
        page.keyboard.press(key)
        expect(place(page)).to_have_text(f"{at} / {last}")


def test_what_does_not_fit_is_scrolled_to_before_the_next_section_comes(wall):
    page = wall(height=400)
    page.keyboard.press("ArrowRight")
    before = place(page).inner_text()
    page.keyboard.press("PageDown")
    page.wait_for_function("() => document.documentElement.scrollTop > 100")
    expect(place(page)).to_have_text(before)
    page.keyboard.press("ArrowRight")
    expect(place(page)).not_to_have_text(before)
    assert page.evaluate("document.documentElement.scrollTop") == 0


def test_buttons_lead_on_and_keep_the_focus(wall, lang):
    page = wall(lang)
    onward = page.get_by_role("button", name={"id": "Berikutnya", "en": "Next"}[lang])
    onward.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(place(page)).to_have_text(f"3 / {count(page)}")
    expect(onward).to_be_focused()
    page.get_by_role("button", name={"id": "Kembali", "en": "Back"}[lang]).click()
    expect(place(page)).to_have_text(f"2 / {count(page)}")


def test_escape_leads_to_the_guide(wall, site, lang):
    page = wall(lang)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page).to_have_url(site.url(site.find("guide", KEY, lang)))
    page.go_back()
    expect(place(page)).to_contain_text("2 / ")


def test_a_reload_keeps_the_place_and_another_guide_begins_anew(wall):
    page = wall()
    last = count(page)
    page.keyboard.press("End")
    page.reload()
    expect(place(page)).to_have_text(f"{last} / {last}")
    page.evaluate(f"location.hash = '{OTHER}'")
    expect(place(page)).to_contain_text("1 / ")
    page.evaluate("location.hash = 'no/such-guide'")
    expect(page.locator(".projector__guides")).to_be_visible()
    expect(page.locator(".header")).to_be_visible()


def test_a_guide_is_chosen_from_the_list_and_the_other_language_has_it_too(phone, site):
    page = phone.open(site.find("projector", "projector", "id"))
    page.locator(f"[id='{KEY}'] a").click()
    expect(heading(page)).to_have_text("Apa itu PSE?")
    assert page.locator("language-switch a").evaluate("link => link.hash") == f"#{KEY}"


def test_full_screen_is_offered_where_the_browser_has_it(wall, lang):
    page = wall(lang)
    button = page.locator("[data-full]")
    if not page.evaluate("document.fullscreenEnabled"):
        expect(button).to_be_hidden()
        return
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_links_and_pictures_of_a_section_lead_where_they_led(wall, device, site):
    guide = device().open(site.find("guide", KEY, "en"))
    ways = "links => links.map((link) => link.href)"
    wanted = guide.locator(".prose a[href]:not(quiz-form *, checklist-form *)").evaluate_all(ways)
    page = wall()
    found = []
    for _ in range(count(page)):
        found += page.locator(".projector__screen a").evaluate_all(ways)
        page.keyboard.press("ArrowRight")
    assert found == wanted


def test_where_the_guide_can_not_be_had_its_link_is(phone, site, lang):
    phone.expect_wrong("gets nothing")
    phone.expect_wrong("console")
    page = phone.open(site.find("projector", "projector", lang))
    address = site.url(site.find("guide", KEY, lang))
    page.route(address, lambda route: route.abort())
    page.locator(f"[id='{KEY}'] a").click()
    expect(page.locator(".projector__guides output")).to_have_text(UNREACHED[lang])
    assert page.locator(f"[id='{KEY}'] a").evaluate("link => link.href") == address


@pytest.mark.parametrize("size", [320, 1280])
def test_it_can_be_used_by_everyone(wall, scheme, size):
    page = wall("id", width=size, scheme=scheme)
    found = []
    for _ in range(count(page)):
        found += [*violations(page), *too_wide(page), *map(str, small_targets(page))]
        page.keyboard.press("ArrowRight")
    tell(found)
