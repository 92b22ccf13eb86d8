"""Every command that a manual lets an editor type is run as it stands there, in a copy of the site it speaks of."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from tests.docs.manual import ENGLISH, INDONESIAN, ROOT, commands
from tests.site.project import SMALL, copy_project

NAMED = list(dict.fromkeys([*commands(ENGLISH), *commands(INDONESIAN)]))
ENDLESS = "serve"
ASKING = {  # tasks that ask somebody who is not here: of these only the help is shown
    "audit": "the list of weaknesses and the index of packages",
    "links-external": "the servers of other people",
    "lock": "the index of packages",
    "new": "the editor, in a terminal",
    "recall": "a browser, of a site that is built",
}
FIRST = {"archive": "build"}  # what has to be done before
PATIENCE = 300  # seconds; how long a test waits for what must come, never how fast something has to be


@pytest.fixture
def project(request, tmp_path):
    """The small site, or this one where the command names something of it; all is committed."""
    content = ROOT if re.search("-a-pse|permendag", request.getfixturevalue("command")) else SMALL
    project = copy_project(tmp_path / "project", content)
    for name in ("tasks.py", ".gitignore", "pyproject.toml"):  # fmt also asks Ruff, which reads the last
        shutil.copy(ROOT / name, project)
    for arguments in (("init",), ("add", "-A"), ("commit", "-m", "All is well")):
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run([*git, *arguments], cwd=project, check=True, capture_output=True)
    return project


def start(project, command):
    task, *arguments = shlex.split(command)
    asked = ["--help", task] if task in ASKING else [task, *arguments]
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-u", "-m", "invoke", *asked],
        cwd=project,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


@pytest.mark.parametrize("command", NAMED)
def test_a_command_of_the_manuals_does_what_it_is_there_for(command, project):
    if command in FIRST:
        with start(project, FIRST[command]) as process:
            process.communicate(timeout=PATIENCE)
    with start(project, command) as process:
        if command == ENDLESS:
            assert re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            process.terminate()
            process.communicate(timeout=PATIENCE)
        else:
            said, _ = process.communicate(timeout=PATIENCE)
            assert process.returncode == 0, said
