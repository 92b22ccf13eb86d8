"""A script or a style that can't be read is never shipped, and its own file is named."""

import shutil
from pathlib import Path

import pytest

from plugins.hub.assets import Assets, minified_script, minified_style

THEME = Path(__file__).resolve().parents[2] / "theme"
COMPONENTS = ["checklist", "quiz"]


@pytest.fixture
def theme(tmp_path):
    return shutil.copytree(THEME, tmp_path / "theme")


def append(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize("name", ["theme/static/js/pandu.js", "theme/components/quiz/quiz.js"])
def test_a_script_that_cant_be_read_is_named(theme, name):
    append(theme.parent / name, "function (\n")
    with pytest.raises(ValueError, match=f"^{name}: this script can't be read"):
        Assets(theme).script(frozenset(COMPONENTS))


def test_a_script_that_the_page_does_not_load_does_no_harm(theme):
    append(theme / "components" / "quiz" / "quiz.js", "function (\n")
    assert Assets(theme).script(frozenset())


@pytest.mark.parametrize(
    "script",
    ["function (", "a +", "if (a)", "label:", "f(", "`a", "/* a", "'a", "{", "}", "return"],
)
def test_no_unreadable_script_passes(script):
    with pytest.raises(ValueError, match=r"^a\.js: this script"):
        minified_script({"a.js": script})


def test_a_script_that_would_end_its_element_is_refused():
    with pytest.raises(ValueError, match=r"^a\.js: this script"):
        minified_script({"a.js": 'const end = "</script>";'})


@pytest.mark.parametrize("script", ["", "// a note", "const a=1;", "const a = `\n`;", "a = 1 // a note at the end"])
def test_good_scripts_pass(script):
    assert "probe" not in minified_script({"a.js": script})


def test_a_page_loads_the_scripts_of_what_it_uses_and_of_what_stands_on_every_page(theme):
    assets = Assets(theme)
    plain, used = assets.script(frozenset({"note"})), assets.script(frozenset({"filter", "note"}))
    assert plain == assets.script(frozenset())
    files = {address: data.decode() for address, data in assets.files()}
    assert "scheme-switch" in files[plain]
    assert "list-filter" not in files[plain]
    assert "list-filter" in files[used]


def test_scripts_are_shipped_minified(theme):
    assets = Assets(theme)
    address = assets.script(frozenset(COMPONENTS))
    shipped = dict(assets.files())[address].decode()
    sources = [theme / "static" / "js" / "pandu.js", *theme.glob("components/*/*.js")]
    assert "probe" not in shipped
    assert len(shipped) < 0.75 * sum(len(path.read_text("utf-8")) for path in sources)


def test_a_style_that_cant_be_read_is_named_with_its_own_line(theme):
    path = theme / "components" / "checklist" / "checklist.css"
    lines = path.read_text("utf-8").count("\n")
    append(path, ".a..b {}\n")
    with pytest.raises(ValueError, match=rf"^theme/components/checklist/checklist\.css:{lines + 1}:4: this style"):
        Assets(theme)


def test_a_style_of_some_pages_is_named(theme):
    append(theme / "static" / "css" / "reference.css", ".a..b {}\n")
    with pytest.raises(ValueError, match=r"^theme/static/css/reference\.css:\d+:4: "):
        Assets(theme).extra_style("reference")


def test_a_component_may_have_its_style_in_the_style_of_some_pages(theme):
    append(theme / "components" / "letters" / "letters.reference.css", ".only-there { color: red }\n")
    assets = Assets(theme)
    address = assets.extra_style("reference")
    files = dict(assets.files())
    assert b".only-there" in files[address]
    assert b".only-there" not in assets.style.encode()


def test_a_style_of_the_content_is_named(theme):
    with pytest.raises(ValueError, match=r"^the style that the content brings:1:4: this style"):
        Assets(theme, ".a..b {}")


def test_styles_are_joined():
    assert minified_style({"a.css": ".a { color: red }", "b.css": ".b { color: red }"}) == ".a,.b{color:red}"


def test_a_part_of_a_script_comes_before_what_it_is_a_part_of(theme):
    """quiz.js marks what it finds as soon as it is read: by then the parts must be there."""
    append(theme / "components" / "quiz" / "fields.js", "window.part = 1;\n")
    append(theme / "components" / "quiz" / "quiz.js", "window.whole = 1;\n")
    assets = Assets(theme)
    address = assets.script(frozenset({"quiz", "quiz.fields"}))
    script = dict(assets.files())[address].decode()
    assert 0 < script.index("window.part") < script.index("window.whole")
    alone = assets.script(frozenset({"quiz"}))
    assert b"window.part" not in dict(assets.files())[alone]


def test_readers_pay_for_no_comment_of_a_script():
    scripts = {
        "a.js": "/** What is\n * promised. */\nwindow.one = 1; // why\n{\n  /** Inside. */\n  window.two = 2;\n}"
    }
    assert minified_script(scripts).strip(";") == "window.one=1,window.two=2"


def test_a_style_that_nobody_wrote_is_told(theme):
    with pytest.raises(LookupError, match="there is no style 'elsewhere'"):
        Assets(theme).extra_style("elsewhere")
