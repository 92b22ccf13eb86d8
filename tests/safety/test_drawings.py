"""A picture that is a program in disguise is refused; what drawing programs save is taken."""

import pytest

from plugins.picture.model import Picture
from plugins.picture.read import drawing_of
from plugins.shared.problem import Problem
from tests.safety.attacks import attacks
from tests.site.project import ROOT

NAME = "content/guides/bread/first-loaf/oven.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">{}</svg>'
DRAWN = {
    "by Inkscape": '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Created with Inkscape -->\n'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" viewBox="0 0 40 30"><sodipodi:namedview id="x"/>'
    '<metadata><rdf:RDF><rdf:li rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></rdf:RDF></metadata>'
    '<rect style="fill:url(#a);stroke:none"/></svg>',
    "by Illustrator": '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
    ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n' + SVG.format("<style>.a{fill:url('#b')}</style>"),
    "with a copy of a part": SVG.format('<defs><g id="a"/></defs><use xlink:href="#a"/><use href="#a"/>'),
    "with a photograph": SVG.format('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
    "with words about javascript:": SVG.format("<text>javascript: on = off &lt;script&gt;</text>"),
}


@pytest.mark.parametrize("drawing", attacks("drawing"))
def test_a_drawing_that_runs_or_asks_elsewhere_is_refused(drawing):
    for data in (drawing.encode(), b"\xef\xbb\xbf" + drawing.encode(), drawing.replace("\n", "\r\n").encode()):
        found = drawing_of(NAME, data)
        assert isinstance(found, Problem)
        assert found.code in ("E149", "E152")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "utf-32"])
def test_another_encoding_hides_nothing(encoding):
    data = SVG.format("<script>alert(1)</script>").encode(encoding)
    assert isinstance(drawing_of(NAME, f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + data), Problem)
    assert isinstance(drawing_of(NAME, data), Problem)


@pytest.mark.parametrize("name", DRAWN)
def test_what_programs_draw_is_taken(name):
    assert isinstance(drawing_of(NAME, DRAWN[name].encode()), Picture)


def test_a_drawing_a_thousand_levels_deep_is_read():
    assert isinstance(drawing_of(NAME, SVG.format("<g>" * 20_000 + "</g>" * 20_000).encode()), Picture)


def test_the_drawings_of_the_theme_would_be_taken():
    for path in sorted((ROOT / "theme").rglob("*.svg")):
        assert isinstance(drawing_of(NAME, path.read_bytes()), Picture), path
