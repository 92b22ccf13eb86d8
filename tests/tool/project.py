"""The tools of this project, read as the build reads them, and their worked cases."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.shared.problem import Problems
from plugins.tool.engine import Machine, machine
from tools.tree import read_everything

ROOT = Path(__file__).parents[2]
DAY = "2026-11-26"


class Case(NamedTuple):
    tool: str
    answers: dict[str, Any]
    result: str
    figures: Sequence[int] = ()


def cases() -> list[Case]:
    return [Case(*row) for row in yaml.safe_load((Path(__file__).parent / "golden.yaml").read_text("utf-8"))]


def machines() -> dict[str, Machine]:
    tree = read_everything(ROOT, Problems(), DAY)
    assert tree is not None
    return {key: machine(tool)[0] for key, tool in tree.site["tool"].items()}
