"""A photograph in a guide: the phone loads what fits it, when it is near, and nothing moves when it comes."""

import random
from io import BytesIO

import pytest
from PIL import Image

from plugins.shared.problem import Problems
from tests.browser.device import Device
from tests.browser.serving import Server
from tests.browser.shown import Site
from tests.browser.telling import tell
from tests.quiz.approving import approve_everything
from tests.site.project import ROOT, build, copy_project
from tools.tree import read_everything

PLACE = "content/guides/bread/first-loaf"
COMES = """async each => {
  while (!each.complete || !each.currentSrc) await new Promise(later => setTimeout(later, 20));
  return each.currentSrc;
}"""
SHIFTS = """since => new Promise(resolve => {
  const said = ({node}) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80);
  const told = each => each.startTime > since ? each.sources.map(said) : [];
  new PerformanceObserver(list => resolve(list.getEntries().flatMap(told)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve([]), 300);
})"""


def photograph() -> bytes:
    image = Image.frombytes("RGB", (40, 30), random.Random(5).randbytes(3600)).resize((2400, 1800))
    file = BytesIO()
    image.save(file, "JPEG")
    return file.getvalue()


@pytest.fixture(scope="module")
def bakery(tmp_path_factory):
    """The small site with a photograph far down its guide, and a link to it."""
    project = copy_project(tmp_path_factory.mktemp("bakery") / "project", ROOT / "tests" / "small")
    (project / PLACE / "oven.jpg").write_bytes(photograph())
    (project / PLACE / "loaf.png").unlink()
    for lang in ("id", "en"):
        path = project / PLACE / f"{lang}.md"
        text = path.read_text("utf-8").replace("(loaf.png)", '(oven.jpg "Mount Bread")')
        path.write_text(text.replace("\n!", "\n" + "A line to read.\n\n" * 200 + "!"), "utf-8")
    approve_everything(project, read_everything(project, Problems()).site)
    build(project)
    with Server(project / "output") as server:
        yield Site(project / "output", server.base, server.base), server


LINE = """
Object.defineProperty(navigator, "connection", {value: {saveData: SAVES, effectiveType: "TYPE"}});
"""


@pytest.fixture
def open_guide(browser, bakery):
    """Opens the guide on a device: `open_guide(width=360, device_scale_factor=2, line="2g")`."""
    made = []

    def open_guide(line="4g", saves=False, lang="en", **options):
        site, server = bakery
        server.asked.clear()
        made.append(Device(browser, site, **options))
        made[-1].context.add_init_script(LINE.replace("TYPE", line).replace("SAVES", str(saves).lower()))
        return made[-1].open(site.find("guide", "bread/first-loaf", lang))

    yield open_guide
    tell(line for each in made for line in each.close())


def loaded(page):
    """The file that the browser chose, once it has come."""
    picture = page.locator(".prose img")
    picture.scroll_into_view_if_needed()
    return picture.evaluate(COMES)


@pytest.mark.parametrize(
    ("width", "dense", "wanted"),
    [
        (360, 1, "-480.avif"),
        (360, 2, "-800.avif"),
        (412, 2.625, "-1088.avif"),
        (360, 3, "-1088.avif"),
        (1280, 2, "-1088.avif"),
    ],
)
def test_a_device_loads_the_size_that_fits_it(open_guide, width, dense, wanted):
    assert loaded(open_guide(width=width, device_scale_factor=dense)).endswith(wanted)


@pytest.fixture
def asked(bakery):
    """The pictures that the browser has asked for."""

    def asked():
        return [each for each in bakery[1].asked if "/media/" in each]

    return asked


def test_a_picture_waits_until_it_is_near_and_only_one_file_comes(open_guide, bakery):
    page = open_guide(device_scale_factor=2)
    page.wait_for_load_state("networkidle")
    assert [each for each in bakery[1].asked if "/media/" in each] == []
    loaded(page)
    assert len([each for each in bakery[1].asked if "/media/" in each]) == 1


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_moves_when_a_picture_comes(open_guide, width):
    page = open_guide(width=width)
    box = "each => { const {width, height} = each.getBoundingClientRect(); return [width, height] }"
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)  # what the scripts of the page add has its place by now
    before, since = page.locator(".prose img").evaluate(box), page.evaluate("performance.now()")
    loaded(page)
    assert page.locator(".prose img").evaluate(box) == before
    assert before[0] == min(544, width - 32)
    assert abs(before[1] - before[0] * 3 / 4) < 1
    assert page.evaluate(SHIFTS, since) == []


def test_a_caption_stands_below_its_picture(open_guide):
    page = open_guide(width=360)
    loaded(page)
    figure = page.get_by_role("figure")
    assert figure.locator("figcaption").inner_text() == "Mount Bread"
    picture, caption = figure.locator("img").bounding_box(), figure.locator("figcaption").bounding_box()
    assert caption["y"] >= picture["y"] + picture["height"]


SLOW = [("slow-2g", False), ("2g", False), ("3g", False), ("4g", True)]


def near(page):
    """Scrolls to the picture, and gives what would load time to ask."""
    page.locator(".prose img").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    return page.get_by_role("button", name="kB: show")


@pytest.mark.parametrize(("line", "saves"), SLOW)
def test_on_a_slow_or_metered_line_a_picture_waits_for_a_tap(open_guide, asked, line, saves):
    page = open_guide(line, saves, device_scale_factor=2)
    button = near(page)
    assert asked() == []
    button.click()
    assert page.locator(".prose img").evaluate(COMES).endswith("-800.avif")
    assert [each.rpartition("-")[2] for each in asked()] == ["800.avif"]


def test_the_browser_s_own_word_for_a_slow_line_is_understood(browser, bakery):
    """Throttled by the browser itself, as a phone's line is: the picture is asked for only after the tap."""
    site, server = bakery
    device = Device(browser, site)
    page = device.context.new_page()
    slow = {"offline": False, "latency": 300, "downloadThroughput": 31_250, "uploadThroughput": 31_250}
    device.context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
    server.asked.clear()
    page.goto(site.url(site.find("guide", "bread/first-loaf", "en")))
    button = near(page)
    before = [each for each in server.asked if "/media/" in each]
    button.click()
    page.locator(".prose img").evaluate(COMES)
    assert (before, len([each for each in server.asked if "/media/" in each])) == ([], 1)
    tell(device.close())


def test_a_waiting_picture_says_what_it_shows_and_what_it_costs(open_guide, bakery):
    button = near(open_guide("2g", device_scale_factor=2))
    [file] = (bakery[0].folder / "media").rglob("*-800.avif")
    assert button.inner_text().split("\n") == ["A round loaf", f"Picture, {round(file.stat().st_size / 1000)} kB: show"]


def test_nothing_moves_when_a_waiting_picture_is_shown(open_guide):
    page = open_guide("2g")
    button = near(page)
    box = "each => { const {x, y, width, height} = each.getBoundingClientRect(); return [x, y, width, height] }"
    place, since = page.locator(".prose img").evaluate(box), page.evaluate("performance.now()")
    assert button.evaluate(box) == place
    button.click()
    page.locator(".prose img").evaluate(COMES)
    assert page.locator(".prose img").evaluate(box) == place
    assert page.evaluate(SHIFTS, since) == []


def test_by_keyboard_the_focus_goes_from_the_button_to_the_picture(open_guide):
    page = open_guide("2g")
    near(page).press("Enter")
    assert page.evaluate("document.activeElement.localName") == "img"
    assert page.get_by_role("button", name="kB: show").count() == 0
    assert page.get_by_role("img", name="A round loaf").count() == 1


def test_a_waiting_picture_is_heard_once(open_guide):
    page = open_guide("2g")
    near(page)
    assert page.get_by_role("img", name="A round loaf").count() == 0


def test_a_picture_that_does_not_come_can_be_asked_for_again(browser, bakery, open_guide):
    page = open_guide("2g", device_scale_factor=2)
    button = near(page)
    page.route("**/media/**", lambda route: route.fulfill(status=200, body="", content_type="image/avif"))
    button.click()
    button.wait_for()
    page.unroute("**/media/**")
    button.click()
    assert page.locator(".prose img").evaluate(COMES).endswith("-800.avif")


def test_a_picture_that_waits_is_asked_for_when_the_page_is_printed(open_guide, asked):
    page = open_guide("2g")
    button = near(page)
    page.pdf()
    page.locator(".prose img").evaluate(COMES)
    assert (len(asked()), button.count()) == (1, 0)


def test_without_script_a_picture_comes_by_itself(open_guide, asked):
    page = open_guide("2g", script=False, device_scale_factor=2)
    page.locator(".prose img").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert [each.rpartition("-")[2] for each in asked()] == ["800.avif"]
    assert page.get_by_role("button", name="kB: show").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("letters", [0, 32])
def test_a_waiting_picture_fits_a_narrow_screen_and_a_finger(open_guide, scheme, letters):
    page = open_guide("2g", width=320, scheme=scheme, letters=letters)
    button = near(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert button.bounding_box()["height"] >= 44
    assert button.evaluate("each => each.scrollWidth <= each.clientWidth && each.scrollHeight <= each.clientHeight")
