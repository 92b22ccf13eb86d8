"""Who wants less motion gets none: WCAG 2.3.3, and kind to slow phones."""

from tests.browser.telling import tell
from tests.browser.using import use

MOVES = """() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].flatMap(part => {
  const style = getComputedStyle(element, part);
  const longest = Math.max(...`${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat));
  const smooth = style.scrollBehavior === "smooth";
  return longest > 0 || smooth ? [`${element.localName}.${element.className}${part}`] : [];
}))"""


def test_nothing_moves_where_less_motion_is_wanted(phone, site, lang):
    moving = []
    page = phone.open("")
    for each in site.each_kind(lang):
        page.goto(site.url(each.address))
        use(page)
        moving += [f"{page.url}: {each}" for each in page.evaluate(MOVES)]
    tell(moving)


def test_others_see_the_page_glide_to_a_section(device, site):
    """And so the test above looks at something."""
    page = device(reduced_motion="no-preference").open(site.find("guide", "pse/what-is-a-pse", "en"))
    assert page.evaluate(MOVES) == ["html."]
