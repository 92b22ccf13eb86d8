"""The one day that everything depends on which depends on a day."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo


def the_day(as_of: str | None, root: Path, timezone: str) -> date:
    """`as_of` (ISO), else SOURCE_DATE_EPOCH, else the day of the last commit, else today; in the site's time zone."""
    if as_of:
        return date.fromisoformat(as_of)
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or last_commit(root)
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(ZoneInfo(timezone)).date()


def last_commit(root: Path) -> str:
    """Seconds of the last commit, or nothing where there is no git or no commit.

    Whoever owns the checkout: git distrusts another user's, but a build runs the code in it anyway.
    """
    git = ["git", "-c", "safe.directory=*", "-c", "log.showSignature=false", "-C", str(root)]
    try:
        found = subprocess.run([*git, "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""
