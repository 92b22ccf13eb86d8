"""The built site that lessons are made from: what many of them ask is read once."""

from functools import cache, cached_property

from plugins.shared.site import Page
from tools.checks.address import base_of
from tools.made import Made


class Source:
    """Its files by their address; `absolute` makes one of the web of that."""

    def __init__(self, made: Made) -> None:
        self.folder, self.theme = made.folder, made.root / "theme"
        self.pages, self.site = made.tree.pages, made.tree.site
        self.base = base_of(made.address)
        self.read = cache(lambda file: (self.folder / file).read_bytes())
        self.text = cache(lambda file: self.read(file).decode())

    @cached_property
    def by_file(self) -> dict[str, Page]:
        return {page.file: page for page in self.pages}

    def html(self, page: Page) -> str:
        return self.text(page.file)

    def absolute(self, address: str) -> str:
        return f"{self.base.origin}{self.base.path}{address}"
