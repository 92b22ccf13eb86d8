"""What lags, for who translates: a list of all of it, or the words of a few sections."""

from collections.abc import Iterator
from itertools import groupby

from plugins.shared.message import Message
from plugins.shared.telling import translation
from tools.drift.lagging import Lag
from tools.drift.words import changes, plain
from tools.history import is_shallow, old_sections
from tools.publish.git import Git


def listed(lags: list[Lag]) -> Iterator[str]:
    """Each section on a line, with the command that accepts it; below, how to see more."""
    say = translation()
    for name, group in groupby(lags, key=lambda each: each.document.name):
        found = list(group)
        source = found[0].source
        head = Message(
            "{file} lags behind {source}, sections: {count} of {all}",
            file=name,
            source=source.name.rpartition("/")[2],
            count=len(found),
            all=len(source.sections),
        )
        yield head.said(say)
        states = [state_of(each).said(say) for each in found]
        for state, each in zip(states, found, strict=True):
            yield f"  {state:{max(map(len, states))}}  {each.command}"
        yield ""
    if lags:
        yield Message("What changed in a text: python3 tasks.py drift --show {key}", key=lags[0].key).said(say)


def shown(lags: list[Lag], git: Git) -> Iterator[str]:
    """For each section how the source was and is, how the translation is, and how to accept it."""
    say = translation()
    before = texts_before(lags, git)
    for each in lags:
        old = before.get((each.source.name, each.section.key, each.followed))
        place = f"{each.source.name}:{each.section.line}"
        own = each.own
        title = Message("{name}: {state}", name=each.name, state=state_of(each)).said(say)
        yield from (title, "-" * len(title), "")
        if not each.followed:
            yield Message("The source, {place}:", place=place).said(say)
        elif old is None:
            yield Message("The source, {place}, as it is now, since {reason}:", place=place, reason=reason(git)).said(
                say
            )
        else:
            yield Message("What changed in the source, {place} ([-gone-] {{+new+}}):", place=place).said(say)
        yield from plain(each.section.text) if old is None else changes(old, each.section.text)
        yield ""
        if own:
            yield Message("The translation, {place}:", place=f"{each.document.name}:{own.line}").said(say)
            yield from plain(own.text)
            yield ""
        yield Message("Once both say the same: {command}", command=each.command).said(say)
        yield Message("Without a terminal, write into 'follows': {entry}", entry=each.entry).said(say)
        yield ""


def state_of(lag: Lag) -> Message:
    if lag.state == "missing":
        return Message("missing in the translation")
    return Message("changed") if lag.state == "changed" else Message("not recorded yet")


def reason(git: Git) -> Message:
    """Why only the text of today can be shown."""
    match is_shallow(git):
        case None:
            return Message("no git tells how it was")
        case True:
            return Message("this clone lacks old commits (`git fetch --unshallow` brings them)")
        case _:
            return Message("no commit has the text that was translated")


def texts_before(lags: list[Lag], git: Git) -> dict[tuple[str, str, str], str]:
    """By file, section and hash: how each source was when it was translated."""
    found = {}
    for name, group in groupby(sorted(lags, key=lambda each: each.source.name), key=lambda each: each.source.name):
        wanted = {(each.section.key, each.followed) for each in group if each.followed}
        found |= {(name, *which): text for which, text in old_sections(git, name, wanted).items()}
    return found
