"""The archive of a built project in a folder, unpacked as a reader does it."""

import os
import zipfile
from pathlib import Path

import pytest

from tests.site.project import DAY, WAIT
from tools.archive import archive
from tools.lock import locked


def unpacked_once(factory: pytest.TempPathFactory, project: Path) -> Path:
    """Made by the first process of this run that asks for it. A space in a folder's name is what folders have."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, done = base / "un zip", base / "unpacked.done"
    with locked(base / "unpacked.lock", WAIT):
        if not done.exists():
            assert archive(DAY, root=project) == 0
            (path,) = (project / "archive").glob("*.zip")
            with zipfile.ZipFile(path) as found:
                found.extractall(folder)
            done.touch()
    return folder
