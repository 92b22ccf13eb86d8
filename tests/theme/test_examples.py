"""Every component renders every example of its `examples.yaml`, in every language, as valid HTML."""

from pathlib import Path

import html5lib
import pytest
import yaml
from bs4 import BeautifulSoup
from markupsafe import Markup
from pelican import Pelican
from pelican.settings import read_settings

from plugins.hub.frame import Frame
from plugins.hub.generator import HubGenerator

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = sorted(path.parent for path in (ROOT / "theme" / "components").glob("*/*.j2"))
EXAMPLES = [
    pytest.param(folder.name, each, lang, id=f"{folder.name}: {each['name']} ({lang})")
    for folder in COMPONENTS
    for each in yaml.safe_load((folder / "examples.yaml").read_text("utf-8"))["examples"]
    for lang in ("id", "en")
]


@pytest.fixture(scope="module")
def frame(tmp_path_factory):
    """The view from a page of this project's site, by kind, key and language."""
    override = {"OUTPUT_PATH": str(tmp_path_factory.mktemp("nowhere")), "WRITES": False}
    settings = read_settings(str(ROOT / "pelicanconf.py"), override=override)
    Pelican(settings)
    context = {**settings, "generated_content": {}, "static_links": set(), "static_content": {}}
    places = {"path": settings["PATH"], "theme": settings["THEME"], "output_path": settings["OUTPUT_PATH"]}
    generator = HubGenerator(context=context, settings=settings, **places)
    generator.generate_context()
    theme = generator.prepare_theme(generator.tree.site)
    generator.say_words(generator.tree.site)

    def frame(kind, key, lang):
        page = generator.tree.pages.find(kind, key, lang)
        return Frame(page, generator.tree, theme)

    return frame


def test_every_component_has_a_template_of_its_name_and_examples():
    for folder in COMPONENTS:
        assert (folder / f"{folder.name}.j2").is_file(), folder
        assert (folder / "examples.yaml").is_file(), folder


def safe(value):
    return Markup(value) if isinstance(value, str) and "<" in value else value


@pytest.mark.parametrize(("name", "example", "lang"), EXAMPLES)
def test_an_example_is_valid_html_in_every_language(frame, name, example, lang):
    here = frame(*example.get("on", ["home", "home"]), lang)
    site = here.tree.site
    arguments = {key: safe(value) for key, value in example.get("with", {}).items()}
    for argument, (concept, key) in example.get("from_site", {}).items():
        arguments[argument] = site[concept][key]
    html = str(here.component(name)(**arguments))
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parseFragment(html, container="ul" if html.lstrip().startswith("<li") else "div")
    assert parser.errors == []
    parsed = BeautifulSoup(html, "html.parser")
    assert not parsed.find_all(style=True)
    ids = [each["id"] for each in parsed.find_all(id=True)]
    assert len(ids) == len(set(ids))
