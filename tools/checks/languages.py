"""The languages of a page name each other, in both directions, and the switch leads from one to the other."""

from collections.abc import Iterator

from plugins.shared.message import Message
from tools.checks.facts import Facts, Pages
from tools.checks.finding import Finding
from tools.checks.site import BuiltSite

CODE = "E306"
LEADS_ON = "redirect"  # the kind of a page that stands where another one stood


def heads_name_themselves(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """A page that search engines may show says where it stands, one that leads on, where to; others are hidden."""
    for file, facts in pages.items():
        wanted = site.full(facts.page.address) if facts.page.indexed else ""
        if facts.page.kind == LEADS_ON:
            wanted = site.full(facts.page.shows["there"].address)
        if facts.hidden == facts.page.indexed:
            hidden = Message("this page may be indexed, and its head says 'noindex'; mend the template")
            shown = Message("this page lacks 'noindex' in its head; mend the template")
            yield Finding(file, CODE, hidden if facts.hidden else shown, *facts.head)
        elif facts.canonical != wanted and not site.lost(facts.canonical):
            message = Message(
                "the head names '{address}' as the page's address; it is '{wanted}'",
                address=facts.canonical,
                wanted=wanted,
            )
            yield Finding(file, CODE, message, *facts.head)


def heads_name_the_twins(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """Each page of a group names all of them, and the page where the reader chooses among them."""
    groups = alternates(site, pages)
    for file, facts in pages.items():
        wanted = groups[group_of(facts)] if facts.page.indexed else {}
        for lang in wanted.keys() - facts.alternates.keys():
            message = Message("the head names no page in '{lang}' (hreflang); mend the template", lang=lang)
            yield Finding(file, CODE, message, *facts.head)
        for lang, address in facts.alternates.items():
            if address != wanted.get(lang) and not site.lost(address):
                message = Message(
                    "the head names '{address}' as this page in '{lang}' (hreflang), which it is not; correct it",
                    address=address,
                    lang=lang,
                )
                yield Finding(file, CODE, message, *facts.head)


def the_switch_leads_to_the_twin(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    twins: dict[tuple[str, str], dict[str, str]] = {}
    for file, facts in pages.items():
        twins.setdefault((facts.page.kind, facts.page.key), {})[facts.page.lang] = file
    for file, facts in pages.items():
        own = twins[facts.page.kind, facts.page.key]
        for lang in own.keys() - facts.switch.keys() - {facts.page.lang}:
            message = Message("no switch leads to this page in '{lang}'; mend the template", lang=lang)
            yield Finding(file, CODE, message, *facts.head)
        for lang, way in facts.switch.items():
            there = pages.get(way.target.file)
            if there and (there.page.lang != lang or way.target.file != own.get(lang, way.target.file)):
                message = Message("the switch to '{lang}' leads to another page; mend the template", lang=lang)
                yield Finding(file, CODE, message, way.line, way.column)


def alternates(site: BuiltSite, pages: Pages) -> dict[tuple[str, str], dict[str, str]]:
    """By group, the addresses of what is one page in several languages; none where it is alone."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for facts in pages.values():
        lang = "x-default" if facts.page.chooses else facts.page.lang
        found.setdefault(group_of(facts), {})[lang] = site.full(facts.page.address)
    return {group: addresses if len(addresses) > 1 else {} for group, addresses in found.items()}


def group_of(facts: Facts) -> tuple[str, str]:
    """Kind and key: those of the page itself, or of the pages among which it offers the language."""
    return facts.page.chooses or (facts.page.kind, facts.page.key)
