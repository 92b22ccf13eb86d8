"""The index: Pagefind over one whole folder of documents, and of what it makes only what readers are sent."""

import errno
import os
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

from plugins.search.canonical import canonical
from plugins.search.lost import say_what_is_lost

FOLDER = "pagefind/"  # below the site's root, where Pagefind's own script looks for the rest

# Ready-made interfaces, which ours takes the place of, and a highlighter.
UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")
# A language that Pagefind knows no stems of is searched word by word, which is no mistake of anybody's.
UNSTEMMED = re.compile(r"Note: Pagefind doesn't support stemming for the language \S+ *\n.*\n")
LITTLE = 2**20  # bytes that are left of a disk that is full for a program that writes in large blocks
REFUSED = re.compile(r"\(os error (\d+)\)")  # as its language says what the machine refuses, a full disk or rights


def index(documents: Path, output: Path) -> None:
    """Index the folder `documents` into `output`, a folder that is not there yet.

    Pagefind's program is asked to tell warnings and errors only; whatever it then says stops the build.
    """
    command = [sys.executable, "-m", "pagefind", "--quiet", "--site", str(documents), "--output-path", str(output)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    said = UNSTEMMED.sub("", done.stdout + done.stderr).strip()
    if refused := REFUSED.search(said):
        raise OSError(int(refused[1]), os.strerror(int(refused[1])))
    if done.returncode or said:
        raise RuntimeError(f"Pagefind: {said or f'ended with status {done.returncode}'}")
    for pattern in UNUSED:
        for path in output.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    try:
        canonical(output)
        say_what_is_lost(output)
    except (OSError, EOFError, ValueError, zlib.error) as error:  # of a full disk it tells nothing
        if shutil.disk_usage(output).free < LITTLE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise
