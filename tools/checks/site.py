"""The built site around a page: which files it has, where they will stand on the web, what they weigh."""

import re
from functools import cached_property

from plugins.shared.message import Message
from plugins.shared.problem import nearest
from tools.checks.address import Base, Target, base_of, target
from tools.checks.entries import Entries, read_entries
from tools.kept import cache
from tools.made import Made
from tools.summary import EXACT, compressed

BY_CONTENT = re.compile(r"(\.[0-9a-f]{10}(-\d+)?|/[0-9a-f]{6})\.\w+$")  # a name that no one writes by hand


class BuiltSite:
    """The folder of a site that has been made. What many pages ask is looked up once."""

    def __init__(self, made: Made) -> None:
        self.folder, self.tree = made.folder, made.tree
        self.kept = cache(made.root, "html")
        self.base: Base = base_of(made.address)
        self.files = frozenset(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
        )
        self._weights: dict[str, int] = {}
        self._hints: dict[str, Message] = {}

    def full(self, address: str) -> str:
        """An address of the site as one of the web."""
        return f"{self.base.origin}{self.base.path}{address}"

    def target(self, written: str, here: str) -> Target | None:
        return target(written, here, self.base)

    def read(self, file: str) -> bytes:
        return (self.folder / file).read_bytes()

    def weight(self, file: str) -> int:
        """What a file weighs as a server sends it; nothing where it is missing, which is told as a link."""
        if file not in self._weights:
            self._weights[file] = compressed(self.read(file), EXACT) if file in self.files else 0
        return self._weights[file]

    def lost(self, written: str) -> bool:
        """True where a full address leads to a file of the site that is not there."""
        there = self.target(written, "")
        return there is not None and there.file not in self.files

    def hint(self, wanted: Target) -> Message:
        """What to do about a file that is not there."""
        if wanted.file not in self._hints:
            address = str(wanted._replace(anchor=""))
            same, near = self._folded.get(address.casefold()), nearest(address, self._folded.values())
            hint = Message("correct it, or add what it names")
            if same:
                hint = Message("mind the capitals: {near}", near=same)
            elif near:
                hint = Message("nearest: {near}", near=near)
            self._hints[wanted.file] = hint
        return self._hints[wanted.file]

    @cached_property
    def _folded(self) -> dict[str, str]:
        """The address of every file that people name, by itself in small letters; not those named by their content."""
        files = sorted(each for each in self.files if not BY_CONTENT.search(each))
        return {str(Target(file)).casefold(): str(Target(file)) for file in files}

    @cached_property
    def entries(self) -> dict[str, Entries]:
        """What the feeds and the sitemap name, by file."""
        return {file: read_entries(self.read(file)) for file in sorted(self.files) if file.endswith(".xml")}
