"""Runs a task and does something to it on the way: `python -m tools.reliability.doomed "build {'as_of': …}" kill 120`.

Moments are counted in what a process does to the disk (opening to write, renaming, removing, starting a program), which
Python tells an audit hook: between two of these nothing changes, and the same number is the same moment every time.

    count FILE        write into FILE how many there are
    kill N · end N    kill the process and what it has started with SIGKILL; ask it to end with SIGTERM
    vanish FILE       remove the file when it is about to be read
    limit BYTES       let no file grow larger, neither its own nor those of what it starts
"""

import ast
import os
import resource
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

CHANGES = {
    *("os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate", "os.utime"),
    *("shutil.copyfile", "shutil.move", "shutil.rmtree", "subprocess.Popen", "tempfile.mkdtemp", "tempfile.mkstemp"),
}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(task: str, action: str = "", what: str = "") -> int:
    name, _, options = task.partition(" ")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as the build's own program does
    work = getattr(import_module(f"tools.{name}"), name)
    given = ast.literal_eval(options or "{}")
    if action:
        sys.addaudithook(HOOKS[action](what))
    try:
        return work(root=Path.cwd(), **given)
    except KeyboardInterrupt:
        return 130


def changes(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether this changes something on the disk, or begins to."""
    if event == "open":
        mode, flags = arguments[1:3]
        return bool(set("wax+") & set(mode)) if isinstance(mode, str) else bool(flags & WRITES)
    return event in CHANGES


def counting(path: str) -> Callable[..., None]:
    number = iter(range(1, sys.maxsize))
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if changes(event, arguments):
            os.pwrite(file, f"{next(number):>9}".encode(), 0)

    return hook


def at(number: str, act: Callable[[], None]) -> Callable[..., None]:
    left = iter([*range(int(number) - 1, -1, -1)])

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if changes(event, arguments) and next(left, None) == 0:
            act()

    return hook


def vanishing(path: str) -> Callable[..., None]:
    file = os.path.abspath(path)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | Path) and os.path.abspath(arguments[0]) == file:
            Path(file).unlink(missing_ok=True)

    return hook


def limited(number: str) -> Callable[..., None]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(number), int(number)))
    return lambda event, arguments: None


HOOKS: dict[str, Callable[[str], Callable[..., None]]] = {
    "count": counting,
    "kill": lambda number: at(number, lambda: os.killpg(0, signal.SIGKILL)),
    "end": lambda number: at(number, lambda: os.kill(os.getpid(), signal.SIGTERM)),
    "vanish": vanishing,
    "limit": limited,
}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
