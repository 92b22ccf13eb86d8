"""What is locked in requirements/ suits every machine and gives nothing of the one away that wrote it."""

import re

import pytest

from tools.audit import ALONE
from tools.environment import PIP
from tools.requirements import LOCKS, OLDEST, PLATFORMS

from .conftest import ROOT

FOLDER = ROOT / "requirements"
LEAK = re.compile(r"://|file:|--(?:index|extra|find|trusted)|(?:^|\s)(?:/|~/|[A-Za-z]:\\)", re.MULTILINE)


def text_of(name):
    return (FOLDER / name).read_text("utf-8")


def locked(lock):
    """Package → (version, number of hashes, marker)."""
    entries = re.findall(
        r"^([\w.-]+)==(\S+)(?: ; ([^\\\n]+?))? \\\n((?:    --hash=\S+(?: \\)?\n)+)", text_of(lock), re.MULTILINE
    )
    return {name: (version, hashes.count("--hash=sha256:"), marker) for name, version, marker, hashes in entries}


def asked(name):
    wishes = [line for line in text_of(name).splitlines() if re.match(r"\w", line)]
    return [re.split(r"[~=<>[]", line)[0].lower().replace("_", "-") for line in wishes]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_carries_no_address_and_no_path_of_the_machine_that_wrote_it(lock):
    assert LEAK.search(text_of(f"{lock}.txt")) is None


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://pypi.org/simple",
        "--find-links /opt/wheels",
        "x @ file:a.whl",
        "    # via -r /home/me/a.in",
        r"#    C:\me",
    ],
)
def test_such_an_address_or_path_would_be_seen(line):
    assert LEAK.search(text_of("build.txt") + line + "\n")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_that_is_asked_for_is_locked_with_hashes(lock):
    assert set(asked(f"{lock}.in")) <= set(locked(f"{lock}.txt"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_a_package_with_a_hash(lock):
    lines = text_of(f"{lock}.txt").splitlines()
    assert all(re.match(r"#|[\w.-]+==\S|    --hash=sha256:[0-9a-f]{64}|    #", line) for line in lines)
    assert sum(re.match(r"\w", line) is not None for line in lines) == len(locked(f"{lock}.txt"))


def test_the_test_lock_holds_all_of_the_build_lock_in_the_same_versions():
    build, test = locked("build.txt"), locked("test.txt")
    assert {name: test.get(name) for name in build} == build


def test_the_lock_is_for_all_systems():
    """What only Windows needs is there, for Windows only."""
    assert locked("test.txt")["colorama"][2] == "sys_platform == 'win32'"


def test_every_wish_says_why():
    for lock in LOCKS:
        wishes = [line for line in text_of(f"{lock}.in").splitlines() if re.match(r"\w", line)]
        assert [line for line in wishes if not re.search(r"  # \S", line)] == []


def test_the_locks_say_how_to_renew_them():
    assert {text_of(f"{lock}.txt").splitlines()[1] for lock in LOCKS} == {"#    python3 tasks.py lock"}


def test_the_promised_platforms_are_the_ones_that_lock_looks_at():
    """Each has been seen to have a wheel of every package: `lock` refuses to write otherwise."""
    assert len({re.split("-(?:pc|apple|many)", name)[0] + name[-4:] for name in PLATFORMS}) == 5
    assert OLDEST == "3.11"


def test_nothing_is_installed_but_what_is_locked():
    """Workflows start tasks.py, which installs the locks, and uv, which makes them, by its version."""
    files = [*(ROOT / ".github").rglob("*.yml"), ROOT / ".gitlab-ci.yml", ROOT / ".ci/run", ROOT / "tasks.py"]
    said = "".join(path.read_text("utf-8") for path in files)
    assert not re.search(r"pip3? install|pipx|uvx?\s|npm|npx|curl|wget|\bgo install", said)
    tools = "".join(path.read_text("utf-8") for path in sorted((ROOT / "tools").rglob("*.py")))
    assert set(re.findall(r'"-m", "pip", (.*?)[,\]]', tools)) == {"*PIP", "*ALONE", '"install"'}
    assert re.findall(r'"pip", "install", (.*)\]', tools) == ['"--only-binary=:all:", f"uv=={UV}"']
    assert all("--require-hashes" in each for each in (PIP, ALONE))
