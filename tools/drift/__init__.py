"""What each translation lacks against its source, section by section; `--accept` records what a translator has read.

read ─ what lags, what differs ─ a list, or what changed in one text ─ follows
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.shared.codes import UNFINISHED
from plugins.shared.message import Listed, Message
from plugins.shared.parity import compared, rules_of_twins
from plugins.shared.problem import Problem, Problems, instead
from plugins.shared.site import Site
from plugins.shared.telling import tell, translation
from plugins.shared.twins import Front, Twins
from tools.build import ROOT
from tools.drift.data import data
from tools.drift.lagging import Lag, lagging
from tools.drift.record import record
from tools.drift.shown import listed, shown
from tools.ending import status_of
from tools.publish.git import Git
from tools.tree import read_everything

DIFFERENCES = ("W203", "W205", "W214")  # what else is told where the languages of a text differ; errors are told anyway
FORMATS = ("text", "json")

Texts = list[tuple[str, Twins[Front]]]


def drift(show: str = "", accept: Iterable[str] = (), format: str = "text", root: Path = ROOT) -> int:
    """List what lags, show what changed in `KEY` or `KEY#section`, or accept such as translated; the exit status.

    0 when done, 2 where a key is unknown. Errors of the tree are told, and 2 as well: a text that can't be read may
    lag unseen.
    """
    root = root.resolve()
    return status_of(root, lambda: work(show, accept, format, root))


def work(show: str, accept: Iterable[str], format: str, root: Path) -> int:
    if format not in FORMATS:
        return refused(Message("there is no format '{format}'; {hint}", format=format, hint=instead(format, FORMATS)))
    problems = Problems(UNFINISHED)
    tree = read_everything(root, problems)
    for each in problems.errors:
        print(each.told(translation()), file=sys.stderr)
    if tree is None:
        return 2
    texts = texts_of(tree.site)
    wanted = [each for given in accept for each in given.replace(",", " ").split()]  # a form has one line for all
    for each in wanted or [show] * bool(show):
        if reason := unknown(each, texts):
            return refused(reason)
    if wanted:
        return accepted(wanted, texts, root)
    chosen = [(key, twins) for key, twins in texts if key == show.partition("#")[0]] if show else texts
    lags = [lag for key, twins in chosen for lag in lagging(key, twins) if show in ("", key, lag.name)]
    differing = list(differences(chosen, tree.site, show))
    if format == "json":
        print(json.dumps(data(lags, differing, Git(root)), ensure_ascii=False, indent=2))
    else:
        tell_all(lags, differing, bool(show), root, follows=not problems.errors)
    return 2 if problems.errors else 0


def tell_all(lags: list[Lag], differing: list[Problem], whole: bool, root: Path, *, follows: bool) -> None:
    for line in shown(lags, Git(root)) if whole else listed(lags):
        print(line)
    for each in differing:
        print(each.told(translation()))
    if follows and not lags and not differing:
        tell(
            Message("This translation follows its source.")
            if whole
            else Message("Every translation follows its source.")
        )


def texts_of(site: Site) -> Texts:
    """Key and text of every guide, checklist and standing page, in a stable order."""
    found = [each for things in site.things.values() for each in things.items()]
    return [(key, thing) for key, thing in found if isinstance(thing, Twins)]


def differences(texts: Texts, site: Site, wanted: str) -> Iterator[Problem]:
    """What the languages do not share besides; where a text or a section is asked for, in what lags too."""
    section = wanted.partition("#")[2]
    for _, twins in texts:
        found = {each for each in rules_of_twins(twins, site.words) if each.code in DIFFERENCES}
        source = twins.documents[twins.source]
        if wanted and all(each.whole for each in twins.documents.values()):
            for lang in twins.documents.keys() - {twins.source}:
                found |= set(compared(twins, lang, site.words, {each.key for each in source.sections}))
        yield from sorted(each for each in found if not section or stands_in(each, section, twins))


def stands_in(problem: Problem, key: str, twins: Twins[Front]) -> bool:
    document = next(each for each in twins.documents.values() if each.name == problem.path)
    return [each.key for each in document.sections if each.line <= problem.line][-1:] == [key]


def unknown(wanted: str, texts: Texts) -> Message | None:
    """Why there is no such `KEY` or `KEY#section`; nothing where there is."""
    key, _, section = wanted.partition("#")
    found = [twins for name, twins in texts if name == key]
    if not found:
        return Message("there is no text '{key}'; {hint}", key=key, hint=instead(key, [name for name, _ in texts]))
    sections = {each.key: None for twins in found for each in twins.documents[twins.source].sections}
    if section and section not in sections:
        hint = instead(section, sections)
        return Message("'{key}' has no section '{section}'; {hint}", key=key, section=section, hint=hint)
    return None


def accepted(wanted: list[str], texts: Texts, root: Path) -> int:
    """Record each `KEY` or `KEY#section` in every translation of it, or none of them; the exit status."""
    sections: dict[str, list[str]] = {}
    for each in wanted:
        key, _, section = each.partition("#")
        sections.setdefault(key, []).append(section)
    chosen = [(twins, sections[key]) for key, twins in texts if key in sections]
    missing = [
        Message("{file} has no section '{section}'; add it first", file=document.name, section=each.key)
        for twins, keys in chosen
        for document in twins.documents.values()
        for each in twins.documents[twins.source].sections
        if ("" in keys or each.key in keys) and document.section(each.key) is None
    ]
    if missing:
        return max(map(refused, missing))
    for twins, keys in chosen:
        for document, followed in record(twins, keys, root):
            source = twins.documents[twins.source].name
            about = Listed(", ", followed)
            tell(Message("{file}: follows {source} in {sections}", file=document.name, source=source, sections=about))
    return 0


def refused(reason: Message) -> int:
    tell(Message("drift: {reason}", reason=reason), sys.stderr)
    return 2
