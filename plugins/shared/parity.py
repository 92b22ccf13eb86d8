"""What the languages of one text must share: sections, tasks, numbers, citations; and which sections lag behind."""

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from plugins.shared.document import LEAD, Document
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
        message = "every language has 'follows'; remove it from the one that the others are translated from"
        yield twins.fronts[lang].problem(("follows",), "E136", message)
    for lang in followed[1:]:
        message = f"'follows' is missing; write 'follows: {{}}', or run `python3 tasks.py drift --accept {twins.key}`"
        yield twins.documents[lang].problem("E136", message)


def _same_sections(source: Document, document: Document) -> Iterator[Problem]:
    wanted, found = ([(each.key, each.line) for each in each_one.sections] for each_one in (source, document))
    yield from _same("E123", "section", source, document, wanted, found)


def _same_tasks(source: Document, document: Document) -> Iterator[Problem]:
    yield from _same("E124", "task", source, document, source.tasks, document.tasks)


def _same_embeds(source: Document, document: Document) -> Iterator[Problem]:
    theirs, own = Counter(_shown(source)), Counter(_shown(document))
    line = document.sections[-1].line
    for what in sorted((theirs - own).elements()):
        yield document.problem("W205", f"{what} of {source.name} is missing here; add it", line)
    for what in sorted((own - theirs).elements()):
        message = f"{what} is missing in {source.name}; add it there, or remove it here"
        yield document.problem("W205", message, line)


def _shown(document: Document) -> Iterator[str]:
    """What a text shows beside its words: a picture without its name, since each language may have its own."""
    for each in document.references:
        if each.kind == "embed":
            yield f"'::{each.words}[{each.target}]'"
        elif each.kind == "image":
            yield "a picture"


def _same(
    code: str,
    what: str,
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
                message = f"{_said(what, key)} stands elsewhere in {source.name}; make both the same"
                yield document.problem(code, message, line)
        if len(lacking) == len(extra) and LEAD not in theirs[a:b] + own[c:d]:
            for other, (key, line) in zip(lacking, extra, strict=True):
                message = f"{_said(what, key)} is called '{other}' in {source.name}; give both the same key"
                yield document.problem(code, message, line)
            continue
        for key, line in extra:
            message = f"{_said(what, key)} is missing in {source.name}; add it there, or remove it here"
            yield document.problem(code, message, line)
        for key in lacking:
            line = lines[c] if c < len(lines) else lines[-1] if lines else document.body_line
            yield document.problem(code, f"{_said(what, key)} of {source.name} is missing here; add it", line)


def _said(what: str, key: str) -> str:
    return "the text before the first heading" if (what, key) == ("section", LEAD) else f"the {what} '{key}'"


def _lag(twins: Twins[Front], lang: str) -> Iterator[Problem]:
    document = twins.documents[lang]
    for section in twins.lagging(lang):
        own = document.section(section.key)
        source = twins.documents[twins.source].name
        command = f"python3 tasks.py drift --accept {twins.key}#{section.key}"
        what = "changed" if section.key in (twins.fronts[lang].follows or {}) else "is new"
        message = f"{_said('section', section.key)} {what} in {source}; translate it, then `{command}`"
        yield document.problem("W201", message, own.line if own else document.body_line)


NOT_PROSE = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|\{#[^}]*\}|^::.*$|^\s*\d+\.\s", re.MULTILINE)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _same_numbers(source: Document, source_words: Words, document: Document, words: Words) -> Iterator[Problem]:
    said, cited = citations(document), citations(source)
    for own in document.sections:
        theirs = source.section(own.key)
        if theirs is None:
            continue
        found = numbers(own.text, words), numbers(theirs.text, source_words)
        for what, here, there in (("number", *found), ("citation", said[own.key], cited[own.key])):
            lacking, extra = sorted((there - here).elements()), sorted((here - there).elements())
            if lacking or extra:
                parts = [f"'{each}' is missing here" for each in lacking] + [f"'{each}' is only here" for each in extra]
                where = f"the {what}s of {_said('section', own.key)} differ from {source.name}"
                message = f"{where}: {', '.join(parts)}; compare them"
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
