"""The arrows of docs/design.md: who imports whom, who knows whom, and that nobody remembers a build."""

import ast
import copy
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pelican import Pelican
from pelican.settings import read_settings

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = ROOT / "plugins"
CONCEPTS = sorted(path.name for path in PLUGINS.iterdir() if (path / "__init__.py").is_file())
CONCEPTS = [name for name in CONCEPTS if name not in ("hub", "shared")]
LIBRARIES = {
    "PIL",
    "babel",
    "blinker",
    "bs4",
    "cbor2",
    "markdown_it",
    "markupsafe",
    "pydantic",
    "pydantic_core",
    "snowballstemmer",
    "yaml",
}
WORDS = {
    "component",
    "date",
    "home",
    "link",
    "page",
    "picture",
    "search",
}  # of the hub as well: it makes pages of Markdown, and calls `re.search`


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, at any depth of its code; `from a import b` is `a.b`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it leads"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def is_in(module: str, *packages: str) -> bool:
    return any(f"{module}.".startswith(f"{each}.") for each in packages)


def is_library(module: str) -> bool:
    top = module.partition(".")[0]
    return top in sys.stdlib_module_names or top in LIBRARIES


@pytest.mark.parametrize("path", sources("plugins"), ids=name_of)
def test_only_the_hub_imports_pelican(path):
    if not path.is_relative_to(PLUGINS / "hub"):
        assert not [each for each in imported(path) if is_in(each, "pelican")]


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_imports_itself_shared_and_named_libraries(concept):
    for path in sources(f"plugins/{concept}"):
        allowed = ("plugins.shared", f"plugins.{concept}")
        assert [each for each in imported(path) if not is_library(each) and not is_in(each, *allowed)] == [], path


def test_shared_imports_no_plugin_and_no_tool():
    for path in sources("plugins/shared"):
        wrong = [each for each in imported(path) if not is_library(each) and not is_in(each, "plugins.shared")]
        assert wrong == [], path


def test_the_hub_imports_no_concept_and_no_tool():
    for path in sources("plugins/hub"):
        foreign = [f"plugins.{concept}" for concept in CONCEPTS]
        assert [each for each in imported(path) if is_in(each, "tools", *foreign)] == [], path


def names(path: Path) -> Iterator[str]:
    """Every word of a file's names and texts; what its docstrings and comments tell is none of its knowledge."""
    tree = ast.parse(path.read_text("utf-8"))
    told = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            yield from re.findall("[a-z]+", node.value)
        for field in ("id", "attr", "arg", "name"):
            yield from re.findall("[a-z]+", str(getattr(node, field, None) or ""))


def test_the_hub_names_no_concept():
    for path in sources("plugins/hub"):
        assert set(names(path)).isdisjoint(set(CONCEPTS) - WORDS), path


def test_no_function_of_the_plugins_remembers():
    """What is cached beyond a build is state; `global` is the plain word for it."""
    for path in sources("plugins"):
        assert not [each for each in imported(path) if each in ("functools.cache", "functools.lru_cache")], path
        assert not [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Global)], path


KNOWN = {
    "PARSER",  # the Markdown parser: made once, and each text has an `env` of its own
    "concepts",  # the signal: Pelican's way for a plugin to join
}
FIXED = (str, bytes, int, float, tuple, frozenset, re.Pattern, type)


def assigned(path: Path) -> Iterator[str]:
    """The names that a module gives to values of its own."""
    for node in ast.parse(path.read_text("utf-8")).body:
        for target in getattr(node, "targets", [getattr(node, "target", None)]):
            yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name)) if target else ()


def state() -> dict[tuple[str, str], object]:
    """What the modules of the plugins hold and could change, by module and name; a name of a type is none."""
    found = {}
    for path in sources("plugins"):
        module = importlib.import_module(name_of(path))
        for name in set(assigned(path)) - KNOWN:
            value = getattr(module, name)
            if not (isinstance(value, FIXED) or type(value).__module__ in ("typing", "types", "collections.abc")):
                found[module.__name__, name] = value
    return found


def test_a_build_leaves_no_trace_in_the_modules_of_the_plugins(small, tmp_path):
    assert {type(value) for value in state().values()} <= {dict, list, set}  # what can be compared by its value
    before = copy.deepcopy(state())
    override = {"PATH": str(small / "content"), "OUTPUT_PATH": str(tmp_path / "output"), "AS_OF": "2026-11-23"}
    Pelican(read_settings(str(ROOT / "publishconf.py"), override=override)).run()
    assert (tmp_path / "output" / "index.html").is_file()
    assert state() == before
