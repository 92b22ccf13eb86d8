"""Builds this project's site with an attack in every field: `python -m tests.safety.attacked FOLDER TURN`.

FOLDER is a copy of the project. What came of each attack stands in its attacked.json afterwards.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from plugins.shared import reading, twins
from plugins.shared.model import read_model
from plugins.shared.problem import Problem, Problems
from tests.quiz.approving import approve_everything
from tests.safety.spoiling import NOWHERE, Spoilt, put_blocks, spoil, spoilt
from tests.site.project import DAY
from tools.checks.run import problems_of
from tools.encode import encode
from tools.engine import run_engine
from tools.hosting import hosting
from tools.index import index
from tools.tree import read_everything

REPORT = "attacked.json"
BESIDE = ("E301", "E307")  # previews are not drawn here, and attacks weigh


def main(root: Path, turn: int) -> None:
    models, tree = {}, None

    def remembered(tree, model, *others):
        models[tree.source.name] = model
        return read_model(tree, model, *others)

    def read() -> list[Problem]:
        nonlocal tree
        problems = Problems()
        tree = read_everything(root, problems, DAY)
        return [each for each in problems if each.code != "E145"]  # new words, which nobody has approved yet

    with patch.object(reading, "read_model", remembered), patch.object(twins, "read_model", remembered):
        read()
    files = list(spoilt(root, turn))
    for each in files:
        each.fit(models[each.name], tree.site.inserts)
    put_blocks(files, turn)
    spoil(files, read)
    approve_everything(root, tree.site)
    made = run_engine(
        root, "publishconf.py", root / "output", DAY, writes=True, override={"TELL": lambda problems: None}
    )
    for step in (encode, index, hosting):
        step(made)
    found = [str(each) for each in problems_of(made) if each.code not in BESIDE]
    report = {"fields": fields_of(files), "blocks": blocks_of(files), "found": found}
    (root / REPORT).write_text(json.dumps(report), "utf-8")


def fields_of(files: list[Spoilt]) -> dict[str, list[object]]:
    """By its name: how often a field took an attack, and the codes with which it refused one."""
    found: dict[str, tuple[int, Counter[str]]] = {}
    for each in files:
        for name, one in each.names():
            count, codes = found.get(name, (0, Counter()))
            found[name] = count + (one.step < NOWHERE), codes + Counter(one.refusals)
    return found


def blocks_of(files: list[Spoilt]) -> list[object]:
    return [(one.place, one.attack, one.refusals) for each in files for one in each.blocks]


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]))
