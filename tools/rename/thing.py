"""What is renamed, by kind and key: what an editor named, or why that can't be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.hub.tree import Tree
from plugins.shared.message import Listed, Message
from plugins.shared.model import KEY
from plugins.shared.problem import instead
from plugins.shared.reading import is_key
from tools.ending import Stop

PLACES = {  # by kind, where its files stand
    "guide": ("content/guides/{key}", "quizzes/{key}.yaml", "quizzes/{key}.lock"),
    "checklist": ("content/checklists/{key}",),
    "page": ("content/pages/{key}",),
    "course": ("content/courses/{key}.yaml",),
    "exam": ("content/exams/{key}.yaml",),
    "diagram": ("content/diagrams/{key}.yaml",),
    "tool": ("content/tools/{key}.yaml",),
    "assessment": ("content/assessments/{key}.yaml",),
    "worksheet": ("content/worksheets/{key}.yaml",),
}


@dataclass(frozen=True)
class Renaming:
    """A thing with its old and its new key, and its new slugs by language."""

    kind: str
    old: str
    new: str
    slugs: Mapping[str, str]

    def paths(self, root: Path) -> Iterator[tuple[str, str]]:
        """Files and folders that move, from where to where."""
        for place in PLACES[self.kind]:
            old, now = place.format(key=self.old), place.format(key=self.new)
            if (root / old).exists() or (root / now).exists():
                yield old, now

    def moved(self, name: str) -> str:
        """The name that a file of the project has afterwards."""
        for place in PLACES[self.kind]:
            old, now = place.format(key=self.old), place.format(key=self.new)
            if name == old or name.startswith(f"{old}/"):
                return now + name[len(old) :]
        return name


def renaming(key: str, new: str, slugs: tuple[str, ...], tree: Tree) -> Renaming:
    kind, old = thing(key, tree)
    new = new.removeprefix(f"{kind}/") if kind != "guide" or new.count("/") > 1 else new
    if not is_key(new, old.count("/") + 1):
        example = "pse/registering" if kind == "guide" else "before-registering"
        raise Stop(Message("{new}: no key of a {kind}; write it like {example}", new=new, kind=kind, example=example))
    if new in tree.site[kind]:
        raise Stop(Message("{new}: there is a {kind} of this key; choose another one", new=new, kind=kind))
    topic = new.partition("/")[0]
    if kind == "guide" and topic not in tree.site["topic"]:
        hint = instead(topic, tree.site["topic"])
        raise Stop(Message("{new}: there is no topic '{topic}'; {hint}", new=new, topic=topic, hint=hint))
    return Renaming(kind, old, new, dict(slug(each, tree) for each in slugs))


def thing(key: str, tree: Tree) -> tuple[str, str]:
    """Kind and key of what is called so; where things of several kinds are, it is told how to say which."""
    found = [(kind, key) for kind in PLACES if key in tree.site[kind]]
    kind, _, rest = key.partition("/")
    if not found and kind in PLACES and rest in tree.site[kind]:
        found = [(kind, rest)]
    if len(found) == 1:
        return found[0]
    if found:
        several = Listed(", ", [f"{kind}/{key}" for kind, key in found])
        raise Stop(Message("{key}: several things have this key; say which: {several}", key=key, several=several))
    if key in tree.site["quiz"]:
        raise Stop(Message("{key}: a quiz has the key of its guide, and there is no such guide", key=key))
    hint = instead(key, [each for kind in PLACES for each in tree.site[kind]])
    raise Stop(Message("{key}: there is nothing of this key that can be renamed; {hint}", key=key, hint=hint))


def slug(given: str, tree: Tree) -> tuple[str, str]:
    lang, equals, word = given.partition("=")
    if not equals or lang not in tree.site.languages or not re.fullmatch(KEY, word):
        raise Stop(Message("--slug {given}: write it like {lang}=mendaftar", given=given, lang=tree.site.languages[0]))
    return lang, word
