"""The project's own environment: checked at every start, made or repaired where needed. Standard library only.

`.venv` serves once its stamp stands in it, written last: what was installed, for which Python, in which place, and
how large each file is. An unchanged start costs a few thousand looks at the disk and no process.
"""

import errno
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tools.lock import free

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "pandu.json"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

FORMAT = 1  # of the stamp; another number remakes every environment
TESTING = {"test", "matrix", "pictures", "lint", "fmt"}  # the tasks that need the test lock
ASKING = {"-h", "--help", "-l", "--list", "-V", "--version"}
FORGOTTEN = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")  # would lead the environment's Python astray
PATIENCE = 10  # seconds that a task has after Ctrl-C to tidy up


class Trouble(Exception):
    """What keeps us from starting, in one line for the user."""


def main(arguments: list[str]) -> int:
    """Run invoke with `arguments` in an intact environment; its exit code is ours."""
    use_utf8()
    lock = lock_for(arguments)
    try:
        prepare(lock)
        code = hand_over(arguments or ["--list"])
        if code not in (0, 130) and not starts():  # a damage that sizes don't show, such as a library of the system
            remake(lock, "its Python does not start")
            code = hand_over(arguments or ["--list"])
    except Trouble as trouble:
        say(f"tasks.py: {trouble}")
        return 1
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        say(f"tasks.py: {error.filename or VENV}: {REFUSALS[error.errno]}")
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str) -> None:
    """Set-up speaks on stderr: stdout belongs to the task."""
    print(line, file=sys.stderr, flush=True)


def lock_for(arguments: list[str]) -> str:
    """The lock that the tasks among `arguments` need."""
    return "test" if TESTING.intersection(arguments) and not ASKING.intersection(arguments) else "build"


# Is it intact?

ABSENT = "there is none yet"
LACKING = "the tests need more"
OLDER = "it is of an older make"
CHANGED = {
    "format": OLDER,
    "hash": "the locked packages changed",
    "python": "it belongs to another Python",
    "platform": "it belongs to another system",
    "place": "it was made in another folder",
}


def prepare(lock: str) -> None:
    """Returns once `.venv` holds what `lock` names; quiet, if it does so already."""
    if flaw(lock) is None:
        return
    with alone():
        found = flaw(lock)  # the start that we waited for may have done it
        if found == LACKING:
            extend(lock)
        elif found is not None:
            make(lock, found)


def flaw(lock: str) -> str | None:
    """Why `.venv` does not serve `lock`, if so. A test environment serves a build too."""
    if not os.path.lexists(VENV):
        return ABSENT
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
        known, cfg, files = dict(stamp["for"]), stamp["settings"], dict(stamp["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return "it is unfinished"
    if not os.path.exists(PYTHON):  # follows the link to the Python that it was made from
        return "its Python is gone"
    now = purpose(known.get("lock"))
    if known != now:
        return next((reason for part, reason in CHANGED.items() if known.get(part) != now[part]), OLDER)
    if cfg != settings() or any(size_of(f"{VENV}/{name}") < size for name, size in files.items()):
        return "it is damaged"
    return None if known["lock"] in (lock, "test") else LACKING


def purpose(lock: str | None) -> dict:
    """What an environment is made for: if any of it changes, it is made anew."""
    path = ROOT / "requirements" / f"{lock}.txt"
    return {
        "format": FORMAT,
        "lock": lock,
        "hash": hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None,
        "python": f"{sys.implementation.name} {platform.python_version()}",
        "platform": f"{sys.platform} {platform.machine()}",
        "place": str(VENV),
    }


def settings() -> str:
    """pyvenv.cfg, without which Python does not know that it stands in an environment."""
    try:
        return (VENV / "pyvenv.cfg").read_text("utf-8")
    except (OSError, ValueError):
        return ""


def size_of(path: str | Path) -> int:
    """-1 where there is no such file. A file that grew is no damage: somebody may be looking for an error in it."""
    try:
        return os.stat(path).st_size
    except OSError:
        return -1


def starts() -> bool:
    """Whether its Python runs and finds invoke."""
    command = [PYTHON, "-c", "import invoke.main"]
    try:
        return subprocess.run(command, env=child_environment(), capture_output=True, check=False).returncode == 0
    except OSError:
        return False


# Making it

PIP = (
    "install",
    "--require-hashes",  # a package that the lock forgets is refused as well
    "--only-binary=:all:",  # a compiler is nothing that we may ask for
    "--retries=3",  # without them pip would not say that the network failed it; with more it would keep us waiting
    "--disable-pip-version-check",
    "--no-input",
    "--no-warn-script-location",
)
# What a machine may have set for pip at large, and what would install elsewhere, otherwise or nothing.
OVERRULED = (
    "PIP_CONSTRAINT",
    "PIP_DRY_RUN",
    "PIP_NO_BINARY",
    "PIP_NO_DEPS",
    "PIP_PREFIX",
    "PIP_REQUIREMENT",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
)


def remake(lock: str, reason: str) -> None:
    with alone():
        make(lock, reason)


def make(lock: str, reason: str) -> None:
    """A new `.venv`, whatever was there."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        raise Trouble(
            f"this Python has no module {missing[0]}; install it (Debian and Ubuntu: apt install python3-venv)"
        )
    version = platform.python_version()
    if reason == ABSENT:
        say(f"Making .venv for Python {version}; this first time needs the internet and about a minute.")
    else:
        say(f"Removing .venv ({reason}) and making it anew for Python {version}.")
        remove(VENV)
    create(VENV)
    install(lock)


def extend(lock: str) -> None:
    """Adds what `lock` has more. The old stamp stays true meanwhile: without network, building still works."""
    say("Adding to .venv what the tests need; this first time needs the internet.")
    install(lock)


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        if os.name == "nt" and Path(sys.prefix) == path:
            raise Trouble("this Python stands in .venv, which must be made anew; run `deactivate` and start again")
        shutil.rmtree(path)
    else:
        path.unlink()


def create(path: Path) -> None:
    import venv  # slow, and missing in some systems

    try:
        venv.create(path, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError as error:  # from ensurepip, which keeps its words to itself
        words = (error.output or b"").decode("utf-8", "replace").strip()
        raise Trouble(explain(words) or f"pip could not be put into .venv: {words or error}") from None


def install(lock: str) -> None:
    """What the lock names, and then the stamp."""
    command = [PYTHON, "-m", "pip", *PIP, "-r", ROOT / "requirements" / f"{lock}.txt"]
    environment = child_environment(FORGOTTEN + OVERRULED) | {"PIP_USER": "0"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=sys.stderr, stderr=subprocess.PIPE) as process:
        words = list(heard(process.stderr))
    if process.returncode:
        raise Trouble(explain("".join(words)) or f"pip failed:\n{''.join(words).rstrip()}")
    write_stamp(lock)


def heard(stream: IO[bytes]) -> Iterator[str]:
    """pip's warnings and errors. Its progress goes to the terminal directly; only the waiting has to be told."""
    waiting = False
    for line in stream:
        words = line.decode("utf-8", "replace")
        if "Retrying" in words and not waiting:
            waiting = True
            say("The package index does not answer; trying again.")
        yield words


def write_stamp(lock: str) -> None:
    files = [path for path in VENV.rglob("*") if "site-packages" in path.parts and path.suffix != ".pyc"]
    stamp = {
        "for": purpose(lock),
        "settings": settings(),
        "files": {path.relative_to(VENV).as_posix(): size_of(path) for path in sorted(files) if path.is_file()},
    }
    new = STAMP.with_suffix(".new")
    new.write_text(json.dumps(stamp), "utf-8")
    new.replace(STAMP)


# What goes wrong there

FULL = "the disk is full; free some space and start again"
CLOSED = "no permission; see who owns it, and that no program holds it open"
FIXED = "this disk cannot be written; work in a folder that can"
REFUSALS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: FIXED,
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
    errno.ENOTEMPTY: "another program writes there; wait for it and start again",
}
NO_ANSWER = re.compile(
    r"Retrying|connection broken|NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|timed out"
    r"|Max retries exceeded|Connection (?:refused|reset|aborted)|ProxyError|Network is unreachable|getaddrinfo"
    r"|IncompleteRead|RemoteDisconnected|incomplete-download"
)
NO_WHEEL = re.compile(r"No matching distribution found for ([^\s;]+)")
KNOWN = (
    (r"No space left on device|Disk quota exceeded|not enough space on the disk", f".venv: {FULL}"),
    (r"Read-only file system", f".venv: {FIXED}"),
    (r"Permission denied|Access is denied", f".venv: {CLOSED}"),
    (r"DO NOT MATCH THE HASHES", "a downloaded package is not the one that was locked; did a proxy alter it?"),
    (
        r"CERTIFICATE_VERIFY_FAILED|certificate verify failed",
        "the package index's certificate is refused; is the clock right?",
    ),
    (NO_ANSWER, "the package index can't be reached; the first set-up needs the internet once"),
)


def explain(words: str) -> str | None:
    """The one line that pip's many come down to, if we know it."""
    package = NO_WHEEL.search(words)
    if package and reached(package[1], words):
        system = f"{platform.system()} on {platform.machine()} with Python {platform.python_version()}"
        return f"there is no ready-made package of {package[1]} for {system}"
    return next((advice for pattern, advice in KNOWN if re.search(pattern, words)), None)


def reached(package: str, words: str) -> bool:
    """Whether the index said which versions of `package` there are. For others it may have failed meanwhile."""
    name = re.split(r"[=<>~!\[]", package)[0]
    return not any(f"/{name}/" in line for line in words.splitlines() if NO_ANSWER.search(line))


# One at a time


@contextmanager
def alone() -> Iterator[None]:
    """No other start sets up meanwhile. The system frees the lock when its holder dies, so none is ever stale."""
    folder = ROOT / ".pandu"
    folder.mkdir(exist_ok=True)
    with (folder / "setup.lock").open("ab") as file:
        if not free(file):
            say("Another start is setting up .venv; waiting for it.")
            while not free(file):
                time.sleep(0.2)
        yield


# Into the environment


def child_environment(without: tuple[str, ...] = FORGOTTEN) -> dict[str, str]:
    """The variables of this process, but those, and UTF-8 everywhere."""
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return kept | {"PYTHONUTF8": "1"}


def hand_over(arguments: list[str]) -> int:
    """Run invoke as a child: Windows knows no exec that keeps the exit code."""
    try:
        process = subprocess.Popen([PYTHON, "-m", "invoke", *arguments], cwd=ROOT, env=child_environment())
    except OSError:
        return 1
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        code = process.wait()
    except KeyboardInterrupt:  # the terminal told the child as well
        return leave(process)
    return code if code >= 0 else 128 - code


def leave(process: subprocess.Popen) -> int:
    """Let the child tidy up, or end it."""
    try:
        process.wait(PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.terminate()
        process.wait()
    return 130
