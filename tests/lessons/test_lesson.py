"""Lessons in one file, of the small site: what stands in them, and that it stands together."""

import re

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup

from plugins.shared.site import Page
from tests.site.project import ROOT
from tools.checks.html import errors_of
from tools.checks.lessons import closed, light

FILES = ("bread-first-loaf", "bread-selling-bread")
THEME = ROOT / "theme"


@pytest.fixture(scope="module")
def texts(small_project):
    return {name: (small_project / f"output/lessons/{name}.html").read_text("utf-8") for name in FILES}


@pytest.fixture(scope="module")
def loaf(texts):
    return BeautifulSoup(texts["bread-first-loaf"], "html.parser")


def part(lesson, lang):
    return lesson.find("div", class_="one-file__part", lang=lang)


def test_every_guide_has_one(small_project):
    assert {path.stem for path in (small_project / "output" / "lessons").iterdir()} == set(FILES)


def test_it_says_what_it_is_and_that_search_engines_pass_over_it(loaf):
    assert "data-one-file" in loaf.html.attrs
    assert "Roti pertama" in loaf.title.text
    assert "Your first loaf" in loaf.title.text
    assert loaf.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_it_holds_every_language_and_its_top_leads_to_each(loaf):
    assert [each["lang"] for each in loaf.find_all("div", class_="one-file__part")] == ["id", "en"]
    for link in loaf.find("nav", class_="one-file__languages").find_all("a"):
        assert loaf.find(id=link["href"].removeprefix("#")).find_parent(lang=link["lang"])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_quiz_is_the_whole_one(loaf, small_project, lang):
    own = next(
        (small_project / "output" / lang).glob(
            "*/bread/first-loaf/index.html" if lang == "en" else "kuis/*/*/index.html"
        )
    )
    asked = BeautifulSoup(own.read_text("utf-8"), "html.parser").find_all("fieldset")
    assert [each["data-key"] for each in part(loaf, lang).find_all("fieldset")] == [each["data-key"] for each in asked]
    assert len(asked) > 1


@pytest.mark.parametrize("lang", ["id", "en"])
def test_tasks_stand_with_their_reasons(loaf, lang):
    lists = part(loaf, lang).find_all("checklist-form")
    assert len(lists) == 1
    assert any(len(task.get_text()) > len(task.label.get_text()) for task in lists[0].find_all("li", class_="task"))


def test_pictures_stand_in_the_file(loaf):
    pictures = loaf.find_all("img")
    assert len(pictures) == 2
    assert all(each["src"].startswith("data:image/") for each in pictures)
    assert loaf.find("picture-frame") is None, "what is here already waits for no tap"
    assert not loaf.find_all("source")


@pytest.mark.parametrize("name", FILES)
def test_its_html_has_no_error_and_no_id_stands_twice(texts, name):
    assert errors_of(texts[name]) == []
    names = re.findall(r'\sid="([^"]*)"', texts[name])
    assert len(names) == len(set(names))


def test_links_lead_within_the_file_or_to_the_site(loaf):
    for link in loaf.find_all("a"):
        assert re.match(r"#|https://|mailto:", link["href"]), link
        assert not link["href"].startswith("#") or loaf.find(id=link["href"][1:]), link
    assert loaf.find("a", href=re.compile(r"^https://[^/]+/.*en/regulations/"))


def test_nothing_is_left_of_what_leads_around_the_site(loaf):
    for name in ("share-sections", "quiz-results", "lesson-steps", "scheme-switch"):
        assert not loaf.find(name)
    assert not loaf.find("nav", class_=["breadcrumbs", "next"])
    assert not loaf.find("a", download=True)


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_asked_of_another_address(texts, name):
    assert list(closed(f"lessons/{name}.html", texts[name])) == []
    assert "url(" not in texts[name].split("</style>")[0]


@pytest.mark.parametrize(
    ("spoil", "by"),
    [
        ("<main ", '<img src="https://elsewhere.example/a.png"><main '),
        ("<main ", '<p style="color: red"></p><main '),
        ("</style>", ".more{color:red}</style>"),
        ("</script>", ";alert()</script>"),
    ],
)
def test_what_would_ask_or_run_more_is_found(texts, spoil, by):
    spoiled = texts["bread-first-loaf"].replace(spoil, by, 1)
    assert [each.code for each in closed("lessons/bread-first-loaf.html", spoiled)] == ["E305"]


def test_its_page_offers_it_and_says_how_large_it_is(small_project, texts):
    page = BeautifulSoup((small_project / "output/en/bread/first-loaf/index.html").read_text("utf-8"), "html.parser")
    link = page.find("a", download=True)
    assert link["href"] == "../../../lessons/bread-first-loaf.html"
    assert f"{round(len(texts['bread-first-loaf'].encode()) / 1000)} kB" in link.text


def test_what_its_components_ask_of_the_record_is_there():
    """A lesson's `pandu` is another one, which keeps nothing: it has to offer all the same what is called."""
    offered = set(re.findall(r"^  (\w+)\(", (THEME / "lessons/memory.js").read_text("utf-8"), re.MULTILINE))
    common = set(re.findall(r"^  (\w+)\(", (THEME / "static/js/pandu.js").read_text("utf-8"), re.MULTILINE))
    for name in ("quiz", "checklist", "tool", "worksheet"):
        for path in (THEME / "components" / name).glob("*.js"):
            assert common.intersection(re.findall(r"pandu\.(\w+)\(", path.read_text("utf-8"))) <= offered, path


def test_a_lesson_neither_reads_nor_writes_what_a_browser_keeps(texts):
    for text in texts.values():
        assert not re.search(r"(local|session)Storage|indexedDB|document\.cookie", text)


@pytest.mark.parametrize("catalogue", sorted((THEME / "locale").glob("*/LC_MESSAGES/messages.po")), ids=str)
def test_its_own_words_stand_in_every_catalogue(catalogue):
    with catalogue.open("rb") as file:
        known = read_po(file)
    for path in (THEME / "lessons").glob("*.j2"):
        for words in re.findall(r'(?:_|gettext)\("([^"]+)"\)', path.read_text("utf-8")):
            assert known.get(words) is not None, words


def test_one_that_is_too_heavy_to_be_sent_is_told_at_its_text():
    page = Page(kind="guide", key="bread/first-loaf", lang="en", address="en/bread/first-loaf/", title="", summary="")
    assert not list(light(page, 200_000))
    (found,) = light(page, 200_300)
    assert found[:2] == ("en/bread/first-loaf/index.html", "E307")
    assert "300 more than the 200000" in str(found.message)
