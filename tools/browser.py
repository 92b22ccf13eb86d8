"""Where a Chromium for the tests is: named, found or fetched. One counts only once it has shown an empty page.

Standard library only. What does not start is passed over, and the reason kept: without any browser one line tells all.
"""

import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.environment import say

VARIABLE = "PANDU_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
PLACES = {  # where installers put it without telling the PATH
    "Darwin": (
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "~/Applications/Chromium.app/Contents/MacOS/Chromium",
        "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
    "Windows": tuple(
        rf"%{folder}%\{program}"
        for program in (
            r"Chromium\Application\chrome.exe",
            r"Google\Chrome\Application\chrome.exe",
            r"Microsoft\Edge\Application\msedge.exe",
        )
        for folder in ("LocalAppData", "ProgramFiles", "ProgramFiles(x86)")
    ),
}
QUIET = (  # it serves the tests alone: it fetches nothing of its own accord
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PYTHON = sys.executable  # the environment's, which has Playwright
WHERE = (  # is Playwright's own, as a program for PYTHON: a second Playwright in one process is none of ours
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)
OS_RELEASE = Path("/etc/os-release")

# Seconds that each may take. They end what hangs, on a network that swallows everything; nothing comes near them.
START, DOWNLOAD, INSTALL = 60, 600, 600
CONNECTION = "10000"  # milliseconds; Playwright tries several addresses, several times each


class NoBrowser(Exception):
    """Why there is none and what to do about it, in one line."""


def find() -> Path:
    """A Chromium that starts. Says what it does where that takes time."""
    named = os.environ.get(VARIABLE)
    if named:
        path = shutil.which(named) or named
        if reason := flaw(path):
            raise NoBrowser(f"{VARIABLE} is {named}, which {reason}; correct it or unset it")
        return Path(path)
    reasons = []
    for source in (installed, downloaded, packaged):
        for path, known in source():
            reason = known or flaw(path)
            if reason is None:
                return Path(path)
            reasons.append(f"{path} {reason}")
    raise NoBrowser(f"no browser for the tests ({'; '.join(reasons) or 'none is installed'}): {advice()}")


def advice() -> str:
    """What a person does about it on this system."""
    linux = platform.system() == "Linux"
    install = "Chromium (Debian, Ubuntu: `sudo apt install chromium`)" if linux else "Chromium, Chrome or Edge"
    return f"install {install}, or name a browser in {VARIABLE}"


def arguments() -> list[str]:
    """What Chromium is started with, besides what Playwright adds. Its sandbox refuses root, and nobody else."""
    return [*QUIET, "--no-sandbox"] if is_root() else [*QUIET]


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


# Where it may be. Each yields what it finds, and None; or what it found wanting, and the reason.

Found = Iterator[tuple[str, str | None]]


def installed() -> Found:
    """The system's own, on the PATH or in the usual places."""
    for name in NAMES:
        if path := shutil.which(name):
            yield path, None
    for place in PLACES.get(platform.system(), ()):
        path = os.path.expanduser(os.path.expandvars(place))
        if os.path.isfile(path):
            yield path, None


def downloaded() -> Found:
    """Playwright's own, fetched unless it is there."""
    asked = run([PYTHON, "-c", WHERE], START)
    if not asked.well:
        yield "Playwright", f"does not say where its browser is: {asked.reason}"
        return
    path = asked.words.strip()
    if not os.path.isfile(path):
        say("No browser starts here: downloading Chromium through Playwright, some 170 MB, this once.")
        command = [PYTHON, "-m", "playwright", "install", "--no-shell", "--no-progress", "chromium"]
        done = run(command, DOWNLOAD, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT=CONNECTION)
        if not done.well:
            yield "Playwright’s download", f"failed: {done.reason}"
            return
    yield path, None


def packaged() -> Found:
    """The package of Debian or Ubuntu, if we may install it."""
    if not (is_root() and is_debian() and shutil.which("apt-get")):
        return
    say("Installing Chromium with apt-get, this once.")
    for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        done = run(["apt-get", *step], INSTALL, DEBIAN_FRONTEND="noninteractive")
        if not done.well:
            yield f"apt-get {step[0]}", f"failed: {done.reason}"
            return
    path = shutil.which("chromium")
    yield path or "the package chromium", None if path else "has no program of that name"


def is_debian() -> bool:
    """Or a system that says it is like it."""
    try:
        lines = OS_RELEASE.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return any(line.startswith(("ID=", "ID_LIKE=")) and "debian" in line for line in lines)


# Trying it


def flaw(path: str) -> str | None:
    """Why this browser does not serve, if so: a stub, a library that lacks, no browser at all."""
    with tempfile.TemporaryDirectory(prefix="pandu-", ignore_cleanup_errors=True) as profile:  # nobody's own
        page = ["--headless", f"--user-data-dir={profile}", "--dump-dom", "about:blank"]
        tried = run([path, *arguments(), *page], START)
    if not tried.well:
        return f"does not start: {tried.reason}"
    return None if "<html" in tried.words else "is no Chromium: it shows no page"


class Ended(NamedTuple):
    """How a program ended: well or not, what it printed, and why not."""

    well: bool
    words: str
    reason: str


def run(command: list[str], patience: float, **environment: str) -> Ended:
    """Run a program quietly to its end, or end it and what it started after `patience` seconds."""
    options = {"encoding": "utf-8", "errors": "replace", "start_new_session": os.name != "nt"}
    try:
        process = subprocess.Popen(
            command,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **options,
        )
    except OSError as error:
        return Ended(False, "", (error.strerror or str(error)).lower())
    with process:
        try:
            words, complaints = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            end(process)
            return Ended(False, "", f"no end after {patience:g} s")
        except BaseException:  # Ctrl-C: the terminal told us alone
            end(process)
            raise
    return Ended(process.returncode == 0, words, gist(complaints or words) or f"exit status {process.returncode}")


def end(process: subprocess.Popen) -> None:
    """A browser is many processes; on POSIX they end together."""
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def gist(words: str) -> str:
    """The one line of many that says most: the fatal one, else the first; a missing system bus is never the reason."""
    lines = [line.strip() for line in words.splitlines() if line.strip() and "dbus" not in line]
    line = next(
        (each for word in ("FATAL", "error while loading", "Error:", "E: ") for each in lines if word in each),
        (lines or [""])[0],
    )
    return line if len(line) <= 160 else f"{line[:159]}…"
