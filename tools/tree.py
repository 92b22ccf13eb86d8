"""The content as the tasks read it: through the same plugins as the build, without Pelican's run."""

from pathlib import Path

from pelican.settings import read_settings

from plugins.hub.day import the_day
from plugins.hub.tree import Tree, read_tree
from plugins.shared.concept import Concept, offered
from plugins.shared.document import read_document
from plugins.shared.problem import Problems
from plugins.shared.reading import Reading


def read_everything(root: Path, problems: Problems, day: str | None = None, project: Path | None = None) -> Tree | None:
    """The whole tree as the build reads it, on that day; nothing where it can't be read.

    The settings are those of the `project`, where the tree is a copy of its content.
    """
    settings = read_settings(str((project or root) / "pelicanconf.py"))
    reading = Reading(
        root=root,
        languages=tuple(settings["LANGUAGES"]),
        day=the_day(day, root, settings["TIMEZONE"], writing=True),
        problems=problems,
        document=lambda path: read_document(path, root, problems),
        theme=Path(settings["THEME"]),
    )
    return read_tree(asked(settings["PLUGINS"]), reading, reading.theme / "locale")


def asked(plugins: list[object]) -> tuple[Concept, ...]:
    """What the plugins of the settings offer, once they have joined."""
    for plugin in plugins:
        plugin.register()
    return offered()
