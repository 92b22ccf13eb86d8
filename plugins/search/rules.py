"""What can be wrong with the words of `content/search.yaml`: they lead to what is there, in its languages."""

from collections.abc import Collection, Iterator

from plugins.search.model import also
from plugins.shared.kinds import called
from plugins.shared.message import Message
from plugins.shared.model import repeated
from plugins.shared.problem import Problem, instead
from plugins.shared.site import Site


def words_lead_to_what_is_there(site: Site) -> Iterator[Problem]:
    found = also(site)
    twice = dict(repeated(f"{each.kind} {each.key}" for each in found.also))
    for at, each in enumerate(found.also):
        loc = ("also", at)
        if not is_there(site, each.kind, each.key):
            hint = instead(each.key, keys(site, each.kind), Message("correct it"))
            message = Message("there is no {kind} '{key}'; {hint}", kind=called(each.kind), key=each.key, hint=hint)
            yield found.problem((*loc, each.kind), "E219", message)
        if at in twice:
            message = Message("'{key}' stands twice; write all its words into one entry", key=each.key)
            yield found.problem((*loc, each.kind), "E161", message)
        for lang in each.words:
            if lang not in site.languages:
                message = Message("'{lang}' is no language of this site; remove it", lang=lang)
                yield found.problem((*loc, "words", lang), "E110", message)


def keys(site: Site, kind: str) -> Collection[str]:
    if kind == "term":
        return [term.key for glossary in site.things.get("glossary", {}).values() for term in glossary.terms]
    return site.things.get(kind, {})


def is_there(site: Site, kind: str, key: str) -> bool:
    """True also where its file can't be read; all terms stand in one."""
    if kind == "term":
        return key in keys(site, kind) or bool(site.unread.get("glossary"))
    return site.expects(kind, key)


RULES = (words_lead_to_what_is_there,)
