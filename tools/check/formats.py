"""The problems once more for a program: one that reads JSON, GitHub's and GitLab's pages of a change."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from plugins.shared.problem import Problem

Translate = Callable[[str], str]


def as_json(problems: Sequence[Problem], translate: Translate) -> str:
    """A list of objects; names and order stay as they are."""
    return written(
        [{**placed(each), "message": each.message.said(translate), "warning": each.warning} for each in problems]
    )


def placed(problem: Problem) -> dict[str, Any]:
    return {"path": problem.path, "line": problem.line, "column": problem.column, "code": problem.code}


def for_github(problems: Sequence[Problem], translate: Translate) -> str:
    """Commands of a workflow: GitHub shows each at its line of the pull request."""
    return "\n".join(command(each, each.message.said(translate)) for each in problems)


def command(problem: Problem, message: str) -> str:
    level = "warning" if problem.warning else "error"
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{name}={escaped(str(value), ':,')}" for name, value in place.items())
    return f"::{level} {properties}::{escaped(message)}"


def escaped(text: str, more: str = "") -> str:
    """As GitHub reads it: what ends a line, or begins an escape, as its number; in a property what ends that too."""
    for letter in "%\r\n" + more:  # the percent sign first: the others become one
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


def for_gitlab(problems: Sequence[Problem], translate: Translate) -> str:
    """GitLab's report of code quality, which it shows at the lines of a merge request."""
    seen: Counter[Problem] = Counter()
    return written([report(each, translate, seen) for each in problems])


def report(problem: Problem, translate: Translate, seen: Counter[Any]) -> dict[str, Any]:
    """The fingerprint tells it from others and stays when lines move, so that GitLab knows what is new."""
    same = (problem.path, problem.code, str(problem.message))
    seen[same] += 1
    return {
        "description": f"{problem.code} {problem.message.said(translate)}",
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(repr((*same, seen[same])).encode()).hexdigest(),
        "severity": "minor" if problem.warning else "major",
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }


def written(data: list[dict[str, Any]]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Sequence[Problem], Translate], str]] = {
    "json": as_json,
    "github": for_github,
    "gitlab": for_gitlab,
}
