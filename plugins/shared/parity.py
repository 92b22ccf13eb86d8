"""What the languages of one text must share: sections, tasks, numbers, citations; and which sections lag behind."""

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from plugins.shared.document import LEAD, Document
from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem
from plugins.shared.twins import Front, Twins
from plugins.shared.words import Words


def rules_of_twins(twins: Twins[Front], words: Mapping[str, Words]) -> Iterator[Problem]:
    """What the languages of one text must share, and where one lags."""
    yield from _follows(twins)
    source = twins.documents[twins.source]
    for lang, document in twins.documents.items():
        if lang == twins.source or not (source.whole and document.whole):
            continue
        yield from _same_sections(source, document)
        yield from _same_tasks(source, document)
        yield from _same_embeds(source, document)
        yield from _lag(twins, lang)
        yield from _same_numbers(source, words[twins.source], document, words[lang])


def _follows(twins: Twins[Front]) -> Iterator[Problem]:
    followed = [lang for lang, front in twins.fronts.items() if front.follows is None]
    if not followed:
        lang = next(iter(twins.fronts))
        message = Message("every language has 'follows'; remove it from the one that the others are translated from")
        yield twins.fronts[lang].problem(("follows",), "E136", message)
    for lang in followed[1:]:
        message = Message(
            "'follows' is missing; write 'follows: {{}}', or run `python3 tasks.py drift --accept {key}`", key=twins.key
        )
        yield twins.documents[lang].problem("E136", message)


def _same_sections(source: Document, document: Document) -> Iterator[Problem]:
    wanted, found = ([(each.key, each.line) for each in each_one.sections] for each_one in (source, document))
    yield from _same("E123", _section, source, document, wanted, found)


def _same_tasks(source: Document, document: Document) -> Iterator[Problem]:
    yield from _same("E124", _task, source, document, source.tasks, document.tasks)


def _same_embeds(source: Document, document: Document) -> Iterator[Problem]:
    theirs, own = Counter(_shown(source)), Counter(_shown(document))
    line = document.sections[-1].line
    for what in sorted((theirs - own).elements()):
        yield document.problem("W205", missing_here(what, source), line)
    for what in sorted((own - theirs).elements()):
        yield document.problem("W205", only_here(what, source), line)


def missing_here(what: Message, source: Document) -> Message:
    return Message("{what} of {source} is missing here; add it", what=what, source=source.name)


def only_here(what: Message, source: Document) -> Message:
    return Message("{what} is missing in {source}; add it there, or remove it here", what=what, source=source.name)


def _shown(document: Document) -> Iterator[Message]:
    """What a text shows beside its words: a picture without its name, since each language may have its own."""
    for each in document.references:
        if each.kind == "embed":
            yield Message("'{directive}'", directive=f"::{each.words}[{each.target}]")
        elif each.kind == "image":
            yield Message("a picture")


def _same(
    code: str,
    said: Callable[[str], Message],
    source: Document,
    document: Document,
    wanted: Sequence[tuple[str, int]],
    found: Sequence[tuple[str, int]],
) -> Iterator[Problem]:
    """The same keys in the same order, each difference told once; `wanted` and `found` are keys with their lines."""
    theirs, own = [key for key, _ in wanted], [key for key, _ in found]
    lines = [line for _, line in found]
    for kind, a, b, c, d in difflib.SequenceMatcher(a=theirs, b=own, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        lacking = [key for key in theirs[a:b] if key not in own]
        extra = [(key, line) for key, line in found[c:d] if key not in theirs]
        for key, line in found[c:d]:
            if key in theirs:
                message = Message(
                    "{what} stands elsewhere in {source}; make both the same", what=said(key), source=source.name
                )
                yield document.problem(code, message, line)
        if len(lacking) == len(extra) and LEAD not in theirs[a:b] + own[c:d]:
            for other, (key, line) in zip(lacking, extra, strict=True):
                message = Message(
                    "{what} is called '{other}' in {source}; give both the same key",
                    what=said(key),
                    other=other,
                    source=source.name,
                )
                yield document.problem(code, message, line)
            continue
        for key, line in extra:
            yield document.problem(code, only_here(said(key), source), line)
        for key in lacking:
            line = lines[c] if c < len(lines) else lines[-1] if lines else document.body_line
            yield document.problem(code, missing_here(said(key), source), line)


def _section(key: str) -> Message:
    return Message("the text before the first heading") if key == LEAD else Message("the section '{key}'", key=key)


def _task(key: str) -> Message:
    return Message("the task '{key}'", key=key)


CHANGED = Message("{section} changed in {source}; translate it, then `{command}`")
NEW = Message("{section} is new in {source}; translate it, then `{command}`")


def _lag(twins: Twins[Front], lang: str) -> Iterator[Problem]:
    document = twins.documents[lang]
    for section in twins.lagging(lang):
        own = document.section(section.key)
        source = twins.documents[twins.source].name
        command = f"python3 tasks.py drift --accept {twins.key}#{section.key}"
        lags = CHANGED if section.key in (twins.fronts[lang].follows or {}) else NEW
        message = lags.filled(section=_section(section.key), source=source, command=command)
        yield document.problem("W201", message, own.line if own else document.body_line)


NUMBERS = Message("the numbers of {section} differ from {source}: {how}; compare them")
CITATIONS = Message("the citations of {section} differ from {source}: {how}; compare them")
NOT_PROSE = re.compile(r"\[@[^\]]*\]|\{\{[^}]*\}\}|\]\([^)]*\)|\{#[^}]*\}|^::.*$|^\s*\d+\.\s", re.MULTILINE)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _same_numbers(source: Document, source_words: Words, document: Document, words: Words) -> Iterator[Problem]:
    said, cited = citations(document), citations(source)
    for own in document.sections:
        theirs = source.section(own.key)
        if theirs is None:
            continue
        found = numbers(own.text, words), numbers(theirs.text, source_words)
        for differ, here, there in ((NUMBERS, *found), (CITATIONS, said[own.key], cited[own.key])):
            lacking, extra = sorted((there - here).elements()), sorted((here - there).elements())
            if lacking or extra:
                parts = [Message("'{what}' is missing here", what=each) for each in lacking]
                parts += [Message("'{what}' is only here", what=each) for each in extra]
                message = differ.filled(section=_section(own.key), source=source.name, how=Listed(", ", parts))
                yield document.problem("W203", message, own.line)


def numbers(text: str, words: Words) -> Counter[str]:
    """The numbers of a text, written as the language writes them, as plain decimals."""
    group, decimal = words.symbols
    found = NUMBER.findall(NOT_PROSE.sub(" ", text))
    thousands = re.compile(rf"{re.escape(group)}(?=\d{{3}}(?!\d))")  # a version such as 4.0 has none
    return Counter(thousands.sub("", each).replace(decimal, ".") for each in found)


def citations(document: Document) -> defaultdict[str, Counter[str]]:
    """What each section cites, by the section's key."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in document.references:
        if each.kind == "cite":
            owner = [section.key for section in document.sections if section.line <= each.line]
            found[owner[-1] if owner else LEAD][f"{each.target} {each.words}".strip()] += 1
    return found
