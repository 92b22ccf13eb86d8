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


@pytest.fixture
def open_guide(browser, bakery):
    """Opens the guide on a device: `open_guide(width=360, device_scale_factor=2)`."""
    made = []

    def open_guide(**options):
        site, server = bakery
        server.asked.clear()
        made.append(Device(browser, site, **options))
        return made[-1].open(site.find("guide", "bread/first-loaf", "en"))

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
