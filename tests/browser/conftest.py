"""The built site in a real Chromium: one browser for all tests, a device of its own for each.

A test takes `phone` (or `device`, to say what kind it is), opens addresses that it finds through `site`, and looks.
What is asked of another origin, fails to load or is complained about in the console fails the test at its end.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.device import Device
from tests.browser.serving import Server
from tests.browser.shown import Site
from tests.browser.telling import tell
from tools import browser as chromium
from tools.hosting.headers import everywhere

CLOSED = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # what slips through our guard leads nowhere

# Of this folder, not of the whole run: Playwright keeps an event loop going, in which others' asyncio would fail.


@pytest.fixture(scope="package")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    with pytestconfig.pluginmanager.getplugin(
        "capturemanager"
    ).global_and_fixture_disabled():  # a download is announced
        path = browser_or_reason()
    if isinstance(path, chromium.NoBrowser):
        pytest.fail(str(path), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=[*chromium.arguments(), CLOSED], chromium_sandbox=not chromium.is_root()
        )
        yield browser
        browser.close()


def browser_or_reason() -> Path | chromium.NoBrowser:
    try:
        return chromium.find()
    except chromium.NoBrowser as reason:
        return reason


@pytest.fixture(scope="package")
def site(built: Path) -> Iterator[Site]:
    """With the headers that hosts send: nothing that they forbid is missed."""
    headers = everywhere()
    with Server(built, headers=headers) as server, Server(built, "/", headers) as root:
        yield Site(built, server.base, root.base)


@pytest.fixture
def device(browser: Browser, site: Site) -> Iterator[Callable[..., Device]]:
    """Makes a device: `device(width=1280, scheme="dark", script=False)`."""
    made = []

    def device(**options) -> Device:
        made.append(Device(browser, site, **options))
        return made[-1]

    yield device
    tell(line for each in made for line in each.close())


@pytest.fixture
def phone(device: Callable[..., Device]) -> Device:
    """The usual reader's: 360 px wide, light, with script."""
    return device()


@pytest.fixture(params=["id", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def script(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture(params=[320, 360])
def width(request: pytest.FixtureRequest) -> int:
    """Of a narrow and of the usual phone."""
    return request.param


@pytest.fixture(scope="session")
def components(workshop):
    """The site with the pages of the components."""
    with Server(workshop) as server:
        yield Site(workshop, server.base, server.base)
