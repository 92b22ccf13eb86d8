"""Pelican's view of a text: a reader for `.md`, and the content object that it makes."""

from pathlib import Path
from typing import Any

from pelican.contents import Content
from pelican.readers import BaseReader

from plugins.shared.document import Document, read_document
from plugins.shared.problem import Problems


class TextReader(BaseReader):
    """Reads `.md` as a document of ours; its mistakes travel with it, since Pelican would drop the file and go on."""

    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        problems = Problems()
        path = Path(source_path)
        document = read_document(path, Path(self.settings["PATH"]).parent, problems)
        data = document.front.data if document and isinstance(document.front.data, dict) else {}
        words = {key: value for key, value in data.items() if key in ("title", "summary", "slug")}
        return "", {**words, "lang": path.stem, "document": document, "problems": problems}


class TextContent(Content):
    """One language's file of a text, as other plugins of Pelican meet it."""

    document: Document | None
    problems: Problems
