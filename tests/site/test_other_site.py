"""The engine knows neither its languages nor its subject: another site needs content, words and one setting."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site.project import DAY, build, copy_project, files
from tools.archive import built, whole

OTHER = Path(__file__).with_name("three-languages")


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    project = copy_project(tmp_path_factory.mktemp("other") / "project", OTHER)
    settings = project / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace('("id", "en")', '("id", "en", "jv")'), "utf-8")
    english = project / "theme" / "locale" / "en" / "LC_MESSAGES" / "messages.po"
    javanese = project / "theme" / "locale" / "jv" / "LC_MESSAGES" / "messages.po"
    javanese.parent.mkdir(parents=True)
    javanese.write_text(english.read_text("utf-8").replace("Language: en", "Language: jv"), "utf-8")
    build(project)
    return project / "output"


def test_a_third_language_needs_a_catalogue_content_and_one_word_in_the_settings(other):
    pages = {path.relative_to(other).as_posix() for path in other.rglob("*.html")}
    assert {"jv/index.html", "jv/roti/roti-kapisan/index.html", "jv/quiz/roti/roti-kapisan/index.html"} <= pages
    page = BeautifulSoup((other / "en/bread/first-loaf/index.html").read_text("utf-8"), "html.parser")
    twins = {each["hreflang"]: each["href"] for each in page.find_all("link", hreflang=True)}
    assert twins == {
        "id": "https://bread.example/kitchen/id/roti/roti-pertama/",
        "en": "https://bread.example/kitchen/en/bread/first-loaf/",
        "jv": "https://bread.example/kitchen/jv/roti/roti-kapisan/",
    }


def test_its_archive_has_a_search_in_each_language_and_leads_to_the_site_below_its_path(other):
    found = dict(whole(built(other.parent, other, DAY)))
    assert {"jv/index.html", *(f"search/index.{lang}.js" for lang in ("id", "en", "jv"))} <= found.keys()
    assert b"Stemmer" in found["search/index.id.js"]
    assert b"Stemmer" not in found["search/index.jv.js"]  # Snowball doesn't know it
    assert b'href="https://bread.example/kitchen/jv/feed.xml"' in found["jv/index.html"]
    assert found["README.txt"].decode().count("https://bread.example/kitchen/") == 3


def test_a_lesson_in_one_file_holds_all_three(other):
    lesson = BeautifulSoup((other / "lessons" / "bread-first-loaf.html").read_text("utf-8"), "html.parser")
    parts = {each["lang"]: each for each in lesson.find_all("div", class_="one-file__part")}
    assert list(parts) == ["id", "en", "jv"]
    assert all(each.find("h1").get_text() and each.find("quiz-form") for each in parts.values())
    assert [each["lang"] for each in lesson.select(".one-file__languages a")] == ["id", "en", "jv"]


@pytest.mark.parametrize("lang", ["id", "en", "jv"])
def test_each_language_has_its_previews_and_its_manifest(other, lang):
    page = BeautifulSoup((other / lang / "index.html").read_text("utf-8"), "html.parser")
    preview = page.find("meta", property="og:image")["content"]
    assert preview.startswith(f"https://bread.example/kitchen/{lang}/")
    assert (other / preview.removeprefix("https://bread.example/kitchen/")).is_file()
    manifest = json.loads((other / lang / page.find("link", rel="manifest")["href"]).read_text("utf-8"))
    assert (manifest["lang"], manifest["name"], manifest["dir"]) == (
        lang,
        page.find(class_="header__brand").text,
        "ltr",
    )


def test_each_language_has_its_dates_and_their_file(other):
    for lang, said in (("id", "tanggal 15"), ("en", "the 15th"), ("jv", "the 15th")):
        (path,) = (other / lang).rglob("*.ics")
        assert said in path.read_text("utf-8")
        assert said in path.with_name("index.html").read_text("utf-8")


def test_a_site_on_another_subject_says_nothing_of_this_one(other):
    for name, data in files(other).items():
        if name.endswith((".html", ".xml", ".webmanifest")):
            text = data.decode()
            assert not re.search(r"\b(Pandu|pandu\.example|PSE|NIB)\b", text), name


def test_a_page_that_is_served_at_any_depth_uses_the_path_of_its_address(other):
    page = BeautifulSoup((other / "404.html").read_text("utf-8"), "html.parser")
    links = [each["href"] for each in page.find_all(["a", "link"], href=True) if each.get("rel") != ["license"]]
    assert all(each.startswith(("/kitchen/", "#", "https:", "mailto:")) for each in links), links
