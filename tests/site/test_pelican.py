"""Plain `pelican content`, as people of its ecosystem expect: it makes the pages, and ends with 2 on a mistake.

It makes no search index, draws no picture, and checks no page.
"""

import os
import re
import subprocess
import sys

from tests.site.project import DAY, files

LATER = re.compile(
    r"pagefind/.*|lessons/.*|offline/.*|offline\.json|sw\.js|theme/news\..*|(.*/)?screen\.png"
    r"|(.*/)?([0-9a-f]{6}|icon-[\w-]+|apple-touch-icon)\.png|favicon\.ico|_headers"
)  # steps of the build
SIZES = re.compile(rb"(?<=data-bytes=\")\d+|(?<=\()[\d.,]+(?= kB\)</a>)|\xee\x80\x82")  # which such a step tells


def pelican(project):
    settings = ["-s", "publishconf.py"]  # pelicanconf.py adds the pages for who makes the site
    command = [sys.executable, "-m", "pelican", "content", *settings, "-o", "by-hand", "--fatal", "warnings"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795651200", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def test_plain_pelican_makes_the_same_pages_as_the_build(copy, built):
    assert DAY == "2026-11-26", "SOURCE_DATE_EPOCH above is a moment of that day"
    done = pelican(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert told(copy / "by-hand") == told(built)


def told(site):
    """Every file that plain Pelican makes, without the sizes that only a build knows."""
    return {name: SIZES.sub(b"", data) for name, data in files(site).items() if not LATER.fullmatch(name)}


def test_plain_pelican_tells_a_mistake_in_one_line_and_writes_nothing(copy):
    guide = copy / "content/guides/pse/what-is-a-pse/id.md"
    guide.write_text(guide.read_text("utf-8") + "\n[x](nowhere.md)\n", "utf-8")
    done = pelican(copy)
    assert done.returncode == 2
    assert "id.md:" in done.stderr
    assert "E111 link to 'nowhere.md': no such text or picture" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not list((copy / "by-hand").rglob("*.html"))
