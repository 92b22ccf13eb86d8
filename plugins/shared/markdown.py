"""Markdown as this project writes it: CommonMark and tables by markdown-it-py, and five extensions of ours.

`## Title {#key}` · `- [ ] Task {#key}` · `> [!NOTE]` · `::quiz[pse/registering]` · `[@pp-71-2019 2(5)]`

markdown-it-py keeps the lines of every block and calls our inline rules with their position, so each mistake is told
where it stands. Raw HTML is parsed only to be refused; nothing that an editor writes becomes an attribute.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link
from markdown_it.token import Token

from plugins.shared.model import KEY

NOTES = ("note", "tip", "important", "warning", "caution")
DIRECTIVE = re.compile(r"::([a-z][a-z-]*)\[([^\]\n]*)\]")
LOOKS_LIKE_DIRECTIVE = re.compile(r"^::", re.MULTILINE)
HEADING_KEY = re.compile(rf"(?:^|\s+)\{{#({KEY})\}}\s*$")
NOTE = re.compile(r"\[!(\w+)\][ \t]*(?:\n|$)")
TASK = re.compile(r"\[([ xX])\](?:\s+|$)")
CITE = re.compile(r"\[@([^\s\]]*)([^\]\n]*)\]")
ATTRIBUTE = re.compile(r"\{\s*(?:[#.:][\w-]|[\w-]+\s*=)[^}\n]*\}?")


@dataclass(frozen=True)
class Reference:
    """What a text points at, and where it says so: a link, a picture, a citation or something embedded."""

    kind: str  # "link", "image", "cite" or "embed"
    target: str
    line: int
    column: int
    words: str = ""  # after a citation's key; the name of a directive; the title of a picture
    alone: bool = True  # False where a directive stands inside a list or quotation


@dataclass(frozen=True)
class Slip:
    """A mistake in the Markdown itself."""

    code: str
    message: str
    line: int
    column: int = 1


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


def place(env: dict[str, Any], inline: Token, position: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in an inline token's content."""
    before = inline.content[:position]
    down = before.count("\n")
    line = (inline.map or [0])[0] + down
    written = inline.content.split("\n")[down].strip()
    lines = env["lines"]
    indent = lines[line].find(written) if line < len(lines) else 0
    return line + 1, max(indent, 0) + position - (before.rfind("\n") + 1) + 1


def blocks(state: StateCore) -> None:
    """Headings' keys, directives, notes and tasks: after the blocks are known, before their text is parsed."""
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            _heading(state, token, tokens[at + 1])
        elif token.type == "blockquote_open":
            _note(state, at)
        elif token.type == "list_item_open":
            _task(state, at)
        elif token.type == "paragraph_open":
            _directive(state, at)
        elif token.type == "html_block":
            _slip(state, token, "E116", "raw HTML is not used; write it in Markdown")
    _mark_task_lists(state)
    state.tokens = [token for token in tokens if token.type != "gone"]


def _slip(state: StateCore, token: Token, code: str, message: str) -> None:
    line = (token.map or [0])[0]
    text = state.env["lines"][line] if line < len(state.env["lines"]) else ""
    state.env["slips"].append(Slip(code, message, line + 1, len(text) - len(text.lstrip()) + 1))


def _heading(state: StateCore, token: Token, inline: Token) -> None:
    level = int(token.tag[1])
    found = HEADING_KEY.search(inline.content)
    if level not in (2, 3):
        hint = "the title is the level-1 heading; begin with '##'" if level == 1 else "use '##' or '###'"
        _slip(state, token, "E120", f"a heading of level {level}; {hint}")
    if found:
        token.meta["key"] = found[1]
        inline.content = inline.content[: found.start()].rstrip()
    else:
        _slip(state, token, "E120", "this heading has no key; end it with one, such as {#what-to-do}")


def _note(state: StateCore, at: int) -> None:
    token, following = state.tokens[at], state.tokens[at + 1 : at + 4]
    if len(following) < 3 or following[1].type != "inline":
        return
    opening, inline, closing = following
    found = NOTE.match(inline.content)
    if not found:
        return
    if (name := found[1].lower()) not in NOTES:
        _slip(state, token, "E137", f"'[!{found[1]}]' is no note; use one of {', '.join(NOTES).upper()}")
        return
    token.meta["note"] = name
    inline.content = inline.content[found.end() :]
    if inline.map:
        inline.map = [inline.map[0] + 1, inline.map[1]]
    if not inline.content:
        for each in (opening, inline, closing):
            each.type = "gone"


def _task(state: StateCore, at: int) -> None:
    token, following = state.tokens[at], state.tokens[at + 1 : at + 3]
    if len(following) < 2 or following[1].type != "inline":
        return
    inline = following[1]
    found = TASK.match(inline.content)
    if not found:
        return
    key = HEADING_KEY.search(inline.content)
    if found[1] != " ":
        _slip(state, token, "E150", "a task can't be ticked beforehand; write '- [ ]'")
    if not key:
        _slip(state, token, "E150", "this task has no key; end its first paragraph with one, such as {#upload-ktp}")
    following[0].type, state.tokens[at + 3].type = "label_open", "label_close"
    following[0].meta["key"] = key[1] if key else ""
    token.meta["task"] = True
    token.meta["key"] = key[1] if key else ""
    inline.content = inline.content[found.end() : key.start() if key else None].rstrip()


def _mark_task_lists(state: StateCore) -> None:
    """A list of tasks says so, and holds nothing but tasks."""
    open_lists: list[Token] = []
    for token in state.tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            open_lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            open_lists.pop()
        elif token.type == "list_item_open":
            task = "task" in token.meta
            if open_lists[-1].meta.setdefault("tasks", task) != task:
                _slip(state, token, "E150", "tasks and plain items stand in one list; begin each line with '- [ ]'")


def _directive(state: StateCore, at: int) -> None:
    opening, inline, closing = state.tokens[at : at + 3]
    if not LOOKS_LIKE_DIRECTIVE.search(inline.content):
        return
    found = DIRECTIVE.fullmatch(inline.content)
    if not found:
        _slip(state, opening, "E118", "a directive stands alone: '::quiz[pse/registering]', blank lines around it")
        return
    line, column = place(state.env, inline, 0)
    alone = opening.level == 0
    reference = Reference("embed", found[2].strip(), line, column, words=found[1], alone=alone)
    opening.type, opening.tag, opening.nesting = "embed", "", 0
    opening.meta["reference"] = len(state.env["points"])
    state.env["points"].append(reference)
    inline.type = closing.type = "gone"


def inlines(state: StateCore) -> None:
    """What stands in the text: links, pictures and citations get their place, the rest that is not ours is refused."""
    for token in state.tokens:
        if token.type == "inline":
            for child in token.children or ():
                _inline(state, token, child)
        elif token.type in ("th_open", "td_open"):
            # a style attribute would be refused by the page's policy; a class says the same
            style = str(token.attrs.pop("style", ""))
            if style:
                token.attrs["class"] = f"align-{style.removeprefix('text-align:')}"


def _inline(state: StateCore, inline: Token, child: Token) -> None:
    env = state.env
    if child.type == "html_inline":
        line, column = place(env, inline, child.meta["position"])
        env["slips"].append(Slip("E116", "raw HTML is not used; write it in Markdown", line, column))
    elif child.type == "text" and (found := ATTRIBUTE.search(child.content)):
        line, column = place(env, inline, max(inline.content.find(found[0]), 0))
        message = f"'{found[0]}' is not allowed; keys end headings and tasks, other attributes don't exist"
        env["slips"].append(Slip("E117", message, line, column))
    elif "position" in child.meta:
        line, column = place(env, inline, child.meta.pop("position"))
        child.meta["reference"] = len(env["points"])
        env["points"].append(_reference(child, line, column))


def _reference(token: Token, line: int, column: int) -> Reference:
    if token.type == "cite":
        return Reference("cite", token.meta["key"], line, column, words=token.content)
    if token.type == "image":
        return Reference("image", str(token.attrs["src"]), line, column, words=token.content)
    return Reference("link", str(token.attrs["href"]), line, column)


def cite(state: StateInline, silent: bool) -> bool:
    """`[@pp-71-2019 2(5)]`"""
    found = CITE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("cite", "", 0)
        token.content = found[2].strip()
        token.meta = {"key": found[1], "position": state.pos}
    state.pos = found.end()
    return True


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, and its first new token says where it began."""

    def placed(state: StateInline, silent: bool) -> bool:
        position, count = state.pos, len(state.tokens)
        # a pending text token is pushed before the rule's own
        count += bool(state.pending)
        matched = rule(state, silent)
        if matched and not silent and len(state.tokens) > count:
            state.tokens[count].meta["position"] = position
        return matched

    return placed


def make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    # every address reaches our own check, which tells the editor; the library's would print it as text, silently
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "cite", cite)
    for name, rule in (("link", link), ("image", image), ("autolink", autolink), ("html_inline", html_inline)):
        parser.inline.ruler.at(name, _placed(rule))
    parser.core.ruler.before("inline", "pandu_blocks", blocks)
    parser.core.ruler.push("pandu_inlines", inlines)
    return parser


PARSER = make_parser()
