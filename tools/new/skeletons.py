"""The texts that new files begin with, from `skeletons/`; what is to be written in them stands in ⟦…⟧.

A language that has no skeleton gets the English one.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template
from typing import Any

from plugins.shared.document import Document, document
from plugins.shared.problem import Problems
from plugins.shared.source import BLANK, Source
from plugins.shared.yaml import read_yaml
from tools.fmt import markdown, yaml

FOLDER = Path(__file__).with_name("skeletons")
ENGLISH = "en"
SPOKEN = {path.stem for path in FOLDER.glob("guide/*.md")}


def text(kind: str, lang: str, front: Mapping[str, Any], shows: Mapping[str, str], without: Iterable[str] = ()) -> str:
    """A Markdown file; a directive that shows what is not in `shows` is left out, and so are these sections."""
    body = (FOLDER / kind / f"{lang if lang in SPOKEN else ENGLISH}.md").read_text("utf-8")
    for key in without:
        begin = body.index("\n## ", body.rindex("\n\n", 0, body.index(f"{{#{key}}}")))
        end = body.find("\n## ", begin + 1)
        body = body[:begin] + (body[end:] if end > 0 else "\n")
    kept = (line for line in body.split("\n") if shows.keys() >= set(Template(line).get_identifiers()))
    body = Template("\n".join(kept)).substitute(shows)
    return markdown.formatted(f"---\n{yaml.dumped(front)}---\n\n{body}")


def read(written: str) -> Document:
    """The document that a text of ours is."""
    found = document(Source("", written), Problems())
    assert found
    return found


def followed(source: str, translation: str) -> dict[str, str]:
    """What a translation follows from the start: the sections in which nothing is to be written, in either language."""
    own = read(translation)
    ready = ((each, own.section(each.key)) for each in read(source).sections)
    return {each.key: each.hash for each, other in ready if other and not BLANK.search(each.text + other.text)}


def data(name: str, languages: tuple[str, ...], values: Mapping[str, Any]) -> Any:
    """What a YAML skeleton holds, with its texts in the site's languages and each `$name` replaced."""
    tree, _ = read_yaml(Source(name, (FOLDER / f"{name}.yaml").read_text("utf-8")))
    assert tree
    return _filled(tree.data, languages, values)


def _filled(node: Any, languages: tuple[str, ...], values: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_filled(each, languages, values) for each in node]
    if isinstance(node, dict) and ENGLISH in node:
        return {lang: node.get(lang, node[ENGLISH]) for lang in languages}
    if isinstance(node, dict):
        return {key: _filled(each, languages, values) for key, each in node.items()}
    if node.startswith("$"):
        return values[node[1:]]
    return int(node) if node.isdigit() else node == "true" if node in ("true", "false") else node
