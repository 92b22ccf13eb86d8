"""What can be wrong with the directory: it says what facts say, and sends nobody where they don't."""

from collections.abc import Iterator

from plugins.help.model import Contact
from plugins.shared import evidence
from plugins.shared.message import Message
from plugins.shared.problem import Problem, instead, one_of
from plugins.shared.site import Site


def all_rests_on_facts(site: Site) -> Iterator[Problem]:
    if site.unread.get("fact"):
        return
    facts = evidence.known_facts(site)
    for found in site["help"].values():
        for loc, each in found.stated():
            unknown = list(evidence.unknown(each.facts, facts))
            for at, message in unknown:
                yield found.problem((*loc, "facts", at), "E212", message)
            if not each.facts:
                yield found.problem((*loc, "facts"), "E212", Message("this rests on no fact; name one"))
            elif isinstance(each, Contact) and not unknown:
                for figure in each.figures():
                    if not any(figure.stands_in(facts[code].text) for code in each.facts):
                        message = Message("{what} stands in none of its facts; correct it", what=figure.shown)
                        yield found.problem((*loc, *figure.loc), "E212", message)


def needs_and_audiences_exist(site: Site) -> Iterator[Problem]:
    for found in site["help"].values():
        needs = [each.key for each in found.needs]
        for at, helper in enumerate(found.helpers):
            if helper.need not in needs:
                hint = instead(helper.need, needs)
                message = Message("there is no need '{key}'; {instead}", key=helper.need, instead=hint)
                yield found.problem(("helpers", at, "need"), "E212", message)
            for number, each in enumerate(helper.audience):
                if each not in site.identity.audiences:
                    hint = one_of(sorted(site.identity.audiences))
                    message = Message("the audience '{audience}' is not in site.yaml; {hint}", audience=each, hint=hint)
                    yield found.problem(("helpers", at, "audience", number), "E109", message)


RULES = (all_rests_on_facts, needs_and_audiences_exist)
