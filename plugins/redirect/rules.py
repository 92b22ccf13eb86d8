"""What can be wrong with redirects, once every page is known; where a file can't be read, nobody knows."""

from collections.abc import Iterator

from plugins.redirect.model import REDIRECTS, Keys, Redirects
from plugins.redirect.way import addresses_of, follow, lang_of, redirects_of, thing_of, unprinted
from plugins.shared.message import Message
from plugins.shared.problem import Problem, instead
from plugins.shared.site import Pages, Site

# Always there, or never published; of a tool readers keep its own page, not a step on the way.
UNLISTED = {"chooser", "missing", "component", "components", "step"}


def renamed_to_what_exists(site: Site, pages: Pages) -> Iterator[Problem]:
    redirects = site["redirect"].get("redirects")
    for kind in Keys.model_fields if redirects else ():
        renamed = redirects.keys.of(kind)
        for old, new in renamed.items():
            if message := wrong(kind, old, new, renamed, site):
                yield redirects.problem(("keys", kind, old), "E173", message)


def wrong(kind: str, old: str, new: str, renamed: dict[str, str], site: Site) -> Message | None:
    if old in site[kind]:
        return Message("there is a {kind} '{old}'; remove this line, or rename what has its key", kind=kind, old=old)
    seen = {old}
    while new in renamed:
        if new in seen:
            return Message("'{old}' leads back to itself; name the key that it has today", old=old)
        seen.add(new)
        new = renamed[new]
    if not site.expects(kind, new):
        hint = instead(new, site[kind])
        return Message("there is no {kind} '{new}'; {hint}", kind=kind, new=new, hint=hint)
    return None


def retired_for_what_exists(site: Site, pages: Pages) -> Iterator[Problem]:
    redirects = site["redirect"].get("redirects")
    if redirects is None or any(site.unread.values()):
        return
    for owner, entry in redirects.retired.items():
        loc = "retired", owner
        if pages.find(*owner.split("/", 1), site.languages[0]):
            yield redirects.problem(loc, "E173", Message("'{owner}' is still there; remove this entry", owner=owner))
        elif entry.to and not follow(owner, site.languages[0], pages, redirects):
            yield redirects.problem((*loc, "to"), "E173", lost(str(entry.to), redirects, pages, site))


def lost(to: str, redirects: Redirects, pages: Pages, site: Site) -> Message:
    if to in redirects.retired:
        return Message("'{to}' is retired too, and leads back here; name a page that stands", to=to)
    names = dict.fromkeys(f"{page.kind}/{page.key}" for page in pages)
    kind = to.partition("/")[0]
    of_kind = [name for name in names if name.startswith(f"{kind}/")]
    if not of_kind:
        kinds = sorted({name.partition("/")[0] for name in names})
        return Message("'{to}' begins with no kind of page; {hint}", to=to, hint=instead(kind, kinds))
    return Message("'{to}' is no page; {hint}", to=to, hint=instead(to, of_kind))


def every_address_leads_on(site: Site, pages: Pages) -> Iterator[Problem]:
    """Told once of each thing, at the first of its addresses: its quiz, its paper, its languages only follow."""
    known, redirects = addresses_of(site), redirects_of(site)
    if known is None or any(site.unread.values()):
        return
    standing = {page.address for page in pages}
    told = set()
    for address, owner in known.addresses.items():
        thing = thing_of(owner)
        if address in standing or thing in told or follow(owner, lang_of(address, site), pages, redirects):
            continue
        told.add(thing)
        yield known.problem(("addresses", address), "E172", nowhere(address, owner, site))


def nowhere(address: str, owner: str, site: Site) -> Message:
    kind, key = thing_of(owner)
    if kind in Keys.model_fields and key not in site[kind]:
        return Message(
            "'{address}' was published, and there is no {kind} '{key}' any more; write into content/{file} under "
            "'keys: {kind}:' what it is called now, '{key}: …', or under 'retired: {kind}/{key}:' what readers find "
            "instead",
            address=address,
            kind=kind,
            key=key,
            file=REDIRECTS,
        )
    return Message(
        "'{address}' was published, and there is no page '{owner}' any more; write into content/{file} under "
        "'retired: {owner}:' what readers find instead",
        address=address,
        owner=unprinted(owner),
        file=REDIRECTS,
    )


def every_page_is_listed(site: Site, pages: Pages) -> Iterator[Problem]:
    """Told in one line, and of a thing that came today not yet: it may never be published."""
    known = addresses_of(site)
    if known is None:
        return
    young = {thing_of(f"{page.kind}/{page.key}") for page in pages if page.published and page.published >= site.day}
    missing = [
        page.address
        for page in pages
        if page.kind not in UNLISTED
        and page.address not in known.addresses
        and thing_of(f"{page.kind}/{page.key}") not in young
    ]
    if missing:
        yield known.problem(
            (),
            "W240",
            Message(
                "addresses of the site that are not in this list yet: {count}, such as '{first}'; "
                "python3 tasks.py addresses adds them",
                count=len(missing),
                first=missing[0],
            ),
        )


RULES = (renamed_to_what_exists, retired_for_what_exists, every_address_leads_on, every_page_is_listed)
