"""What a text points at, what is wrong in it, and where: with the words that both kinds of rules share."""

from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from plugins.shared.message import Message


@dataclass(frozen=True)
class Reference:
    """What a text points at, and where it says so: a link, a picture, a citation or something embedded."""

    kind: str  # "link", "image", "cite", "insert" or "embed"
    target: str
    line: int
    column: int
    words: str = ""  # after a citation's key; the name of a directive or of what an insert is; the text of a picture
    alone: bool = True  # False where a directive stands inside a list or quotation


@dataclass(frozen=True)
class Slip:
    """A mistake in the Markdown itself."""

    code: str
    message: Message
    line: int
    column: int


def place(env: dict[str, Any], inline: Token, position: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in an inline token's content."""
    before = inline.content[:position]
    down = before.count("\n")
    line = (inline.map or [0])[0] + down
    written = inline.content.split("\n")[down].strip()
    lines = env["lines"]
    indent = lines[line].find(written) if line < len(lines) else 0
    return line + 1, max(indent, 0) + position - (before.rfind("\n") + 1) + 1


def html_refused(html: str) -> Message:
    if html.lstrip().startswith("<!--"):
        return Message("a comment is raw HTML, which is not used; remove it")
    return Message("raw HTML is not used; write it in Markdown")
