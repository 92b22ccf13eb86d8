"""Links, pictures, citations, and what looks like ours and isn't: asked when the text of the blocks is parsed."""

import re
from collections.abc import Callable
from itertools import pairwise

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from plugins.shared.markdown.marks import Reference, Slip, html_refused, place
from plugins.shared.message import Message
from plugins.shared.source import UNSEEN

CITE = re.compile(r"\[@([^\s\]]{0,100})([^\]\n]{0,200})\]")
INSERT = re.compile(r"\{\{([a-z-]+):([a-z0-9-]+)\}\}")
TEXT_SLIPS = (  # what looks like ours and isn't: it would be printed as it stands
    (
        re.compile(r"(?<!\S)::[a-zA-Z][\w-]*"),
        "E118",
        Message("'{found}' is no directive as it stands; write '{name}[key]' alone, blank lines around it"),
    ),
    (re.compile(r"\{\{[^}\n]*\}{0,2}"), "E202", Message("'{found}' can't be read; write it as {{{{rate:key}}}}")),
    (
        re.compile(r"\{\s*(?:[#.:][\w-]|:\s|[\w-]+\s*=)[^}\n]*\}?"),
        "E117",
        Message("'{found}' is not allowed; keys end headings and tasks, other attributes don't exist"),
    ),
    (
        re.compile(r"\[\^[^\]\s]*\]"),
        "E129",
        Message(
            "'{found}' would be a footnote, which don't exist here; cite as '[@key article]', or put it into the text"
        ),
    ),
    (
        re.compile(r"[\[(]@?[a-z]+(?:-[a-z0-9]+)*-\d{4}\b[^\])\n]*[\])]"),
        "E129",
        Message("'{found}' looks like a citation; write it as '[@key article]'"),
    ),
    (re.compile(r"\]\([^)\n]*\)"), "E111", Message("'{found}' is no link; an address has no spaces")),
    (
        re.compile(r"\[@[^\s\]]*"),
        "E129",
        Message("'{found}' is no citation; write it as '[@key article]', on one line"),
    ),
    (
        re.compile(r"\[[^\]\n]+\]\[[^\]\n]*\]"),
        "E111",
        Message("'{found}' leads nowhere; write a link as '[words](file.md)'"),
    ),
)


def inlines(state: StateCore) -> None:
    """What stands in the text: links, pictures and citations get their place, the rest that is not ours is refused."""
    for token in state.tokens:
        if token.type == "inline":
            for child in token.children or ():
                _inline(state, token, child)
            _wordless(state, token)
            _captions(state, token)
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
        unseen, message = UNSEEN
        hidden = unseen.search(child.content)
        if hidden and hidden[0] not in inline.content:  # written as "&#8238;": the file shows nothing of it
            env["slips"].append(Slip("E147", message, *place(env, inline, 0)))
        for pattern, code, message in TEXT_SLIPS:
            found = None if inline.meta.get("wrong") else pattern.search(child.content)
            if found and found[0] != inline.meta.get("told"):
                line, column = place(env, inline, max(inline.content.find(found[0]), 0))
                env["slips"].append(Slip(code, message.filled(found=found[0], name=found[0].lower()), line, column))
                inline.meta["told"] = found[0]
                inline.meta["wrong"] = code == "E118"  # what stands beside a directive is not told as well
    elif "position" in child.meta:
        line, column = place(env, inline, child.meta.pop("position"))
        child.meta["reference"] = len(env["points"])
        env["points"].append(_reference(child, line, column))


def _reference(token: Token, line: int, column: int) -> Reference:
    if token.type == "cite":
        return Reference("cite", token.meta["key"], line, column, words=token.content)
    if token.type == "insert":
        return Reference("insert", token.meta["key"], line, column, words=token.content)
    if token.type == "image":
        return Reference("image", str(token.attrs["src"]), line, column, words=plain(token))
    return Reference("link", str(token.attrs["href"]), line, column)


def _wordless(state: StateCore, inline: Token) -> None:
    """A link that shows nothing can't be found by who reads or hears the page."""
    children = inline.children or []
    for opening, following in pairwise(children):
        if opening.type == "link_open" and following.type == "link_close" and "reference" in opening.meta:
            reference = state.env["points"][opening.meta["reference"]]
            message = Message("this link has no words; say in the brackets where it leads")
            state.env["slips"].append(Slip("E139", message, reference.line, reference.column))


def _captions(state: StateCore, inline: Token) -> None:
    """A caption stands below a picture; in the middle of a line there is no such place, and it would be left out."""
    for each in inline.children or ():
        if each.type == "image" and each.attrs.get("title") and not is_alone(inline):
            reference = state.env["points"][each.meta["reference"]]
            message = Message(
                "the caption '{caption}' has no place here; put the picture alone, blank lines around it",
                caption=each.attrs["title"],
            )
            state.env["slips"].append(Slip("E117", message, reference.line, reference.column))


def is_alone(inline: Token) -> bool:
    """True where a text is one picture and nothing else."""
    return [each.type for each in inline.children or ()] == ["image"]


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


def insert(state: StateInline, silent: bool) -> bool:
    """`{{rate:final-tax}}`"""
    found = INSERT.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("insert", "", 0)
        token.content = found[1]
        token.meta = {"key": found[2], "position": state.pos}
    state.pos = found.end()
    return True


def placed_by(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
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
