"""git, asked in the project's folder: in English, never waiting for a password, deaf to which hook it runs in."""

import os
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

from plugins.shared.message import Message
from tools.ending import Stop

ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",  # a question leaves the user's index as it is
    "LC_ALL": "C",
}
FORGOTTEN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")  # a hook's own, which may be another repository's
SETTINGS = (
    "safe.directory=*",  # whoever owns the checkout: a build runs the code in it anyway
    "color.ui=false",
    "core.quotePath=false",
    "i18n.commitEncoding=UTF-8",
    "i18n.logOutputEncoding=UTF-8",
    "log.showSignature=false",
)

# What git adds to every failure of its kind, and so tells nothing of this one.
NOTHING_TOLD = re.compile(
    r"^hint:|^To |^Done$|Could not read from remote repository|Please make sure you have the correct access"
    r"|and the repository exists|failed to push some refs|hook declined to update"
)
SPEAKER = re.compile(r"^(!\t\S+\t|(remote|fatal|error|ERROR):\s*)+")


class Answer(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def reason(self) -> str | Message:
        """The one line of many that tells why git failed, without its `fatal:`."""
        return next(reversed(self._telling(self.out + self.err)), Message("git does not say why"))

    def line(self, pattern: re.Pattern[str]) -> str:
        """The line that says this, a host's own before git's; empty where none does."""
        return next(filter(pattern.search, self._telling(f"{self.err}\n{self.out}")), "")

    def _telling(self, text: str) -> list[str]:
        lines = [line.strip() for line in text.splitlines()]
        telling = [SPEAKER.sub("", line).rstrip(".") for line in lines if not NOTHING_TOLD.search(line)]
        return [line for line in telling if re.search(r"\w", line)]


class Git:
    """Called, it answers or stops the task; asked, it also says no."""

    def __init__(self, root: Path):
        self.root = root

    def __call__(self, *arguments: str, given: str = "", **environment: str) -> str:
        answer = self.ask(*arguments, given=given, **environment)
        if answer.status:
            message = Message(
                "git {command}: {reason}; mend that and publish again", command=arguments[0], reason=answer.reason
            )
            raise Stop(message)
        return answer.out.rstrip("\n")

    def ask(self, *arguments: str, given: str = "", **environment: str) -> Answer:
        """What `git` says to `arguments`, with `given` on its standard input. Bytes in between: `-z` and any name."""
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        kept = {name: value for name, value in os.environ.items() if name not in FORGOTTEN}
        try:
            done = subprocess.run(
                ["git", *settings, "-C", str(self.root), *arguments],
                input=os.fsencode(given),
                env=kept | ENVIRONMENT | environment,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            message = Message("git: no such program; install it (Debian and Ubuntu: apt install git)")
            raise Stop(message) from None
        return Answer(done.returncode, os.fsdecode(done.stdout), os.fsdecode(done.stderr))
