"""The components of a theme, read from their folders. One without documentation or examples is told."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import yaml
from pydantic import ValidationError

from plugins.component.model import Component, Examples
from plugins.shared.message import Message
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading

TRUTH = "tag:yaml.org,2002:bool"
Mistake = tuple[int, int, str, Message]  # line, column, code and words
COMMENT = re.compile(r"\s*\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)


class Loader(yaml.SafeLoader):
    """Values of any kind, but `on`, `yes` and `no` are words."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != TRUTH]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Loader.add_implicit_resolver(TRUTH, re.compile("^(?:true|false)$"), ["t", "f"])


def read_components(reading: Reading) -> dict[str, Component]:
    """By name, in the workshop; elsewhere there are none."""
    if not reading.workshop:
        return {}
    found = {}
    for folder in sorted(path for path in (reading.theme / "components").iterdir() if any(path.glob("*.j2"))):
        component, problems = read_component(folder, reading.theme.parent)
        reading.problems.extend(problems)
        if component is not None:
            found[component.name] = component
    return found


def read_component(folder: Path, root: Path) -> tuple[Component | None, list[Problem]]:
    """The component of a folder, and what is wrong with it; `root` is what its paths are told from."""
    template, examples = folder / f"{folder.name}.j2", folder / "examples.yaml"
    about = about_of(template)
    shown, mistakes = read_examples(examples)
    problems = [Problem(examples.relative_to(root).as_posix(), *each) for each in mistakes]
    if not about:
        message = Message(
            "nothing says what this component is; begin {name} with a comment, {{#- … -#}}", name=template.name
        )
        problems.append(Problem(template.relative_to(root).as_posix(), 1, 1, "E108", message))
    if shown is None or not about:
        return None, problems
    parts = sorted(each.stem for each in folder.glob("*.js") if each.stem != folder.name)
    scripts = tuple(f"{folder.name}.{part}" for part in parts)
    return Component(name=folder.name, about=about, shown=shown, scripts=scripts), problems


def about_of(template: Path) -> str:
    """What the comment at the top says, in one line; nothing where there is none."""
    found = COMMENT.match(template.read_text("utf-8")) if template.is_file() else None
    return " ".join(found[1].split()) if found else ""


def read_examples(path: Path) -> tuple[Examples | None, list[Mistake]]:
    """The examples, or line, column, code and words of what is wrong with them."""
    message = Message("this component has no examples; add them, each with a name and its arguments in 'with'")
    missing = (1, 1, "E108", message)
    if not path.is_file():
        return None, [missing]
    try:
        found = Examples.model_validate(yaml.load(path.read_text("utf-8"), Loader) or {"examples": ()})
    except yaml.MarkedYAMLError as error:
        line, column = (error.problem_mark.line, error.problem_mark.column) if error.problem_mark else (0, 0)
        return None, [(line + 1, column + 1, "E104", Message("this YAML can't be read: {words}", words=error.problem))]
    except ValidationError as error:
        return None, list(told(error))
    return (found, []) if found.examples else (None, [missing])


def told(error: ValidationError) -> Iterator[Mistake]:
    for each in error.errors():
        where = ".".join(str(part) for part in each["loc"])
        words = f"{where}: {each['msg']}" if where else each["msg"]
        yield 1, 1, "E109", Message("{words}; correct it", words=words)
