"""What machines read: the feeds, and the address of the site in it all. That nothing is missing the build checks."""

import xml.etree.ElementTree as ET

import pytest

from tests.site.project import SMALL, build, copy_project

ADDRESS = "https://pandu.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_feed_of_a_language_holds_its_guides_and_nothing_that_depends_on_the_clock(built, pages, lang):
    feed = ET.parse(built / lang / "feed.xml").getroot()
    assert feed.findtext("a:id", namespaces=ATOM) == f"{ADDRESS}{lang}/"
    entries = {each.find("a:link", ATOM).get("href"): each for each in feed.findall("a:entry", ATOM)}
    guides = {
        ADDRESS + name.removesuffix("index.html")
        for name, page in pages.items()
        if page.html["data-kind"] == "guide" and page.html["lang"] == lang
    }
    assert set(entries) == guides
    newest = max(each.findtext("a:updated", namespaces=ATOM) for each in entries.values())
    assert feed.findtext("a:updated", namespaces=ATOM) == newest


def test_the_address_of_the_site_can_be_set_from_outside(tmp_path):
    project = copy_project(tmp_path / "project", SMALL)
    build(project, PANDU_SITEURL="https://hub.example/learn/")
    text = (project / "output/id/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://hub.example/learn/id/">' in text
    assert 'href="/learn/' in (project / "output/404.html").read_text("utf-8")
    assert "bread.example/" not in text


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_register_has_a_feed_of_the_rules_that_took_effect(built, pages, lang):
    """Its page and the home page lead there, and readers' programs find it in the head."""
    name, page = next(
        (name, page)
        for name, page in pages.items()
        if page.html["data-kind"] == "register" and page.html["lang"] == lang
    )
    base = name.removesuffix("index.html")
    feed = ET.parse(built / base / "feed.xml").getroot()
    days = [each.findtext("a:updated", namespaces=ATOM) for each in feed.findall("a:entry", ATOM)]
    assert len(days) > 3
    assert days == sorted(days, reverse=True)
    assert page.find("link", rel="alternate", href="feed.xml")
    home = pages[f"{lang}/index.html"]
    assert home.find("a", href=f"{base.removeprefix(lang + '/')}feed.xml")
