"""No script of ours makes HTML or code of a text: what readers and editors write is neither, policy or not."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "theme").rglob("*.js"))
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
# What takes a text and makes elements or code of it. A page that is parsed apart runs nothing and is no sink.
SINK = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|setHTMLUnsafe|createContextualFragment|execCommand|document\.write(?:ln)?)\b"
    r"|\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\("
    r"|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]"
    r"|javascript:"
    r"|setAttribute\(\s*[\"'`](?:on|style|srcdoc)"
    r"|createElement\(\s*[\"'`](?:script|iframe|object|embed|base)"
    r"|\.cookie\b|\bpostMessage\s*\(|\bwindow\.open\s*\("
)
NAMED = re.compile(r"setAttribute\(\s*(?![\"'`])(\w+)")  # an attribute whose name is computed
OURS = {  # what takes nothing that anybody wrote
    "archive.js": ['createElement("script'],  # an address that the task writes
    "worker.js": ["postMessage("],  # the address of news.js, which the build writes
}
KNOWN = {"projector.js", "receipt.js"}  # of `src` and `href` of our own pages; of what draws a QR code


def code_of(path: Path) -> str:
    return COMMENT.sub("", path.read_text("utf-8"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_makes_html_or_code_of_a_text(path):
    assert SINK.findall(code_of(path)) == OURS.get(path.name, [])


def test_attributes_whose_names_are_computed_are_known():
    assert {path.name for path in SCRIPTS if NAMED.search(code_of(path))} == KNOWN


@pytest.mark.parametrize(
    "line",
    [
        "box.innerHTML = name;",
        "document.write(x)",
        "eval (x)",
        "new Function('a')",
        'setTimeout("f()", 1)',
        "link.href = 'javascript:' + x;",
        "box.setAttribute('onclick', x)",
        "document.cookie = x",
        "box.insertAdjacentHTML('afterend', x)",
    ],
)
def test_such_a_line_would_be_seen(line):
    assert SINK.search(line)
