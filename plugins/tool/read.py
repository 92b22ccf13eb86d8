"""Reading of `content/tools/`."""

from collections.abc import Mapping

from plugins.shared.reading import Reading
from plugins.tool.model import Tool
from plugins.tool.rules import OF_THE_FILE


def read(reading: Reading) -> Mapping[str, Tool]:
    """A tool with a mistake in its rules is told, and left out: nobody could walk through it."""
    folder = reading.content / "tools"
    found = reading.folder(folder, "<tool>.yaml", Tool, OF_THE_FILE)
    broken = {key for key, tool in found.items() if any(True for rule in OF_THE_FILE for _ in rule(tool))}
    reading.unread.update(broken)
    return {key: tool for key, tool in found.items() if key not in broken}
