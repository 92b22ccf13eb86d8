"""The same for programs."""

from typing import Any

from plugins.shared.problem import Problem
from tools.drift.lagging import Lag
from tools.drift.shown import texts_before
from tools.publish.git import Git


def data(lags: list[Lag], differing: list[Problem], git: Git) -> dict[str, Any]:
    before = texts_before(lags, git)
    return {
        "lagging": [
            {
                "text": each.key,
                "section": each.section.key,
                "state": each.state,
                "source": {"path": each.source.name, "line": each.section.line, "lang": each.twins.source},
                "translation": {"path": each.document.name, "line": own.line if own else None, "lang": each.lang},
                "old": before.get((each.source.name, each.section.key, each.followed)),
                "new": each.section.text,
                "translated": own.text if own else None,
                "followed": each.followed or None,
                "hash": each.section.hash,
                "accept": each.command,
            }
            for each in lags
            for own in [each.own]
        ],
        "differing": [
            {
                "path": each.path,
                "line": each.line,
                "column": each.column,
                "code": each.code,
                "message": str(each.message),
            }
            for each in differing
        ],
    }
