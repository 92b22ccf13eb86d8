"""Every component renders every example of its `examples.yaml`, in every language, as valid HTML.

By the code that shows them on the components' pages: what is looked at there is what is tested here.
"""

from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup
from pelican import Pelican
from pelican.settings import read_settings

from plugins.component.read import read_component
from plugins.component.show import show
from plugins.hub.frame import Frame
from plugins.hub.generator import HubGenerator

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(path for path in (ROOT / "theme" / "components").iterdir() if any(path.iterdir()))
COMPONENTS = [component for component, _ in (read_component(folder, ROOT) for folder in FOLDERS) if component]
EXAMPLES = [
    pytest.param(component, example, lang, id=f"{component.name}: {example.name} ({lang})")
    for component in COMPONENTS
    for example in component.shown.examples
    for lang in ("id", "en")
]


@pytest.fixture(scope="module")
def frame(tmp_path_factory):
    """The view from a component's page of this project's site, by its name and language."""
    override = {"OUTPUT_PATH": str(tmp_path_factory.mktemp("nowhere")), "WRITES": False}
    settings = read_settings(str(ROOT / "pelicanconf.py"), override=override)
    Pelican(settings)
    context = {**settings, "generated_content": {}, "static_links": set(), "static_content": {}}
    places = {"path": settings["PATH"], "theme": settings["THEME"], "output_path": settings["OUTPUT_PATH"]}
    generator = HubGenerator(context=context, settings=settings, **places)
    generator.generate_context()
    theme = generator.prepare_theme(generator.tree)
    generator.say_words(generator.tree.site)

    def frame(name, lang):
        return Frame(generator.tree.pages.find("component", name, lang), generator.tree, theme)

    return frame


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_component_says_what_it_is_and_has_examples(folder):
    component, problems = read_component(folder, ROOT)
    assert [str(each) for each in problems] == []
    assert component.about.startswith(f"{component.name}("), "the documentation begins with how it is called"


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_the_examples_of_a_component_have_names_of_their_own(component):
    names = [each.name for each in component.shown.examples]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("component", "example", "lang"), EXAMPLES)
def test_an_example_is_valid_html_in_every_language(frame, component, example, lang):
    here = frame(component.name, lang)
    html = show(component.name, example, here.seen_from, lang, here.tree.site, "example-1")
    assert html is not None, "this site lacks what the example names"
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parseFragment(html, container="ul" if component.shown.inside else "div")
    assert parser.errors == []
    parsed = BeautifulSoup(html, "html.parser")
    assert not parsed.find_all(style=True)
    ids = [each["id"] for each in parsed.find_all(id=True)]
    assert len(ids) == len(set(ids))
