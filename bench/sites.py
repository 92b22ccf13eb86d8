"""The sites that are measured, built in a folder of their own: ours, and the same guides by Starlight and by Material.

    our pages ─ text.py ─▶ Markdown ─ npm, pip: what peers/ locks ─▶ their sites

Node comes with the Python packages, in the version that is locked: what a machine has may be too old.
"""

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.text import Guide, Note, admonition, aside, guide
from plugins.shared.message import Message
from plugins.shared.telling import tell
from tools.ending import Stop

ROOT = Path(__file__).resolve().parents[1]
PEERS = Path(__file__).with_name("peers")
INSTALLED = 900.0  # seconds that one step may take on a slow line


class Site(NamedTuple):
    """A built site: where its files are, and how a reader gets at its search."""

    name: str
    folder: Path
    pages: dict[tuple[str, str], str]  # key and language of a guide: its address
    search: str  # what is touched
    field: str  # what is typed into
    result: str  # what has to be seen
    quiz: bool = False


def build_all(work: Path) -> tuple[Site, ...]:
    """Ours and theirs in `work`; what is there already is not built again."""
    ours = build_ours(work / "pandu")
    guides = {note: list(read_guides(ours, note)) for note in (aside, admonition)}
    programs = install(work / "programs")
    return (
        ours,
        build_starlight(work / "starlight", guides[aside], programs),
        build_material(work / "material", guides[admonition], programs),
    )


def build_ours(target: Path) -> Site:
    if not target.is_dir():
        tell(Message("bench: building this site"))
        run([sys.executable, "-m", "tools.build", "--output", target], ROOT)
    pages = {}
    for path in sorted(target.glob("*/*/*/index.html")):
        html = path.read_text("utf-8")
        if ' data-kind="guide" ' in html[:300]:
            key, lang = attribute(html, "data-key"), attribute(html, "lang")
            pages[key, lang] = f"{path.parent.relative_to(target).as_posix()}/"
    search = ".header__search"
    return Site("Pandu", target, pages, search, "site-search [name=q]", "site-search ol li a", quiz=True)


def attribute(html: str, name: str) -> str:
    return html.partition(f' {name}="')[2].partition('"')[0]


def read_guides(ours: Site, note: Note) -> Iterator[Guide]:
    for address in ours.pages.values():
        yield guide((ours.folder / address / "index.html").read_text("utf-8"), address, note)


class Programs(NamedTuple):
    """The peers' programs, which are of this folder alone."""

    mkdocs: Path
    npm: Path
    path: str  # on which Node is found first


def install(target: Path) -> Programs:
    place = target / ("Scripts" if os.name == "nt" else "bin")
    if not (place / "installed").is_file():
        tell(Message("bench: installing the peers' programs; this needs the internet"))
        venv.create(target, with_pip=True)
        command = ["-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary=:all:"]
        run([place / "python", *command, "-r", PEERS / "requirements.txt"], target)
        (place / "installed").touch()
    return Programs(place / "mkdocs", place / "npm", os.pathsep.join((str(place), os.environ["PATH"])))


def build_starlight(target: Path, guides: list[Guide], programs: Programs) -> Site:
    if not (target / "dist").is_dir():
        tell(Message("bench: building the same guides with {name}", name="Starlight"))
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(PEERS / "starlight", target)
        write(target / "src" / "content" / "docs", guides)
        run([programs.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], target, programs)
        run([programs.npm, "exec", "--offline", "astro", "build"], target, programs, ASTRO_TELEMETRY_DISABLED="1")
    search = "site-search button[data-open-modal]"
    field, result = ".pagefind-ui__search-input", ".pagefind-ui__result-link"
    return Site("Starlight", target / "dist", addresses(guides), search, field, result)


def build_material(target: Path, guides: list[Guide], programs: Programs) -> Site:
    if not (target / "site").is_dir():
        tell(Message("bench: building the same guides with {name}", name="Material for MkDocs"))
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(PEERS / "material", target)
        write(target / "docs", guides)
        run([programs.mkdocs, "build", "--quiet"], target, programs)
    pages = {(key, lang): where.removeprefix("id/") for (key, lang), where in addresses(guides).items()}
    search = "label.md-header__button[for=__search]"
    return Site("Material", target / "site", pages, search, ".md-search__input", ".md-search-result__link")


def addresses(guides: list[Guide]) -> dict[tuple[str, str], str]:
    return {(each.key, each.lang): f"{each.lang}/{each.key}/" for each in guides}


def write(folder: Path, guides: list[Guide]) -> None:
    for each in guides:
        path = folder / each.lang / f"{each.key}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = {"title": each.title, "description": each.summary}
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in front.items()]
        path.write_text(f"---\n{''.join(lines)}---\n\n{each.text}", "utf-8")


def run(command: list[Path | str], folder: Path, programs: Programs | None = None, **environment: str) -> None:
    """Run it quietly to its end; what goes wrong ends everything, with its own words."""
    path = {"PATH": programs.path} if programs else {}
    try:
        done = subprocess.run(
            command, cwd=folder, env=os.environ | path | environment, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, encoding="utf-8", errors="replace", timeout=INSTALLED, check=False,
        )  # fmt: skip
        words = (done.stderr.strip() or done.stdout.strip()) if done.returncode else ""
    except (OSError, subprocess.TimeoutExpired) as error:
        words = str(error)
    if words:
        program = " ".join(str(each) for each in command[:3])
        raise Stop(Message("bench: '{program}' failed:\n{words}", program=program, words=words[-2000:]))
