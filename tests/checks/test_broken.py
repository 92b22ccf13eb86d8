"""What can be wrong with a built site: each file in broken/ makes one mistake in the small one, and says what is told.

A file is named by the code and the mistake, or `ok-…` where all is well. What its first lines say is for the reader;
then each line tells by its first sign:

    @ en/about/index.html       the file of the built site to change; * for what changes with the theme
    - <h1>About</h1>            what stands in it, over as many lines as you like
    + <h2>About</h2>            what stands there instead
    > output/en/about/index.html:@: E303 the page has no h1; give it a title

Lines with + and none with - are added at the end of the file, or make a new one; a file with neither is removed.
`{noise 100}` becomes 100 letters that no one can pack. In a line that is told, @ is the place where the first + of this
file begins, and * is one word that may change.
"""

import random
import re
import string
from pathlib import Path
from typing import NamedTuple

import pytest

from tools.checks.run import problems_of

CASES = sorted(Path(__file__).with_name("broken").glob("*.txt"))
CODES = [f"E30{number}" for number in range(1, 9)]


class Change(NamedTuple):
    """What becomes of one file, or of all that its name matches."""

    file: str
    old: str
    new: str


def read_case(path: Path) -> tuple[list[Change], list[str]]:
    """The changes of a case, and the lines that it expects."""
    changes: list[tuple[str, list[str], list[str]]] = []
    told: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        sign, words = line[:1], line[2:]
        if sign == "@":
            changes.append((words, [], []))
        elif sign in ("-", "+"):
            changes[-1]["-+".index(sign) + 1].append(words)
        elif sign == ">":
            told.append(words)
    return [Change(file, "\n".join(old), noisy("\n".join(new))) for file, old, new in changes], told


def noisy(text: str) -> str:
    letters = random.Random(1)
    return re.sub(r"{noise (\d+)}", lambda found: "".join(letters.choices(string.ascii_letters, k=int(found[1]))), text)


def make(change: Change, folder: Path) -> tuple[int, int]:
    """Do it; the place of what is new, in the first file that is changed."""
    paths = sorted(folder.glob(change.file)) or [folder / change.file]
    place = (0, 0)
    for path in reversed(paths):
        text = path.read_text("utf-8", "surrogateescape") if path.exists() else ""
        path.unlink(missing_ok=True)
        if not change.old and not change.new:
            continue
        at = text.find(change.old) if change.old else len(text)
        assert at >= 0 and (not change.old or text.count(change.old) == 1), f"{path}: not once there: {change.old}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text[:at] + change.new + text[at + len(change.old) :], "utf-8", "surrogateescape")
        place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return place


def matches(told: str, expected: str, place: tuple[int, int]) -> bool:
    wanted = expected.replace(":@:", f":{place[0]}:{place[1]}:", 1)
    return re.fullmatch(re.escape(wanted).replace(r"\*", r"\S+"), told) is not None


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_told_in_one_line_at_its_place(path, spoiled):
    changes, expected = read_case(path)
    places = [make(each, spoiled.folder) for each in changes]
    told = [str(each) for each in sorted(problems_of(spoiled))]
    assert len(told) == len(expected) and all(map(matches, told, expected, places[:1] * len(told))), "\n".join(told)


def test_the_small_site_is_good(good):
    assert problems_of(good) == []


@pytest.mark.parametrize("code", CODES)
def test_every_check_is_seen_to_fail(code):
    assert sum(path.name.startswith(f"{code}-") for path in CASES) >= 3


def test_a_case_expects_its_code_and_no_other():
    for path in CASES:
        wanted = set() if path.name.startswith("ok-") else {path.name[:4]}
        assert {re.match(r"\S+:\S+: (\w+) .+", line)[1] for line in read_case(path)[1]} == wanted, path
