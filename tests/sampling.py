"""What a run leaves out, unless it is told to be `--thorough`: so much is tested that all of it takes an hour.

In the browser most tests ask the same in each language, in light and dark, with and without script, on two phones. Of
such a test one language is tried, now this one, now that one, and every other value once, not each with each; of one
that is asked of many things, such as every quiz, each thing is tried once. Left out is also what is marked
`thorough`: faults of the set-up, sites built for a few questions, and long ways through everything.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from zlib import crc32

import pytest

USUAL = ("scheme", "script", "width")  # what `browser/conftest.py` tries by itself; and the language
MARK = "thorough"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(f"--{MARK}", action="store_true", help="leave nothing out: every combination, every fault")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption(MARK) or any("::" in each for each in config.args):  # who names a test wants it
        return
    kept = frozenset(each.nodeid for each in sample(items))
    config.hook.pytest_deselected(items=[each for each in items if each.nodeid not in kept])
    items[:] = [each for each in items if each.nodeid in kept]


def sample(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    marked = [each for each in items if not each.get_closest_marker(MARK)]
    for alike, group in groupby(sorted(marked, key=question), key=question):
        tests = list(group)
        turn = crc32(alike.encode()) % len(tests)
        seen: set[tuple[str, str]] = set()
        for each in (*tests[turn:], *tests[:turn]):
            values = set(usual(each).items())
            if not seen or (values - seen and not own(each)):
                yield each
            seen |= values or {("", "")}


def question(item: pytest.Item) -> str:
    """What it asks, without the usual values: tests that share it differ in these alone."""
    if "browser" not in item.path.parts:
        return item.nodeid
    return f"{item.path}::{getattr(item, 'originalname', item.name)} {sorted(own(item).items())}"


def own(item: pytest.Item) -> dict[str, str]:
    """What it is asked of, apart from the usual."""
    return {name: value for name, value in given(item).items() if name not in (*USUAL, "lang")}


def usual(item: pytest.Item) -> dict[str, str]:
    return {name: value for name, value in given(item).items() if name in USUAL}


def given(item: pytest.Item) -> dict[str, str]:
    """Its parameters, as text: what stands for a value in pytest's own count differs from test to test."""
    call = getattr(item, "callspec", None)
    return {} if call is None else {name: repr(value) for name, value in call.params.items()}
