"""Where the reader's own few colours replace the page's: what only a colour or a background says would be lost."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser.asked import Asked
from tests.browser.quizzes import read_quizzes

KEY = "pse/what-is-a-pse"
SHAPES = [
    ".path > li[data-asks]",
    ".scale__bar",
    ".ladder__bars",
    ".clock__rings svg",
    ".timeline__strip svg",
    ".timeline > li",
    ".roles__groups > li",
]


@pytest.fixture
def forced(device):
    return lambda **options: device(scheme="dark", forced_colors="active", **options)


def seen(part: Locator, width: float = 10_000) -> bytes:
    """The pixels of its first `width`."""
    image = Image.open(io.BytesIO(part.screenshot())).convert("L")
    return image.crop((0, 0, min(width, image.width), image.height)).tobytes()


def shades(pixels: bytes) -> int:
    return len(set(pixels))


def test_signs_without_words_stay(forced, site):
    page = forced().open(site.find("guide", KEY, "en"))
    search, menu = page.locator(".header__search"), page.locator(".header__open")
    assert shades(seen(search)) > 1
    sign = seen(menu, 24)
    height = len(sign) // 24
    lit = [len(set(sign[24 * row : 24 * row + 24])) > 1 for row in range(height)]
    assert sum(now and not before for before, now in zip([False, *lit], lit, strict=False)) == 3, "three lines"


def test_the_switch_of_colours_looks_otherwise_in_each_state(forced, site):
    page = forced(width=1280).open(site.find("guide", KEY, "en"))
    button = page.locator(".scheme button")
    signs = set()
    for _ in range(3):
        button.click()
        page.mouse.move(0, 300)
        signs.add(seen(button))
    assert len(signs) == 3


def test_fields_and_buttons_have_an_edge(forced, site):
    page = forced().open(site.find("home", "home", "en"))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for kind, key, selector in (
        ("home", "home", ".hero__search"),
        ("quiz", KEY, ".button"),
        ("search", "search", "input[type=search]"),
        ("glossary", "glossary", ".filter input"),
        ("glossary", "glossary", ".letters a"),
    ):
        page.goto(site.url(site.find(kind, key, "en")))
        for part in page.locator(f"main {selector}").locator("visible=true").all()[:2]:
            expect(part).to_have_css("border-top-style", "solid")
            expect(part).not_to_have_css("border-top-color", ground)


def test_right_wrong_and_unanswered_differ_by_form(forced, site):
    page = forced().open(site.find("quiz", KEY, "en"))
    right, wrong, other, *_ = (Asked(page, question) for question in read_quizzes()[KEY])
    right.answer(sorted(right.question.right))
    wrong.answer(wrong.question.wrong[:1])
    edges = [
        each.box.evaluate("box => getComputedStyle(box).borderTopStyle + getComputedStyle(box).borderTopWidth")
        for each in (right, wrong, other)
    ]
    assert edges == ["solid2px", "dashed2px", "solid1px"]
    assert shades(seen(wrong.input(wrong.question.wrong[0]))) > 1
    assert seen(wrong.input(wrong.question.wrong[0])) != seen(wrong.input(sorted(wrong.question.right)[0]))


def test_a_ticked_task_and_the_current_section_differ(forced, site):
    page = forced(width=1280, height=800).open(site.find("guide", KEY, "en"))
    page.evaluate("document.getElementById('common-mistakes').scrollIntoView()")
    current = page.locator(".contents [aria-current]")
    expect(current).to_have_css("font-weight", "700")
    page.goto(site.url(site.find("checklist", "before-joining-a-marketplace", "en")))
    box = page.locator(".task input").first
    before = seen(box)
    box.click()
    page.mouse.move(0, 0)
    assert seen(box) != before


def test_the_ring_of_a_course_stays(forced, site):
    page = forced().open(site.find("guide", KEY, "en"))
    page.locator(".lesson__done input").check()
    page.goto(site.url(site.find("course", "pse-basics", "en")))
    ring = page.locator(".course__progress .ring")
    some = seen(ring)
    assert shades(some) > 1
    page.locator(".course__go").click()
    page.wait_for_load_state()
    page.locator(".lesson__done input").check()
    page.goto(site.url(site.find("course", "pse-basics", "en")))
    assert seen(ring) != some


def test_what_a_diagram_draws_stays(forced, site):
    page = forced().open("")
    left = set(SHAPES)
    for each in site.of_kind("diagram", "en", 99):
        page.goto(site.url(each.address))
        for shape in SHAPES:
            for part in page.locator(shape).all()[:1]:
                assert shades(seen(part, 40)) > 1, f"{each.address}: {shape}"
                left.discard(shape)
    assert not left
