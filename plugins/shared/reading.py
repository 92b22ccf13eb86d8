"""What a concept reads with, and the reading of YAML files: one, or a folder of them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import TypeVar

from plugins.shared.document import Document
from plugins.shared.insert import NOTHING, Inserts
from plugins.shared.message import Message
from plugins.shared.model import KEY, Model, Rule, read_model
from plugins.shared.problem import Problem, Problems
from plugins.shared.site import EVERYTHING
from plugins.shared.source import files_under, left, lies_under, read_source
from plugins.shared.yaml import Loc, Tree, read_yaml

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Reading:
    """The project's folder and theme, its languages and day, where mistakes go, how a file becomes a document."""

    root: Path
    languages: tuple[str, ...]
    day: date
    problems: Problems
    document: Callable[[Path], Document | None]
    theme: Path
    inserts: Inserts = NOTHING  # what has been read and may stand in the texts of all that follows
    workshop: bool = False  # with pages for who makes the site, which are never published
    changed: Mapping[str, date] = field(default_factory=dict)  # by the name of a text, when its words last changed
    unread: set[str] = field(default_factory=set)  # the keys of what can't be read, until the hub takes them

    @property
    def content(self) -> Path:
        return self.root / "content"

    def file(self, path: Path, model: type[M], rules: tuple[Rule, ...] = ()) -> M | None:
        """One YAML file as its model, or nothing where there is none or its schema is not met; mistakes are added."""
        if not path.is_file():
            return None
        thing = self._file(path, model, rules)
        if thing is None:
            self.unread.add(EVERYTHING)
        return thing

    def _file(self, path: Path, model: type[M], rules: tuple[Rule, ...]) -> M | None:
        if not lies_under(path, self.root):
            self.problems.add(left(path, self.root))
            return None
        source = read_source(path, self.root, self.problems)
        if source is None:
            return None
        tree, found = read_yaml(source)
        self.problems.extend(found)
        if tree is None:
            return None
        tree = replace(tree, data=self.inserts.into_data(tree.data, partial(self._tell, tree)))
        thing, found = read_model(tree, model, self.languages, rules)
        self.problems.extend(found)
        return thing

    def _tell(self, tree: Tree, loc: Loc, message: Message) -> None:
        self.problems.add(tree.problem(loc, "E202", message))

    def folder(
        self,
        folder: Path,
        place: str,
        model: type[M],
        rules: tuple[Rule, ...] = (),
        passes: Callable[[Path], bool] = lambda _: False,
    ) -> dict[str, M]:
        """Every YAML file under the folder by its key: the path below the folder, without the ending.

        `place` says it to the editor: `<topic>/<guide>.yaml`. What it passes over is read by somebody else.
        """
        found: dict[str, M] = {}
        for path in files_under(folder, self.root, self.problems):
            if passes(path):
                continue
            key = path.relative_to(folder).with_suffix("").as_posix()
            if path.suffix != PurePath(place).suffix or not is_key(key, place.count("/") + 1):
                message = Message(
                    "files stand in {folder}/ as {place}, with names of a-z, 0-9 and single hyphens",
                    folder=folder.name,
                    place=place,
                )
                self.problems.add(stray(path, self.root, message))
                continue
            thing = self._file(path, model, rules)
            if thing is None:
                self.unread.add(key)
            else:
                found[key] = thing
        return found


def is_key(path: str, depth: int) -> bool:
    """True where the path is as many keys as `depth` says, with slashes between them."""
    parts = path.split("/")
    return len(parts) == depth and all(re.fullmatch(KEY, part) for part in parts)


def stray(path: Path, root: Path, where: Message) -> Problem:
    """What is told of a file that nothing reads; `where` says where such files stand."""
    message = Message("this file has no place here; {where}", where=where)
    return Problem(path.relative_to(root).as_posix(), 1, 1, "E132", message)
