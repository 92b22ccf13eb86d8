"""The components' pages: all of them where the site is written, none where it is published, and nothing left out."""

import re

import pytest
import yaml
from bs4 import BeautifulSoup

from plugins.component.model import Example
from plugins.component.read import read_component
from plugins.component.show import arguments_of, show, with_own_ids
from tests.site.project import ROOT, build, copy_project, files

NAMES = sorted(path.name for path in (ROOT / "theme" / "components").iterdir())
ADDRESSES = {"id": "id/komponen", "en": "en/components"}


def read(folder, address):
    return BeautifulSoup((folder / address / "index.html").read_text("utf-8"), "html.parser")


def components_of(folder):
    return [name for name in files(folder) if name.startswith(tuple(ADDRESSES.values()))]


def test_nothing_of_it_is_published(built):
    assert components_of(built) == []
    assert not list((built / "theme").glob("components.*"))
    for lang, address in ADDRESSES.items():
        home = read(built, lang)
        assert not [each for each in home.find_all("a") if address.rpartition("/")[2] in each["href"]]


@pytest.mark.thorough
@pytest.mark.parametrize("lang", ADDRESSES)
def test_every_component_has_a_page_and_the_home_page_leads_to_them(workshop, lang):
    way = ADDRESSES[lang].rpartition("/")[2]
    assert read(workshop, lang).find("a", href=f"{way}/")
    page = read(workshop, ADDRESSES[lang])
    assert [each["href"] for each in page.select(".parts dt a")] == [f"{name}/" for name in NAMES]
    for name in NAMES:
        about = read_component(ROOT / "theme" / "components" / name, ROOT)[0].about
        assert read(workshop, f"{ADDRESSES[lang]}/{name}").select_one(".title__lead").text == about.replace("`", "")


@pytest.mark.thorough
@pytest.mark.parametrize("lang", ADDRESSES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_shows_every_example_in_every_language(workshop, name, lang):
    page = read(workshop, f"{ADDRESSES[lang]}/{name}")
    examples = yaml.safe_load((ROOT / "theme" / "components" / name / "examples.yaml").read_text("utf-8"))["examples"]
    sections = page.select(".example")
    assert [each.h2.text for each in sections] == [each["name"] for each in examples]
    other = {"id": "en", "en": "id"}[lang]
    for each in sections:
        assert [frame.get("lang") for frame in each.select(".example__frame")] == [None, other]
    assert not page.find(string=re.compile("Not shown|Tidak ditampilkan"))


@pytest.mark.thorough
def test_nobody_is_led_there_but_from_the_home_page(workshop):
    everything = files(workshop)
    assert not [each for name, each in everything.items() if name.endswith(".xml") and b"komponen" in each]
    for name, data in everything.items():
        parts = name.split("/")
        if name.endswith(".html") and len(parts) > 2 and parts[1] not in ("komponen", "components"):
            assert b"/components/" not in data and b"/komponen/" not in data, name


@pytest.mark.thorough
def test_the_switch_leads_to_the_same_component_and_not_where_an_example_leads(workshop):
    page = read(workshop, "id/komponen/language")
    assert page.select_one("body > header language-switch a")["href"] == "../../../en/components/language/"


@pytest.mark.thorough
def test_a_page_loads_the_script_of_its_component(workshop):
    for name in ("quiz", "checklist", "search"):
        scripts = [each["src"] for each in read(workshop, f"en/components/{name}").find_all("script")]
        assert len(scripts) == 1
        assert name in scripts[0].partition("pandu-")[2].partition(".")[0].split("-")


@pytest.mark.thorough
def test_a_page_loads_what_its_script_calls_of_others(workshop):
    source = read(workshop, "en/components/certificate").select_one("script[src]")["src"]
    assert "pandu.passed=" in (workshop / "theme" / source.rpartition("/")[2]).read_text("utf-8")


def test_another_site_has_them_too_and_says_which_examples_it_cannot_show(tmp_path):
    project = copy_project(tmp_path / "project", ROOT / "tests" / "small")
    build(project, settings="pelicanconf.py")
    page = read(project / "output", "en/components/checklist")
    assert "Not shown: this site lacks" in page.find("main").text


@pytest.fixture
def folder(tmp_path):
    """A component that is as it should be."""
    folder = tmp_path / "theme" / "components" / "bell"
    folder.mkdir(parents=True)
    (folder / "bell.j2").write_text("{#- bell(words): it rings. -#}\n", "utf-8")
    (folder / "examples.yaml").write_text("examples:\n  - {name: a bell, on: [home, home]}\n", "utf-8")
    return folder


def told(folder):
    return [str(each) for each in read_component(folder, folder.parents[2])[1]]


def test_a_good_component_is_not_complained_about(folder):
    component, problems = read_component(folder, folder.parents[2])
    assert problems == []
    assert component.about == "bell(words): it rings."
    assert component.shown.examples[0].on == ("home", "home")


def test_a_component_without_documentation_is_told(folder):
    (folder / "bell.j2").write_text("{% macro bell() %}{% endmacro %}\n", "utf-8")
    assert told(folder) == [
        "theme/components/bell/bell.j2:1:1: E108 nothing says what this component is; begin bell.j2 with a comment, "
        "{#- … -#}"
    ]


@pytest.mark.parametrize("text", [None, "", "examples: []\n"])
def test_a_component_without_examples_is_told(folder, text):
    path = folder / "examples.yaml"
    path.unlink() if text is None else path.write_text(text, "utf-8")
    assert told(folder) == [
        "theme/components/bell/examples.yaml:1:1: E108 this component has no examples; add them, each with a name and "
        "its arguments in 'with'"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("examples: [\n", "2:1: E104 this YAML can't be read: expected the node content, but found '<stream end>'"),
        ("examples:\n  - {nam: a bell}\n", "1:1: E109 examples.0.name: Field required; correct it"),
    ],
)
def test_examples_that_cannot_be_read_are_told(folder, text, expected):
    (folder / "examples.yaml").write_text(text, "utf-8")
    assert told(folder)[0] == f"theme/components/bell/examples.yaml:{expected}"


def test_ids_of_an_example_are_its_own_and_its_links_stay_in_it():
    html = (
        '<nav id="menu" aria-labelledby="a b"><b id="a">id="x"</b><b id="b"></b>'
        '<a href="#menu">in</a><a href="#main">out</a><a href="#">nowhere</a><a href="../#menu">away</a>'
        '<pattern id="cloth"></pattern><rect fill="url(#cloth)"/></nav>'
    )
    assert with_own_ids(html, "one-", "one") == (
        '<nav id="one-menu" aria-labelledby="one-a one-b"><b id="one-a">id="x"</b><b id="one-b"></b>'
        '<a href="#one-menu">in</a><a href="#one">out</a><a href="#one">nowhere</a><a href="../#menu">away</a>'
        '<pattern id="one-cloth"></pattern><rect fill="url(#one-cloth)"/></nav>'
    )


class Site:
    def __init__(self, **things):
        self.things = things


def test_arguments_come_from_the_example_from_its_language_and_from_the_site():
    given = {
        "name": "all",
        "with": {"kind": "tip", "body": "<p>Hi</p>", "list": {"source": "id"}},
        "words": {"id": {"title": "Lonceng"}, "en": {"title": "Bell"}},
        "from_site": {"list.text": ("guide", "a/b", "{lang}")},
    }
    site = Site(guide={"a/b": {"id": "Halo", "en": "Hello"}})
    made = arguments_of(Example.model_validate(given), "en", site)
    assert made == {"kind": "tip", "body": "<p>Hi</p>", "list": {"source": "id", "text": "Hello"}, "title": "Bell"}
    assert hasattr(made["body"], "__html__")
    assert not hasattr(made["title"], "__html__")
    assert arguments_of(Example.model_validate(given | {"from_site": {}}), "jv", site)["title"] == "Lonceng"


def test_an_example_of_what_a_site_lacks_is_nothing():
    example = Example.model_validate({"name": "a", "from_site": {"quiz": ("quiz", "a/b")}})
    assert show("quiz", example, lambda *_: lambda _: str, "id", Site(quiz={}), "at") is None
