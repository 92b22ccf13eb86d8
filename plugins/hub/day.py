"""The one day that everything depends on which depends on a day."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo


def the_day(as_of: str | None, root: Path, timezone: str, *, writing: bool = False) -> date:
    """`as_of` (ISO), else SOURCE_DATE_EPOCH, else the day of the last commit, else today; in the site's time zone.

    For who is `writing`, and has changed something since that commit, today, if it is later.
    """
    if as_of:
        return date.fromisoformat(as_of)
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    epoch = asked or last_commit(root)
    today = datetime.now(UTC)
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else today
    if writing and not asked and today > moment and changed(root):
        moment = today
    return moment.astimezone(ZoneInfo(timezone)).date()


def last_commit(root: Path) -> str:
    """Seconds of the last commit, or nothing where there is no git or no commit."""
    return git(root, "log", "-1", "--format=%ct")


def changed(root: Path) -> bool:
    """True where something is not committed yet."""
    return bool(git(root, "status", "--porcelain", "--", "."))


def git(root: Path, *arguments: str) -> str:
    """What git says; nothing where there is none, or where it refuses.

    Whoever owns the checkout: git distrusts another user's, but a build runs the code in it anyway.
    """
    settings = ["-c", "safe.directory=*", "-c", "log.showSignature=false", "--no-optional-locks"]
    command = ["git", *settings, "-C", str(root), *arguments]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""
