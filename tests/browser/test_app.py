"""The site as an app: a device can keep it, in each language, and it looks like itself there."""

import io
import json

import pytest
from PIL import Image

NEEDS_A_WORKER = {
    "no-matching-service-worker"
}  # what older Chromiums still ask for; here none may run (test_offline.py)


@pytest.fixture
def asked(phone, site, lang):
    """What Chromium makes of the manifest that a guide links to."""
    page = phone.open(site.find("guide", "pse/what-is-a-pse", lang))
    session = phone.context.new_cdp_session(page)
    return session.send("Page.getAppManifest"), session.send("Page.getInstallabilityErrors")


def test_a_browser_finds_nothing_wrong_with_the_manifest(asked, site, lang):
    manifest, _ = asked
    assert manifest["url"] == site.url(f"{lang}/manifest.webmanifest")
    assert manifest["errors"] == []


def test_a_browser_would_keep_the_site(asked):
    _, errors = asked
    assert {each["errorId"] for each in errors["installabilityErrors"]} <= NEEDS_A_WORKER | {"in-incognito"}


def test_the_app_opens_the_home_page_and_reaches_every_language(asked, site, lang):
    found = json.loads(asked[0]["data"])
    assert (found["lang"], found["start_url"], found["scope"]) == (lang, "./", "../")
    assert found["id"] == f"/{lang}/"  # of the address that the site was built for
    assert asked[0]["manifest"]["startUrl"] == site.url(f"{lang}/")
    assert asked[0]["manifest"]["scope"] == site.base


def test_icons_have_the_sizes_that_they_are_said_to_have(asked, site, lang):
    for icon in json.loads(asked[0]["data"])["icons"]:
        image = Image.open(io.BytesIO((site.folder / lang / icon["src"]).read_bytes()))
        assert f"{image.width}x{image.height}" == icon["sizes"]
        corner = image.convert("RGBA").getpixel((0, 0))[3]
        assert corner == (255 if icon["purpose"] == "maskable" else 0)


def test_the_ground_of_the_app_is_the_paper_of_the_pages(phone, asked, site, lang):
    page = phone.open(f"{lang}/")
    colour = json.loads(asked[0]["data"])["background_color"]
    assert page.locator("meta[name=theme-color][media*=light]").get_attribute("content") == colour
    red, green, blue = bytes.fromhex(colour[1:])
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == f"rgb({red}, {green}, {blue})"
