"""Headings with keys, notes, tasks, directives: asked when the blocks are known and their text is not parsed yet."""

import re
from typing import NamedTuple

from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from plugins.shared.markdown.marks import Reference, Slip, html_refused, place
from plugins.shared.message import Message
from plugins.shared.model import KEY
from plugins.shared.problem import one_of

NOTES = ("note", "tip", "important", "warning", "caution")
DIRECTIVE = re.compile(r"::([a-z][a-z-]*)\[([^\]\n]*)\]")
HEADING_KEY = re.compile(rf"(?:^|\s+)\{{#({KEY})\}}\s*$")
WRONG_KEY = re.compile(r"\{\s*#[^}\n]*\}?")
NOTE = re.compile(r"\[!([^\]\n]*)\][ \t]*([^\n]*)(?:\n|$)")
TASK = re.compile(r"\[([ xX])\](?:\s+|$)")
NEARLY_TASK = re.compile(r"(?:[-*+] *)?\[[ \t]*[xX]?[ \t]*\](?![(\[:])")


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
        elif token.type == "fence":
            _fence(state, token)
        elif token.type == "table_open":
            _table(state, at)
        elif token.type == "html_block":
            if not (token.content.startswith("</") and state.env.get("html")):  # else its opening has been told
                _slip(state, token, "E116", html_refused(token.content))
            state.env["html"] = True
    _mark_task_lists(state)
    state.tokens = [token for token in tokens if token.type != "gone"]


def _slip(state: StateCore, token: Token, code: str, message: Message) -> None:
    line = (token.map or [0])[0]
    text = state.env["lines"][line] if line < len(state.env["lines"]) else ""
    state.env["slips"].append(Slip(code, message, line + 1, len(text) - len(text.lstrip()) + 1))


def _heading(state: StateCore, token: Token, inline: Token) -> None:
    level, key = int(token.tag[1]), _key(inline)
    above = state.env.setdefault("levels", [])
    above.append(level)
    if token.level:
        message = Message("a heading stands outside lists and quotations; move it to the margin")
    elif level not in (2, 3):
        title, other = Message("the title is the level-1 heading; begin with '##'"), Message("use '##' or '###'")
        message = Message("a heading of level {level}; {hint}", level=level, hint=title if level == 1 else other)
    elif level == 3 and 2 not in above:
        message = Message("a '###' stands below a '##'; use '##' here")
    elif not key:
        message = _key_wanted(inline, OF_HEADINGS, "{#what-to-do}")
    elif not inline.content:
        message = Message("this heading has no words; write them before the key")
    else:
        message = None
    if message:
        _slip(state, token, "E120", message)
    if key:
        token.meta["key"] = key


def _fence(state: StateCore, token: Token) -> None:
    """A block of code that never ends would swallow the rest of the text."""
    first, end = token.map or [0, 0]
    last = state.env["lines"][end - 1].lstrip("> \t").rstrip()
    if end - 1 == first or set(last) != {token.markup[0]} or len(last) < len(token.markup):
        token.meta["open"] = True
        message = Message("this block of code has no end; put a line '{fence}' below it", fence=token.markup)
        _slip(state, token, "E146", message)


def _table(state: StateCore, at: int) -> None:
    """A cell too many would be left out without a word, and where one lacks, the others may be in the wrong column."""
    closing = next(each for each in range(at, len(state.tokens)) if state.tokens[each].type == "table_close")
    inner = state.tokens[at:closing]
    columns = sum(token.type == "th_open" for token in inner)
    for token in inner:
        if token.type == "tr_open" and token.map:
            cells = escapedSplit(state.env["lines"][token.map[0]].lstrip("> \t").strip())
            if len(cells) == 1 < columns:
                message = Message("this line becomes a row of the table above; put a blank line between them")
                _slip(state, token, "E148", message)
                break  # so does every line below it
            found = len(cells[cells[0] == "" : len(cells) - (cells[-1] == "")])
            if found > columns:
                message = Message(
                    "this row has {found} cells, the head {wanted}; make both the same", found=found, wanted=columns
                )
                _slip(state, token, "E148", message)
            elif found < columns:
                message = Message(
                    "this row has {found} of {wanted} cells; an empty one is '| |'", found=found, wanted=columns
                )
                _slip(state, token, "E148", message)


def _key(inline: Token) -> str:
    """The key that ends a text, and the text is left without it."""
    found = HEADING_KEY.search(inline.content)
    if not found:
        return ""
    inline.content = inline.content[: found.start()].rstrip()
    return found[1]


class Keyed(NamedTuple):
    """What is told where a key is missing, and where one stands in another place."""

    missing: Message
    elsewhere: Message


OF_HEADINGS = Keyed(
    Message("this heading has no key; end the heading with one, such as {example}"),
    Message("'{found}' does not end the heading; move it there"),
)
OF_TASKS = Keyed(
    Message("this task has no key; end its first paragraph with one, such as {example}"),
    Message("'{found}' does not end its first paragraph; move it there"),
)


def _key_wanted(inline: Token, keyed: Keyed, example: str) -> Message:
    """Told once: what looks like a key is not told again as an attribute."""
    found = WRONG_KEY.search(inline.content)
    if not found:
        return keyed.missing.filled(example=example)
    inline.meta["told"] = found[0]
    if re.fullmatch(rf"\{{#{KEY}\}}", found[0]):
        return keyed.elsewhere.filled(found=found[0])
    return Message(
        "'{found}' is no key; write it as {example}, with a-z, 0-9 and single hyphens", found=found[0], example=example
    )


def _note(state: StateCore, at: int) -> None:
    token, following = state.tokens[at], state.tokens[at + 1 : at + 4]
    if len(following) < 3 or following[1].type != "inline":
        return
    opening, inline, closing = following
    found = NOTE.match(inline.content)
    if not found:
        return
    message = None
    if (name := found[1].lower()) not in NOTES:
        hint = one_of([each.upper() for each in NOTES])
        message = Message("'[!{name}]' is no note; {hint}", name=found[1], hint=hint)
    elif found[2]:
        message = Message("the words of a note begin on the line below '[!{name}]', after '> '", name=found[1])
    elif found.end() == len(inline.content) and state.tokens[at + 4].type == "blockquote_close":
        message = Message("this note has no words; write them on the next line, after '> '")
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


BEGIN = Message("a task begins with '- [ ] ', a space in the brackets, one before and one behind")

ROW = re.compile(r"\|.*\|[ \t]*\n")
NO_TABLE = Message(
    "this is no table yet: below its head stands a line with '---' for each of its cells; make both the same"
)

LEVELS = 2  # of tasks


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
        _slip(state, token, "E150", Message("a task can't be ticked beforehand; write '- [ ]'"))
    elif not key:
        message = _key_wanted(inline, OF_TASKS, "{#buy-stamps}")
        _slip(state, token, "E150", message)
    elif found.end() >= len(inline.content):
        _slip(state, token, "E150", Message("this task has no words; write them before the key"))
    opening.type, closing.type = "label_open", "label_close"
    opening.meta["key"] = token.meta["key"] = key
    token.meta["task"] = True
    inline.content = inline.content[found.end() if found else 0 :]


def _mark_task_lists(state: StateCore) -> None:
    """A list of tasks says so, holds nothing but tasks, and stands below one other at most; what differs is told."""
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
                message = Message("tasks and plain items stand in one list; begin each line with '- [ ]'")
                _slip(state, token, "E150", message)
            above = sum(each.meta.get("tasks", False) for each in open_lists[:-1])
            if about["tasks"] and above >= LEVELS and "deep" not in about:
                about["deep"] = True  # on a phone there is no room for more
                _slip(state, token, "E150", Message("a task stands below a task, and nothing below that; move this up"))


def _paragraph(state: StateCore, at: int) -> None:
    """A directive, where it is one and nothing else."""
    opening, inline, closing = state.tokens[at : at + 3]
    found = DIRECTIVE.fullmatch(inline.content)
    if not found:
        if inline.content[:1] in "-*+" and NEARLY_TASK.match(inline.content):
            _slip(state, opening, "E150", BEGIN)
            opening.meta.update(task=True, key="")
            inline.meta["wrong"] = True
        elif ROW.match(inline.content):
            _slip(state, opening, "E148", NO_TABLE)
        return
    line, column = place(state.env, inline, 0)
    alone = opening.level == 0
    reference = Reference("embed", found[2].strip(), line, column, words=found[1], alone=alone)
    opening.type, opening.tag, opening.nesting = "embed", "", 0
    opening.meta["embeds"] = reference
    inline.type = closing.type = "gone"
