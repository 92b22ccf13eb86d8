"""YAML as this project uses it: text, lists and mappings, each with its place. Nothing else gets in.

PyYAML's parser (libyaml, where the wheel has it) gives events; from them this module builds plain data, every scalar
as text, and remembers where each value and each key stood. Aliases, anchors, tags, merge keys and repeated keys are
refused here, before anything could be expanded or overwritten.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from plugins.shared.message import Message
from plugins.shared.problem import Problem
from plugins.shared.source import UNSEEN, Source, place_of

Loc = tuple[str | int, ...]
Place = tuple[int, int]
Data = str | list["Data"] | dict[str, "Data"] | None
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNCLOSED = re.compile("while (parsing a flow|scanning a (quoted scalar|simple key))")  # its beginning is the place
NOT_YAML = yaml.reader.Reader.NON_PRINTABLE  # what no file of YAML may hold as it is
NO_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")  # they end a line in YAML, and in no editor
DEPTH = 20  # the deepest of our schemas has eight levels
TOO_DEEP = Message("more than {depth} levels; check the brackets and the indentation", depth=DEPTH)


@dataclass(frozen=True)
class Tree:
    """The data of one file, and the place of every value (`values`) and of every key (`keys`) by its location."""

    source: Source
    data: Data
    values: dict[Loc, Place] = field(repr=False)
    keys: dict[Loc, Place] = field(repr=False)

    def place(self, loc: Loc) -> Place:
        """Where this value stands; where it is missing, the place of what it is missing from."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, (1, 1))

    def problem(self, loc: Loc, code: str, message: Message) -> Problem:
        line, column = self.place(loc)
        return self.source.problem(code, message, line, column)


class Refused(Exception):
    """The file is YAML, but not of the kind that this project reads."""

    def __init__(self, code: str, message: Message, mark: yaml.Mark) -> None:
        super().__init__(message)
        self.code, self.message, self.place = code, message, (mark.line + 1, mark.column + 1)


def read_yaml(source: Source, text: str | None = None, first_line: int = 1) -> tuple[Tree | None, list[Problem]]:
    """The file's data, or the one problem that makes it unreadable.

    `text` and `first_line` are for YAML inside another file: the front matter of a Markdown file.
    """
    text = (source.text if text is None else text).translate(NO_BREAKS)
    builder = Builder(first_line - 1)
    try:
        data = builder.document(yaml.parse(text, Loader=PARSER))
    except Refused as error:
        line, column = error.place
        return None, [source.problem(error.code, error.message, line + first_line - 1, column)]
    except yaml.reader.ReaderError:  # the place that it tells is counted in bytes or in letters, as the parser likes
        found = NOT_YAML.search(text)
        line, column = place_of(text, found.start() if found else 0)
        line += first_line - 1
        return None, [source.problem("E104", Message("this character is not allowed in YAML; remove it"), line, column)]
    except yaml.MarkedYAMLError as error:
        mark = (UNCLOSED.match(error.context or "") and error.context_mark) or error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        message = Message("YAML can't be read: {advice}", advice=advice(error))
        return None, [source.problem("E104", message, line, column)]
    return Tree(source, data, builder.values, builder.keys), []


def advice(error: yaml.MarkedYAMLError) -> Message:
    """The parser's words, and for the commonest slips what to do."""
    what = (error.problem or "").replace("\n", " ")
    if (error.context or "").startswith("while parsing a flow"):
        return Message("this bracket is not closed; close it, or put double quotes around a text that begins with it")
    if "end of stream" in what or "document separator" in what:
        return Message("this quote is not closed; end the text with one, on the same line")
    if (error.context or "").startswith("while parsing a block"):
        return Message("this is neither a key nor part of the value above; check quotes and indentation")
    if "maximum nesting depth" in what:  # of the parser, which reads ahead of our own limit
        return TOO_DEEP
    if "mapping values are not allowed" in what:
        return Message("a text with ': ' in it needs double quotes around it, or this line stands too far to the right")
    if "could not find expected ':'" in what:
        return Message("here a 'key: value' is expected; check the indentation and the ':'")
    if "cannot start any token" in what:
        return Message(
            "a text can't begin with this character (or a tab indents it); put double quotes around it, use spaces"
        )
    return Message("{words}; check quotes and indentation here", words=what)


class Builder:
    """Plain data out of YAML events, with the places of one document."""

    def __init__(self, lines_before: int) -> None:
        self.values: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self._before = lines_before

    def document(self, events: Iterator[yaml.Event]) -> Data:
        data: Data = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Refused("E104", Message("a second document begins here; keep one a file"), event.start_mark)
            elif isinstance(event, (yaml.NodeEvent)):
                data = self._node(event, events, ())
        return data

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], loc: Loc) -> Data:
        self._refuse(event, loc)
        self.values[loc] = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            unseen, message = UNSEEN
            if unseen.search(event.value) or NOT_YAML.search(event.value):  # as "\u202e", which nobody sees
                raise Refused("E147", message, event.start_mark)
            empty = event.value == "" and event.style is None
            return None if empty else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, loc)
        return self._mapping(events, loc)

    def _sequence(self, events: Iterator[yaml.Event], loc: Loc) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*loc, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], loc: Loc) -> dict[str, Data]:
        found: dict[str, Data] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            self._refuse(event, loc)
            if not isinstance(event, yaml.ScalarEvent):
                raise Refused("E104", Message("a key is a plain word here; put quotes around a text"), event.start_mark)
            key = event.value
            if key == "<<":
                message = Message("merge keys ('<<') are not used here; write the keys out")
                raise Refused("E105", message, event.start_mark)
            if key in found:
                raise Refused("E106", Message("the key '{key}' stands twice; keep one", key=key), event.start_mark)
            self.keys[(*loc, key)] = self._place(event)
            found[key] = self._node(next(events), events, (*loc, key))
        return found

    def _refuse(self, event: yaml.Event, loc: Loc) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = Message("aliases ('*{name}') are not used here; write the value out", name=event.anchor)
            raise Refused("E105", message, event.start_mark)
        if event.anchor:
            message = Message("anchors ('&{name}') are not used here; remove it", name=event.anchor)
            raise Refused("E105", message, event.start_mark)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise Refused("E105", Message("tags ('{tag}') are not used here; remove it", tag=tag), event.start_mark)
        if len(loc) > DEPTH:
            raise Refused("E104", TOO_DEEP, event.start_mark)

    def _place(self, event: yaml.Event) -> Place:
        return event.start_mark.line + 1 + self._before, event.start_mark.column + 1
