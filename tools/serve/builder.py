"""Builds in a subprocess, so that every build has fresh modules and none can take the server down."""

import subprocess
import sys
from pathlib import Path
from threading import Event, Lock

from plugins.shared.message import Message
from plugins.shared.telling import translation
from tools.serve.live import Live

PATIENCE = 5.0  # seconds for a build to clean up when serving ends


class Builder:
    """One build at a time; edits during a build bring one more after it."""

    def __init__(self, root: Path, output: str, live: Live):
        self.root = root
        self.output = output
        self.live = live
        self.wanted = Event()
        self.ended = False
        self.process: subprocess.Popen | None = None
        self._starting = Lock()

    def want(self) -> None:
        self.wanted.set()

    def run(self) -> None:
        while True:
            self.wanted.wait()
            self.wanted.clear()
            if not self._start():
                return
            self._follow()

    def end(self) -> None:
        """No further build, and the running one is over when this returns."""
        with self._starting:
            self.ended = True
        self.want()
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _start(self) -> bool:
        """False once serving ends; the lock keeps a build from starting after `end` has looked for one."""
        options = ["--root", str(self.root), "--settings", "pelicanconf.py", "--output", self.output]
        with self._starting:
            if not self.ended:
                self.process = subprocess.Popen(
                    [sys.executable, "-X", "utf8", "-u", "-m", "tools.build", *options],
                    cwd=self.root,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    encoding="utf-8",
                    errors="replace",
                    start_new_session=True,  # Ctrl-C is for us, and we end the build
                )
            return not self.ended

    def _follow(self) -> None:
        lines = []
        for line in self.process.stdout:
            print(line, end="", flush=True)
            if not line.startswith(f"{self.output}/: "):  # what the page says in its own words
                lines.append(line.rstrip())
        status = self.process.wait()
        if not self.ended:
            silent = Message("the build ended with status {status}", status=status).said(translation())
            self.live.built(tuple(lines or [silent]) if status else ())
