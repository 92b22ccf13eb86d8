"""The tools of this project, read as the build reads them, and their worked cases."""

from collections.abc import Sequence
from datetime import date
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
    """Days as the engine has them: as their numbers in the calendar."""
    rows = yaml.safe_load((Path(__file__).parent / "golden.yaml").read_text("utf-8"))
    return [case(*row) for row in rows]


def case(tool: str, answers: dict[str, Any], result: str, figures: Sequence[Any] = ()) -> Case:
    return Case(
        tool, {key: counted(each) for key, each in answers.items()}, result, [counted(each) for each in figures]
    )


def counted(value: Any) -> Any:
    return value.toordinal() if isinstance(value, date) else value


def machines() -> dict[str, Machine]:
    tree = read_everything(ROOT, Problems(), DAY)
    assert tree is not None
    return {key: machine(tool)[0] for key, tool in tree.site["tool"].items()}
