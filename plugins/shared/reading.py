"""What a concept reads with, and the reading of YAML files: one, or a folder of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from plugins.shared.document import Document
from plugins.shared.model import Model, Rule, read_model
from plugins.shared.problem import Problem, Problems
from plugins.shared.source import files_under, read_source
from plugins.shared.yaml import read_yaml

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Reading:
    """The project's folder, its languages and day, where mistakes go, and how a Markdown file becomes a document."""

    root: Path
    languages: tuple[str, ...]
    day: date
    problems: Problems
    document: Callable[[Path], Document | None]

    @property
    def content(self) -> Path:
        return self.root / "content"

    def file(self, path: Path, model: type[M], rules: tuple[Rule, ...] = ()) -> M | None:
        """One YAML file as its model, or nothing where there is none or its schema is not met; mistakes are added."""
        source = read_source(path, self.root, self.problems) if path.is_file() else None
        if source is None:
            return None
        tree, found = read_yaml(source)
        self.problems.extend(found)
        if tree is None:
            return None
        thing, found = read_model(tree, model, self.languages, rules)
        self.problems.extend(found)
        return thing

    def folder(self, folder: Path, model: type[M], rules: tuple[Rule, ...] = ()) -> dict[str, M]:
        """Every YAML file under the folder by its key: the path below the folder, without the ending."""
        found: dict[str, M] = {}
        for path in files_under(folder, "**/*", self.root, self.problems):
            if path.suffix != ".yaml":
                name = path.relative_to(self.root).as_posix()
                self.problems.add(Problem(name, 1, 1, "E132", "only .yaml files stand here; rename or move this one"))
                continue
            thing = self.file(path, model, rules)
            if thing is not None:
                found[path.relative_to(folder).with_suffix("").as_posix()] = thing
        return found
