"""Markdown tokens to HTML, by the theme's components. What a text points at has been resolved before."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from plugins.shared.document import Document
from plugins.shared.markdown import PARSER, is_alone
from plugins.shared.site import Goal

Macro = Callable[..., str]


class Prose:
    """One page's texts as HTML: links lead from this page, a term is linked where the page first uses it.

    `macro(name)` gives the theme's component of that name, `attributes(goal)` those of a link from this page.
    """

    def __init__(
        self,
        meanings: Mapping[str, tuple[Any, ...]],
        macro: Callable[[str], Macro],
        attributes: Callable[[Goal], dict[str, str]],
        terms: "Terms",
    ) -> None:
        self._meanings, self._macro, self._terms = meanings, macro, terms
        self.attributes = attributes
        self._used: set[Goal] = set()

    def html(self, document: Document, setting: "Setting") -> Markup:
        writer = Writer(self, self._meanings[document.name], setting)
        return Markup("".join(writer.sections(document.tokens)))

    def macro(self, name: str, *arguments: Any) -> str:
        return self._macro(name)(*arguments)

    def linked_terms(self, text: str) -> str:
        """The text, escaped, with each term linked at its first use on this page."""
        parts, end = [], 0
        for match, goal in self._terms.found(text):
            href = "" if goal in self._used else self.attributes(goal).get("href", "")
            if href:
                self._used.add(goal)
                parts += [escapeHtml(text[end : match.start()]), self.macro("term", match[0], href)]
                end = match.end()
        return "".join(parts) + escapeHtml(text[end:])


class Terms:
    """The phrases of one language that are explained somewhere."""

    def __init__(self, phrases: Mapping[str, Goal]) -> None:
        self._goals = {settled(phrase): goal for phrase, goal in phrases.items()}
        self._pattern = pattern(phrases)

    def found(self, text: str) -> Iterator[tuple[re.Match[str], Goal]]:
        for match in self._pattern.finditer(text) if self._pattern else ():
            if goal := self._goals.get(settled(match[0])):  # İ is an i to the expression, and another letter folded
                yield match, goal


def settled(phrase: str) -> str:
    """A phrase as it is looked up, however it is spaced and capitalised."""
    return " ".join(phrase.split()).casefold()


def pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """One expression for all phrases, the longest first; a word with capitals inside (NIB, idEA) is matched exactly."""
    alternatives = []
    for phrase in sorted(phrases, key=lambda each: (-len(each), each)):
        words = (
            re.escape(word) if re.search(r"\w[A-Z]", word) else f"(?i:{re.escape(word)})" for word in phrase.split()
        )
        alternatives.append(r"\s+".join(words))
    if not alternatives:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])")


@dataclass(frozen=True)
class Setting:
    """How a text stands on a page: the level of its first headings; what goes before its anchors, and before the keys
    under which its tasks are remembered; `brief` leaves out what introduces it and what explains its tasks; what the
    page has to say of some tasks besides, by their keys; the keys of sections of which another language is newer.
    """

    level: int = 2
    prefix: str = ""
    owner: str = ""
    brief: bool = False
    asides: Mapping[str, Any] = field(default_factory=dict)
    behind: Collection[str] = ()


class Writer(RendererHTML):
    """The tokens of one text. Blocks that have a component are rendered inside out."""

    def __init__(self, prose: Prose, meanings: tuple[Any, ...], setting: Setting) -> None:
        super().__init__()
        self._prose, self._meanings, self._setting = prose, meanings, setting
        self._unlinked = 0  # inside a heading or a link no term is linked
        self._blocks = {
            "blockquote_open": self._quotation,
            "heading_open": self._heading,
            "table_open": self._table,
            "list_item_open": self._item,
        }

    def sections(self, tokens: Sequence[Token]) -> Iterator[str]:
        """What stands before the first heading, then each heading of the highest level with what follows it."""
        starts = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"]
        lead = tokens[: starts[0] if starts else len(tokens)]
        yield self._blocks_of(task_lists(lead) if self._setting.brief else lead)
        for start, end in pairwise([*starts, len(tokens)]):
            key = tokens[start].meta.get("key", "")
            body = Markup(self._blocks_of(tokens[start:end]))
            yield self._prose.macro("section", key, self._setting.prefix + key, body, self._setting.level)

    def _blocks_of(self, tokens: Sequence[Token]) -> str:
        parts, at = [], 0
        while at < len(tokens):
            if caption := caption_of(tokens[at : at + 2]):
                parts.append(self._picture(tokens[at + 1].children[0], caption) + "\n")
                at += 3
                continue
            block = self._blocks.get(tokens[at].type)
            if block is None:
                parts.append(self.render(tokens[at : at + 1], PARSER.options, {}))
                at += 1
                continue
            end = closing(tokens, at)
            parts.append(block(tokens[at], tokens[at + 1 : end]))
            at = end + 1
        return "".join(parts)

    def _quotation(self, opening: Token, inner: Sequence[Token]) -> str:
        body = self._blocks_of(inner)
        if "note" not in opening.meta:
            return f"<blockquote>\n{body}</blockquote>\n"
        return self._prose.macro("note", opening.meta["note"], Markup(body))

    def _heading(self, opening: Token, inner: Sequence[Token]) -> str:
        """With a word below it where another language is newer."""
        key, level = opening.meta["key"], int(opening.tag[1]) - 2 + self._setting.level
        self._unlinked += 1
        words = self.render(inner, PARSER.options, {})
        self._unlinked -= 1
        heading = f'<h{level} id="{self._setting.prefix}{key}">{words}</h{level}>\n'
        if key not in self._setting.behind:
            return heading
        kind, _, owner = self._setting.owner.partition("/")
        return f"{heading}{self._prose.macro('behind', kind, owner, key)}\n"

    def _table(self, opening: Token, inner: Sequence[Token]) -> str:
        return self._prose.macro("table", Markup(self.render(inner, PARSER.options, {})))

    def _item(self, opening: Token, inner: Sequence[Token]) -> str:
        if not opening.meta.get("task"):
            return f"<li>{self._blocks_of(inner)}</li>\n"
        end = next(at for at, token in enumerate(inner) if token.type == "label_close")
        self._unlinked += 1  # who touches the words wants to tick, not to read about them
        label = Markup(self.render(inner[1:end], PARSER.options, {}))
        self._unlinked -= 1
        rest = inner[end + 1 :]
        body = Markup(self._blocks_of(task_lists(rest) if self._setting.brief else rest))
        key = opening.meta["key"]
        aside = self._setting.asides.get(key)
        return self._prose.macro(
            "task",
            f"{self._setting.prefix}check-{key}",
            f"{self._setting.owner}/{key}",
            label,
            body,
            *([aside] if aside else []),
        )

    def paragraph_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "" if tokens[idx].hidden else "<p>"

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        content = tokens[idx].content
        if content.isspace() and [each.type for each in tokens[max(idx - 1, 0) : idx + 2]] == ["cite", "text", "cite"]:
            return "; "  # two citations in a row are a list
        return escapeHtml(content) if self._unlinked else self._prose.linked_terms(content)

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        self._unlinked += 1
        attributes = self._prose.attributes(self._meaning(tokens[idx]).goal)
        return "<a" + "".join(f' {name}="{escapeHtml(value)}"' for name, value in attributes.items()) + ">"

    def link_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        self._unlinked -= 1
        return "</a>"

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return self._picture(tokens[idx])

    def _picture(self, token: Token, caption: str = "") -> str:
        meaning = self._meaning(token)
        return self._prose.macro("picture", meaning.thing, meaning.text, *([caption] if caption else []))

    def cite(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        meaning = self._meaning(tokens[idx])
        return self._prose.macro("cite", meaning, self._prose.attributes(meaning.goal)["href"])

    def insert(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return escapeHtml(self._meaning(tokens[idx]))

    def embed(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        meaning = self._meaning(tokens[idx])
        return self._prose.macro(meaning.concept, meaning.key, meaning.thing)

    def _meaning(self, token: Token) -> Any:
        return self._meanings[token.meta["reference"]]


def caption_of(tokens: Sequence[Token]) -> str:
    """What stands below a picture that is a paragraph of its own; empty where there is no such thing."""
    if tokens[0].type != "paragraph_open" or not is_alone(tokens[1]):
        return ""
    return str(tokens[1].children[0].attrs.get("title", ""))


def task_lists(tokens: Sequence[Token]) -> list[Token]:
    """The tasks below a task, without the words between them."""
    found, at = [], 0
    while at < len(tokens):
        end = closing(tokens, at)
        if tokens[at].meta.get("tasks"):
            found += tokens[at : end + 1]
        at = end + 1
    return found


def closing(tokens: Sequence[Token], at: int) -> int:
    """Where the block that opens at `at` closes."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += tokens[end].nesting
        if depth == 0:
            return end
    raise ValueError("a block opens and does not close")
