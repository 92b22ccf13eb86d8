"""Puts an attack into every field of a copy of the content, and takes back what the reader refuses.

There is no list of fields: whatever value stands in YAML or in front matter is one, so what a new model reads is
attacked as well. A value is replaced by an attack, else has it at its end, else stays as it was; which of these, the
reader's own problems decide. In the end each field has refused what it was given, or the pages show it.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from plugins.shared.document import FENCE
from plugins.shared.insert import Inserts
from plugins.shared.markdown import parse
from plugins.shared.model import Model, read_model
from plugins.shared.problem import Problem, Problems
from plugins.shared.source import Source, read_source
from plugins.shared.yaml import Data, Loc, Tree, read_yaml
from tests.safety.attacks import TEXTS, attacks, unseen

LANGUAGES = ("id", "en")
LEFT_ALONE = ("content/addresses.yaml", "content/redirects.yaml")  # nothing but keys; locks are renewed all the same
NOWHERE = 2
NAME = re.compile(r"[\w./#-]{2,40}")
# where in a Markdown text an attack stands; each is a block of its own
PLACES = (
    "{}",
    "Words {} words",
    "- An item {}",
    "> {}",
    "| A head | Another |\n| --- | --- |\n| {} | A cell |",
    "[{}](https://example.org/)",
    "[A link]({})",
    "[A link](<{}>)",
    "![{}](loaf.png)",
    "`{}`",
    "```\n{}\n```",
    "> [!NOTE]\n> {}",
    "*{}*",
    "[A link](https://example.org/{})",
    '[A link](https://example.org/ "{}")',
)


@dataclass
class Field:
    """A value that somebody wrote, and how far the attack on it has come: in its place, behind it, nowhere.

    A name that stands in several places is one field, else nothing would find what it names.
    """

    value: str
    attack: str
    step: int = 0
    refusals: list[str] = field(default_factory=list)  # the codes that it was refused with

    @property
    def text(self) -> str:
        return (self.attack, f"{self.value} {self.attack}", self.value)[self.step]

    def retreat(self, code: str) -> None:
        self.refusals.append(code)
        self.step += 1


@dataclass
class Block:
    """An attack in a text of Markdown, there or nowhere."""

    place: str
    attack: str
    step: int = 0
    refusals: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.place.replace("{}", self.attack)

    def retreat(self, code: str) -> None:
        self.refusals.append(code)
        self.step = NOWHERE


@dataclass
class Spoilt:
    """A file with an attack in each of its fields."""

    path: Path
    name: str
    data: Data
    fields: dict[Loc, Field]
    body: str | None = None  # of a text of Markdown
    blocks: list[Block] = field(default_factory=list)
    at: dict[int, Field | Block] = field(default_factory=dict)  # by the line of the file as it was written last

    def names(self) -> Iterator[tuple[str, Field]]:
        """Each field by what it is called wherever it stands: `quizzes/questions/[]/prompt/id`."""
        kind = next(each for each in self.name.split("/") if each != "content").removesuffix(".yaml")
        for loc, each in self.fields.items():
            yield "/".join([kind, *("[]" if isinstance(part, int) else part for part in loc)]), each

    def fit(self, model: type[Model], inserts: Inserts) -> None:
        """Retreats until the schema takes all that is left."""
        fields, places = list(self.fields.values()), {}
        for at, loc in enumerate(self.fields):
            for end in range(len(loc) + 1):
                places.setdefault(loc[:end], (at, 1))  # of a list, its first value
        while True:
            found = self._wrong(
                Tree(Source(self.name, ""), self._filled(self.data, ()), places, places), model, inserts
            )
            if not found:
                return
            for each in {each.line: each for each in found}.values():
                retreat((*fields[each.line :], *fields[: each.line]), each)

    def _wrong(self, tree: Tree, model: type[Model], inserts: Inserts) -> list[Problem]:
        told: list[Problem] = []
        if self.body is None:
            data = inserts.into_data(tree.data, lambda loc, what: told.append(tree.problem(loc, "E202", what)))
            tree = replace(tree, data=data)
        return told or read_model(tree, model, LANGUAGES)[1]

    def _filled(self, data: Data, loc: Loc) -> Data:
        if isinstance(data, str):
            return self.fields[loc].text
        if isinstance(data, dict):
            return {key: self._filled(each, (*loc, key)) for key, each in data.items()}
        return data and [self._filled(each, (*loc, at)) for at, each in enumerate(data)]

    def write(self) -> None:
        lines: list[str] = []
        self.at = {}
        if self.body is None:
            self._emit(self.data, (), "", lines)
        else:
            lines.append(FENCE)
            self._emit(self.data, (), "", lines)
            lines += [FENCE, *self.body.split("\n")]
            for each in self.blocks:
                if each.step < NOWHERE:
                    lines.append("")
                    for line in each.text.split("\n"):
                        lines.append(line)
                        self.at[len(lines)] = each
        self.path.write_text("\n".join(lines) + "\n", "utf-8", newline="")

    def _emit(self, data: Data, loc: Loc, indent: str, lines: list[str]) -> None:
        """A line for each value, so that a problem tells which one it means."""
        for key, each in data.items() if isinstance(data, dict) else enumerate(data):
            head, here = indent + (f"{json.dumps(key)}:" if isinstance(key, str) else "-"), (*loc, key)
            if isinstance(each, dict | list) and each:
                lines.append(head)
                self._emit(each, here, f"{indent}  ", lines)
            elif isinstance(each, str):
                self.at[len(lines) + 1] = self.fields[here]
                lines.append(f"{head} {json.dumps(self.fields[here].text, ensure_ascii=False)}")
            else:
                lines.append(head if each is None else f"{head} {json.dumps(each)}")


def spoil(files: list[Spoilt], read: Callable[[], Iterable[Problem]]) -> None:
    """Writes all files so that `read`, which reads the content, tells no error any more."""
    by_name = {each.name: each for each in files}
    named = {each.value: each for file in files for each in file.fields.values()}
    for _ in range(20):
        for each in files:
            each.write()
        errors = [each for each in read() if not each.warning]
        if not errors:
            return
        for each in errors:
            lines = sorted(by_name[each.path].at.items(), key=lambda line: (line[0] < each.line, line[0]))
            there = lines[0][1]
            if there.step == NOWHERE:  # it is well, and what it names is not
                those = [named[value] for value in each.message.values.values() if value in named]
                retreat([*those, *(one for _, one in lines)], each)
            else:
                retreat([there], each)
    raise AssertionError("\n".join(map(str, errors)))


def retreat(those: Iterable[Field | Block], problem: Problem) -> None:
    """What stands at the problem goes back; where that has done so, the next that can: a problem may mean a list."""
    found = next((each for each in those if each.step < NOWHERE), None)
    assert found is not None, problem
    found.retreat(problem.code)


def put_blocks(files: list[Spoilt], turn: int) -> None:
    """Each attack as a block of a guide, the same in each language; one that reading alone refuses gets no further."""
    guides = [each for each in files if each.name.startswith("content/guides/")]
    folders = sorted({each.path.parent for each in guides})
    for at, (place, attack) in enumerate(placed(turn)):
        _, _, slips = parse(Block(place, attack).text)
        for each in guides:
            if each.path.parent == folders[at % len(folders)]:
                each.blocks.append(Block(place, attack, NOWHERE if slips else 0, [slip.code for slip in slips]))


def placed(turn: int) -> Iterator[tuple[str, str]]:
    """Where each stands: in one of the places, as code, which a page shows letter by letter, and Markdown as it is."""
    for at, attack in enumerate(each for each in attacks(*TEXTS) if not unseen(each)):
        yield PLACES[(at + turn) % len(PLACES)], attack
        yield "~~~~\n{}\n~~~~", attack
    yield from ((PLACES[0], attack) for attack in attacks("markdown") if not unseen(attack))


def spoilt(root: Path, turn: int) -> Iterator[Spoilt]:
    """Every file with its attacks, nothing written yet: one follows the other over all files, from the turn's on."""
    known = [each for each in attacks(*TEXTS) if not unseen(each)]
    number, names = count(turn), {}
    for path in sorted(root.glob("*/**/*")):
        name = path.relative_to(root).as_posix()
        if path.suffix not in (".md", ".yaml") or name in LEFT_ALONE or not name.startswith(("content/", "quizzes/")):
            continue
        text, body = read_source(path, root, Problems()).text, None
        if path.suffix == ".md":
            _, text, body = text.split(f"{FENCE}\n", 2)
        tree, _ = read_yaml(Source(name, text))
        fields = {}
        for loc, value in values(tree.data, ()):
            fields[loc] = names.get(value) or begun(value, known[next(number) % len(known)])
            if NAME.fullmatch(value):
                names[value] = fields[loc]
        yield Spoilt(path, name, tree.data, fields, body)


def begun(value: str, attack: str) -> Field:
    """A word may be an address, and is attacked in its place; sentences keep what the rules look for in them."""
    return Field(value, attack, int(" " in value))


def values(data: Data, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, str):
        yield loc, data
    elif data:
        for key, each in data.items() if isinstance(data, dict) else enumerate(data):
            yield from values(each, (*loc, key))
