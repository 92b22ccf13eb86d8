"""Builds the site: `python -m tools.build`.

    recover ─ fresh folder ─ Pelican ─ STEPS ─ summary ─ swap

Until the swap nothing in the output folder changes, whatever happens.
"""

import argparse
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.telling import tell
from tools.checks import check
from tools.draw import draw
from tools.encode import encode
from tools.ending import Stop, exit_status, shown, use_utf8
from tools.engine import no_warnings, run_engine
from tools.hosting import hosting
from tools.index import index
from tools.lessons import lessons
from tools.made import Made
from tools.offline import offline
from tools.summary import Summary, summary
from tools.swap import fresh, recover, swap

ROOT = Path(__file__).resolve().parents[1]

# What is done with the made site before it is swapped in, in this order. A step may write in its folder, and raises
# to stop the build: TreeHasProblems once it has told them; anything else is a bug.
STEPS: tuple[Callable[[Made], None], ...] = (encode, lessons, index, draw, offline, hosting, check)


def build(settings: str = "publishconf.py", output: str = "output", as_of: str | None = None, root: Path = ROOT) -> int:
    """The exit status: 0 and a new site in `output`, or what is wrong has been told and `output` is as it was."""
    start = time.monotonic()
    root = root.resolve()
    site = (root / output).resolve()
    name = shown(site, root)

    def work() -> None:
        made = make(root, settings, site, as_of)
        tell(Message("{folder}/: {summary}", folder=name, summary=made.line(time.monotonic() - start)))

    status = exit_status(root, work)
    if status:
        stays = Message("{folder}/: not built; the last good site stays", folder=name)
        tell(stays if is_site(site) else Message("{folder}/: not built", folder=name), sys.stderr)
    return status


def make(root: Path, settings: str, output: Path, as_of: str | None) -> Summary:
    """The new site in `output`, and what it is; whatever stops it is raised, and `output` is as it was."""
    recover(root, output)
    refuse_what_is_no_site(output, root)
    with fresh(root) as site:
        with no_warnings(root):
            made = replace(run_engine(root, settings, site, as_of, writes=True), name=shown(output, root))
            for step in STEPS:
                step(made)
        found = summary(site)
        if found is None:
            raise Stop(Message("{settings}: no page came out; see its PLUGINS", settings=settings))
        swap(site, output)
    return found


def refuse_what_is_no_site(output: Path, root: Path) -> None:
    """A mistyped `--output content` must not sweep the sources away."""
    if root.is_relative_to(output) or (output.exists() and not (is_site(output) or is_empty(output))):
        message = Message(
            "{folder}: holds something that is no site; choose another output folder, or empty it",
            folder=shown(output, root),
        )
        raise Stop(message)


def is_site(folder: Path) -> bool:
    return (folder / "index.html").is_file()


def is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def main() -> int:
    use_utf8()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # leave as after Ctrl-C, and leave nothing behind
    parser = argparse.ArgumentParser(prog="python -m tools.build", description="Build the site.")
    parser.add_argument("--settings", default="publishconf.py", help="publishconf.py, or pelicanconf.py for writing")
    parser.add_argument("--output", default="output", help="the folder that the site replaces")
    parser.add_argument("--as-of", help="the day that the site speaks of, like 2026-11-23")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project to build")
    given = parser.parse_args()
    try:
        return build(given.settings, given.output, given.as_of, given.root)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
