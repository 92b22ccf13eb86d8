"""What machines read: the sitemap names what may be indexed, a feed the pages with a day, robots.txt the sitemap."""

from collections.abc import Iterator

from plugins.shared.message import Message
from tools.checks.entries import Entries
from tools.checks.facts import Facts, Pages
from tools.checks.finding import Finding
from tools.checks.languages import alternates, group_of
from tools.checks.site import BuiltSite

CODE = "E306"
SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
CURE = Message("mend what writes it")


def indexes_can_be_read(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    for file, found in site.entries.items():
        if found.mistake:
            line, column, words = found.mistake
            message = Message("this file can't be read: {words}; {cure}", words=words, cure=CURE)
            yield Finding(file, CODE, message, line, column)


def robots_find_the_sitemap(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    wanted = f"Sitemap: {site.full(SITEMAP)}"
    if ROBOTS not in site.files or wanted not in site.read(ROBOTS).decode("utf-8", "replace").splitlines():
        yield Finding(ROBOTS, CODE, Message("'{wanted}' is missing here; {cure}", wanted=wanted, cure=CURE))


def the_sitemap_is_complete(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """Every page that may be indexed with the same page in the other languages, and no other."""
    found = site.entries.get(SITEMAP)
    if found is None:
        yield Finding(SITEMAP, CODE, Message("there is no sitemap; {cure}", cure=CURE))
        return
    groups = alternates(site, pages)
    wanted = {site.full(facts.page.address): facts for facts in pages.values() if facts.page.indexed}
    yield from names_just(SITEMAP, found, wanted, site)
    for entry in found.entries:
        facts = wanted.get(entry.address)
        if facts and entry.alternates != groups[group_of(facts)] and not any(map(site.lost, entry.alternates.values())):
            message = Message(
                "'{address}' has other languages here than it has (hreflang); {cure}", address=entry.address, cure=CURE
            )
            yield Finding(SITEMAP, CODE, message, entry.line, entry.column)


def feeds_are_complete(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """Every page with a day in the feed of its language, and no other; every page that has a feed names it."""
    feeds: dict[str, str] = {}
    for facts in pages.values():
        if facts.feed:
            feeds.setdefault(facts.page.lang, facts.feed)
    for lang, file in feeds.items():
        own = {name: facts for name, facts in pages.items() if facts.page.lang == lang}
        for name, facts in own.items():
            if facts.feed != file and (facts.feed or facts.page.published):
                message = Message("the head does not name the feed '{file}'; mend the template", file=file)
                yield Finding(name, CODE, message, *facts.head)
        found = site.entries.get(file)
        if found is None:
            continue  # told as a link
        if found.lang != lang and not found.mistake:
            message = Message(
                "this feed says that its language is '{lang}'; it is '{wanted}'", lang=found.lang, wanted=lang
            )
            yield Finding(file, CODE, message)
        wanted = {site.full(facts.page.address): facts for facts in own.values() if facts.page.published}
        yield from names_just(file, found, wanted, site)


def names_just(file: str, found: Entries, wanted: dict[str, Facts], site: BuiltSite) -> Iterator[Finding]:
    """All that is wanted once, and nothing else; what leads nowhere is told as a link."""
    left, lost = dict(wanted), bool(found.mistake)
    for entry in found.entries:
        if left.pop(entry.address, None) is None:
            lost = lost or site.lost(entry.address)
            if not site.lost(entry.address):
                message = Message(
                    "'{address}' does not belong here, or stands here twice; remove it", address=entry.address
                )
                yield Finding(file, CODE, message, entry.line, entry.column)
    for address in () if lost else left:
        yield Finding(file, CODE, Message("the page '{address}' is missing here; {cure}", address=address, cure=CURE))
