"""What a maintainer should look at, as a page and as JSON: made in `report/`, for nobody but who works on the site.

the engine into a folder of nobody's ─ every page parsed ─ parts ─ report/index.html, report/report.json
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.hub.tree import Tree
from plugins.shared.message import Message, said
from plugins.shared.telling import language, tell, translation
from tools.build import ROOT
from tools.check import no_bytecode
from tools.ending import Stop, exit_status
from tools.engine import no_warnings, run_engine
from tools.made import Made
from tools.report.dates import dates
from tools.report.law import marks, register
from tools.report.pages import seen
from tools.report.part import Part
from tools.report.questions import questions
from tools.report.reading import long_sentences, reading
from tools.report.texts import freshness, translations
from tools.report.ways import links, orphans, weights

HERE = Path(__file__).parent
FOLDER = "report"


def report(as_of: str | None = None, root: Path = ROOT) -> int:
    """The exit status: 0 and the report is made, or 2 and the errors of the tree have been told."""
    root = root.resolve()
    return exit_status(root, lambda: make(root, as_of))


def make(root: Path, as_of: str | None) -> None:
    with tempfile.TemporaryDirectory(prefix="pandu-") as nowhere, no_bytecode(), no_warnings(root):
        made = run_engine(root, "publishconf.py", Path(nowhere), as_of, writes=True)
        if made.tree is None:
            raise Stop(Message("{settings}: no page came out; see its PLUGINS", settings="publishconf.py"))
        parts = list(parts_of(made, made.tree))
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    write(folder / "report.json", data(parts, made.tree))
    write(folder / "index.html", page(parts, made.tree, root))
    tell(
        Message(
            "{place}: {urgent} things to look at",
            place=f"{FOLDER}/index.html",
            urgent=sum(each.urgent for each in parts),
        )
    )


def parts_of(made: Made, tree: Tree) -> Iterator[Part]:
    """What the report consists of, in its order."""
    pages = seen(made)
    yield translations(tree.site)
    yield freshness(tree.site)
    yield reading(tree.site)
    yield long_sentences(tree.site)
    yield marks(tree)
    yield register(tree)
    yield dates(tree.site)
    yield questions(tree.site)
    yield orphans(pages)
    yield links(pages, tree.site)
    yield weights(pages)


def data(parts: list[Part], tree: Tree) -> str:
    told = {"day": tree.site.day.isoformat(), "parts": {each.key: each.data() for each in parts}}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def page(parts: list[Part], tree: Tree, root: Path) -> str:
    """In the language of who reads it, with the colours of the site."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    translate = translation()
    tokens = root / "theme" / "static" / "css" / "tokens.css"
    return environment.get_template("page.j2").render(
        lang=language(),
        say=lambda text: said(text, translate),
        title=Message("What to look at"),
        about=Message("As of {day}. The numbers count what somebody has to do something about.", day=tree.site.day),
        rows=Message("The table"),
        parts=parts,
        topics=tree.site["topic"],
        style=tokens.read_text("utf-8") + (HERE / "page.css").read_text("utf-8"),
    )


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")
