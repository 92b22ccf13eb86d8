"""Markdown as this project writes it: CommonMark and tables by markdown-it-py, and five extensions of ours.

`## Title {#key}` · `- [ ] Task {#key}` · `> [!NOTE]` · `::quiz[pse/registering]` · `[@pp-71-2019 2(5)]`

markdown-it-py keeps the lines of every block and calls our inline rules with their position, so each mistake is told
where it stands. Raw HTML is parsed only to be refused; nothing that an editor writes becomes an attribute.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link
from markdown_it.token import Token

from plugins.shared.model import KEY

NOTES = ("note", "tip", "important", "warning", "caution")
DIRECTIVE = re.compile(r"::([a-z][a-z-]*)\[([^\]\n]*)\]")
HEADING_KEY = re.compile(rf"(?:^|\s+)\{{#({KEY})\}}\s*$")
WRONG_KEY = re.compile(r"\{\s*#[^}\n]*\}?")
NOTE = re.compile(r"\[!([^\]\n]*)\][ \t]*([^\n]*)(?:\n|$)")
TASK = re.compile(r"\[([ xX])\](?:\s+|$)")
NEARLY_TASK = re.compile(r"(?:[-*+] *)?\[[ \t]*[xX]?[ \t]*\](?![(\[:])")
CITE = re.compile(r"\[@([^\s\]]{0,100})([^\]\n]{0,200})\]")
TEXT_SLIPS = (  # what looks like ours and isn't: it would be printed as it stands
    (
        re.compile(r"(?<!\S)::[a-zA-Z][\w-]*"),
        "E118",
        "'{0}' is no directive as it stands; write '::quiz[topic/guide]' alone, blank lines around it",
    ),
    (
        re.compile(r"\{\s*(?:[#.:][\w-]|:\s|[\w-]+\s*=)[^}\n]*\}?"),
        "E117",
        "'{0}' is not allowed; keys end headings and tasks, other attributes don't exist",
    ),
    (re.compile(r"\[@[^\s\]]*"), "E129", "'{0}' is no citation; write it as '[@key article]', on one line"),
    (re.compile(r"\[[^\]\n]+\]\[[^\]\n]*\]"), "E111", "'{0}' leads nowhere; write a link as '[words](file.md)'"),
)


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
            _paragraph(state, at)
        elif token.type == "html_block":
            if not (token.content.startswith("</") and state.env.get("html")):  # else its opening has been told
                _slip(state, token, "E116", html_refused(token.content))
            state.env["html"] = True
    _mark_task_lists(state)
    state.tokens = [token for token in tokens if token.type != "gone"]


def _slip(state: StateCore, token: Token, code: str, message: str) -> None:
    line = (token.map or [0])[0]
    text = state.env["lines"][line] if line < len(state.env["lines"]) else ""
    state.env["slips"].append(Slip(code, message, line + 1, len(text) - len(text.lstrip()) + 1))


def html_refused(html: str) -> str:
    if html.lstrip().startswith("<!--"):
        return "a comment is raw HTML, which is not used; remove it"
    return "raw HTML is not used; write it in Markdown"


def _heading(state: StateCore, token: Token, inline: Token) -> None:
    level, key = int(token.tag[1]), _key(inline)
    above = state.env.setdefault("levels", [])
    above.append(level)
    if token.level:
        message = "a heading stands outside lists and quotations; move it to the margin"
    elif level not in (2, 3):
        hint = "the title is the level-1 heading; begin with '##'" if level == 1 else "use '##' or '###'"
        message = f"a heading of level {level}; {hint}"
    elif level == 3 and 2 not in above:
        message = "a '###' stands below a '##'; use '##' here"
    elif not key:
        message = _key_wanted(inline, "heading", "the heading", "{#what-to-do}")
    elif not inline.content:
        message = "this heading has no words; write them before the key"
    else:
        message = ""
    if message:
        _slip(state, token, "E120", message)
    if key:
        token.meta["key"] = key


def _key(inline: Token) -> str:
    """The key that ends a text, and the text is left without it."""
    found = HEADING_KEY.search(inline.content)
    if not found:
        return ""
    inline.content = inline.content[: found.start()].rstrip()
    return found[1]


def _key_wanted(inline: Token, what: str, where: str, example: str) -> str:
    """Told once: what looks like a key is not told again as an attribute."""
    found = WRONG_KEY.search(inline.content)
    if not found:
        return f"this {what} has no key; end {where} with one, such as {example}"
    inline.meta["told"] = found[0]
    if re.fullmatch(rf"\{{#{KEY}\}}", found[0]):
        return f"'{found[0]}' does not end {where}; move it there"
    return f"'{found[0]}' is no key; write it as {example}, with a-z, 0-9 and single hyphens"


def _note(state: StateCore, at: int) -> None:
    token, following = state.tokens[at], state.tokens[at + 1 : at + 4]
    if len(following) < 3 or following[1].type != "inline":
        return
    opening, inline, closing = following
    found = NOTE.match(inline.content)
    if not found:
        return
    message = ""
    if (name := found[1].lower()) not in NOTES:
        message = f"'[!{found[1]}]' is no note; use one of {', '.join(NOTES).upper()}"
    elif found[2]:
        message = f"the words of a note begin on the line below '[!{found[1]}]', after '> '"
    elif found.end() == len(inline.content) and state.tokens[at + 4].type == "blockquote_close":
        message = "this note has no words; write them on the next line, after '> '"
    if message:
        _slip(state, token, "E137", message)
        return
    token.meta["note"] = name
    inline.content = inline.content[found.end() :]
    if inline.map:
        inline.map = [inline.map[0] + 1, inline.map[1]]
    if not inline.content:
        for each in (opening, inline, closing):
            each.type = "gone"


BEGIN = "a task begins with '- [ ] ', a space in the brackets, one before and one behind"


def _task(state: StateCore, at: int) -> None:
    token, following = state.tokens[at], state.tokens[at + 1 : at + 4]
    if len(following) < 3 or following[0].type != "paragraph_open":
        return
    opening, inline, closing = following
    found = TASK.match(inline.content)
    if not found and not NEARLY_TASK.match(inline.content):
        return
    key = _key(inline)
    if not found:
        _slip(state, token, "E150", BEGIN)
    elif found[1] != " ":
        _slip(state, token, "E150", "a task can't be ticked beforehand; write '- [ ]'")
    elif not key:
        message = _key_wanted(inline, "task", "its first paragraph", "{#buy-stamps}")
        _slip(state, token, "E150", message)
    elif found.end() >= len(inline.content):
        _slip(state, token, "E150", "this task has no words; write them before the key")
    opening.type, closing.type = "label_open", "label_close"
    opening.meta["key"] = token.meta["key"] = key
    token.meta["task"] = True
    inline.content = inline.content[found.end() if found else 0 :]


def _mark_task_lists(state: StateCore) -> None:
    """A list of tasks says so, and holds nothing but tasks; what differs is told once a list."""
    open_lists: list[Token] = []
    for token in state.tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            open_lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            open_lists.pop()
        elif token.type == "list_item_open":
            task = "task" in token.meta
            about = open_lists[-1].meta
            if about.setdefault("tasks", task) != task and not about.get("mixed"):
                about["mixed"] = True
                token.meta.update(task=True, key=token.meta.get("key", ""))
                _slip(state, token, "E150", "tasks and plain items stand in one list; begin each line with '- [ ]'")


def _paragraph(state: StateCore, at: int) -> None:
    """A directive, where it is one and nothing else."""
    opening, inline, closing = state.tokens[at : at + 3]
    found = DIRECTIVE.fullmatch(inline.content)
    if not found:
        if inline.content[:1] in "-*+" and NEARLY_TASK.match(inline.content):
            _slip(state, opening, "E150", BEGIN)
            opening.meta.update(task=True, key="")
            inline.meta["wrong"] = True
        return
    line, column = place(state.env, inline, 0)
    alone = opening.level == 0
    reference = Reference("embed", found[2].strip(), line, column, words=found[1], alone=alone)
    opening.type, opening.tag, opening.nesting = "embed", "", 0
    opening.meta["embeds"] = reference
    inline.type = closing.type = "gone"


def inlines(state: StateCore) -> None:
    """What stands in the text: links, pictures and citations get their place, the rest that is not ours is refused."""
    for token in state.tokens:
        if token.type == "inline":
            for child in token.children or ():
                _inline(state, token, child)
            _wordless(state, token)
        elif token.type == "embed":
            token.meta["reference"] = len(state.env["points"])
            state.env["points"].append(token.meta.pop("embeds"))
        elif token.type in ("th_open", "td_open"):
            # a style attribute would be refused by the page's policy; a class says the same
            style = str(token.attrs.pop("style", ""))
            if style:
                token.attrs["class"] = f"align-{style.removeprefix('text-align:')}"


def _inline(state: StateCore, inline: Token, child: Token) -> None:
    env = state.env
    if child.type == "html_inline":
        if child.content.startswith("</") and inline.meta.get("html"):
            return  # its opening has been told
        inline.meta["html"] = True
        line, column = place(env, inline, child.meta["position"])
        env["slips"].append(Slip("E116", html_refused(child.content), line, column))
    elif child.type == "text":
        for pattern, code, message in TEXT_SLIPS:
            found = None if inline.meta.get("wrong") else pattern.search(child.content)
            if found and found[0] != inline.meta.get("told"):
                line, column = place(env, inline, max(inline.content.find(found[0]), 0))
                env["slips"].append(Slip(code, message.format(found[0]), line, column))
                inline.meta["told"] = found[0]
                inline.meta["wrong"] = code == "E118"  # what stands beside a directive is not told as well
    elif "position" in child.meta:
        line, column = place(env, inline, child.meta.pop("position"))
        child.meta["reference"] = len(env["points"])
        env["points"].append(_reference(child, line, column))


def _reference(token: Token, line: int, column: int) -> Reference:
    if token.type == "cite":
        return Reference("cite", token.meta["key"], line, column, words=token.content)
    if token.type == "image":
        return Reference("image", str(token.attrs["src"]), line, column, words=plain(token))
    return Reference("link", str(token.attrs["href"]), line, column)


def _wordless(state: StateCore, inline: Token) -> None:
    """A link that shows nothing can't be found by who reads or hears the page."""
    children = inline.children or []
    for opening, following in pairwise(children):
        if opening.type == "link_open" and following.type == "link_close" and "reference" in opening.meta:
            reference = state.env["points"][opening.meta["reference"]]
            message = "this link has no words; say in the brackets where it leads"
            state.env["slips"].append(Slip("E139", message, reference.line, reference.column))


def plain(token: Token) -> str:
    """The words of a heading or of a picture, without their marks."""
    breaks = ("softbreak", "hardbreak")
    words = (
        " " if each.type in breaks else each.content
        for each in token.children or ()
        if each.type in ("text", "code_inline", *breaks)
    )
    return "".join(words)


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
