"""What the languages of one text must share: sections, tasks, what they name, how they are built; and what lags."""

from collections.abc import Collection, Iterator, Mapping

from plugins.shared.message import Message
from plugins.shared.parity.habits import Habits
from plugins.shared.parity.keys import same_embeds, same_sections, same_tasks, section_of
from plugins.shared.parity.named import same_names
from plugins.shared.parity.shape import same_shape
from plugins.shared.problem import Problem
from plugins.shared.twins import Front, Twins
from plugins.shared.words import Words


def rules_of_twins(twins: Twins[Front], words: Mapping[str, Words]) -> Iterator[Problem]:
    """What the languages of one text must share, and where one lags.

    What a section names and how it is built is compared once it follows its source: before that it differs anyway.
    """
    yield from _follows(twins)
    source = twins.documents[twins.source]
    for lang, document in twins.documents.items():
        if lang == twins.source or not (source.whole and document.whole):
            continue
        yield from same_sections(source, document)
        yield from same_tasks(source, document)
        yield from same_embeds(source, document)
        yield from _lag(twins, lang)
        behind = {each.key for each in twins.lagging(lang)}
        yield from compared(twins, lang, words, {each.key for each in document.sections} - behind)


def compared(
    twins: Twins[Front], lang: str, words: Mapping[str, Words], sections: Collection[str]
) -> Iterator[Problem]:
    """What these sections of a translation name, or how they are built, where their source differs."""
    source, document = twins.documents[twins.source], twins.documents[lang]
    ours, theirs = (Habits(words[each].locale, words) for each in (lang, twins.source))
    yield from same_names((source, theirs), (document, ours), sections, words)
    yield from same_shape(source, document, sections)


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


CHANGED = Message(
    "{section} changed in {source}; translate it, then write '{entry}' into 'follows', or run `{command}`"
)
NEW = Message("{section} is new in {source}; translate it, then write '{entry}' into 'follows', or run `{command}`")


def _lag(twins: Twins[Front], lang: str) -> Iterator[Problem]:
    """Each section that is behind, with the line for the front matter: who has no terminal can paste it."""
    document = twins.documents[lang]
    for section in twins.lagging(lang):
        own = document.section(section.key)
        lags = CHANGED if section.key in (twins.fronts[lang].follows or {}) else NEW
        message = lags.filled(
            section=section_of(section.key),
            source=twins.documents[twins.source].name,
            entry=f"{section.key}: {section.hash}",
            command=f"python3 tasks.py drift --accept {twins.key}#{section.key}",
        )
        yield document.problem("W201", message, own.line if own else document.body_line)
