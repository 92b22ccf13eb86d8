"""Markdown as this project writes it: CommonMark and tables by markdown-it-py, and six extensions of ours.

`## Title {#key}` · `- [ ] Task {#key}` · `> [!NOTE]` · `::quiz[pse/registering]` · `[@pp-71-2019 2(5)]`
`{{rate:final-tax}}`

markdown-it-py keeps the lines of every block and calls our inline rules with their position, so each mistake is told
where it stands. Raw HTML is parsed only to be refused; nothing that an editor writes becomes an attribute.
"""

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import autolink, html_inline, image, link
from markdown_it.token import Token

from plugins.shared.markdown.blocks import blocks
from plugins.shared.markdown.inlines import cite, inlines, insert, is_alone, placed_by, plain
from plugins.shared.markdown.marks import Reference, Slip

__all__ = ["PARSER", "Reference", "Slip", "is_alone", "parse", "plain"]


def parse(text: str, first_line: int = 1) -> tuple[list[Token], list[Reference], list[Slip]]:
    """The tokens of a text, what it points at in reading order, and its mistakes.

    A token that points at something carries its number, `meta["reference"]`; a heading and a task carry
    `meta["key"]`, a note `meta["note"]`. Blank lines stand in for what precedes the text in its file, so that the
    lines of all tokens are those of the file.
    """
    source = "\n" * (first_line - 1) + text
    env: dict[str, Any] = {"lines": source.split("\n"), "points": [], "slips": []}
    tokens = PARSER.parse(source, env)
    return tokens, env["points"], env["slips"]


def make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    # every address reaches our own check, which tells the editor; the library's would print it as text, silently
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "cite", cite)
    parser.inline.ruler.before("link", "insert", insert)
    for name, rule in (("link", link), ("image", image), ("autolink", autolink), ("html_inline", html_inline)):
        parser.inline.ruler.at(name, placed_by(rule))
    parser.core.ruler.before("inline", "pandu_blocks", blocks)
    parser.core.ruler.push("pandu_inlines", inlines)
    return parser


PARSER = make_parser()
