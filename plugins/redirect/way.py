"""The way from what stood at an address to where its readers are led today."""

from typing import NamedTuple

from plugins.redirect.model import Addresses, Redirects
from plugins.shared.model import Text
from plugins.shared.site import Page, Pages, Site

PARTS = {
    "quiz": "guide",
    "certificate": "course",
    "trainer": "course",
}  # what has the key of another thing, and moves along
PAPER = "paper/"  # of a quiz or an exam, which its key begins with


class Gone(NamedTuple):
    """There is nothing any more, and why."""

    because: Text


def redirects_of(site: Site) -> Redirects:
    return site["redirect"].get("redirects") or Redirects()


def addresses_of(site: Site) -> Addresses | None:
    return site["address"].get("addresses")


def unprinted(owner: str) -> str:
    """What is printed on a paper; anything else itself."""
    return owner.removeprefix(PAPER)


def thing_of(owner: str) -> tuple[str, str]:
    """Kind and key of what is renamed or retired with this page: `paper/quiz/pse/nib` goes with the guide."""
    kind, _, key = unprinted(owner).partition("/")
    return PARTS.get(kind, kind), key


def follow(
    owner: str, lang: str, pages: Pages, redirects: Redirects, passed: tuple[str, ...] = ()
) -> Page | Gone | None:
    """The page that stands for it today, in this language or else in another; nothing where nobody says which."""
    if page := pages.find(*owner.split("/", 1), lang):
        return page
    if owner in passed:
        return None  # a circle
    passed = (*passed, owner)
    kind, key = thing_of(owner)
    if new := redirects.keys.of(kind).get(key):
        return follow(owner.removesuffix(key) + new, lang, pages, redirects, passed)
    names = owner, unprinted(owner), f"{kind}/{key}"
    entry = next((redirects.retired[name] for name in names if name in redirects.retired), None)
    if entry is None or entry.because:
        return Gone(entry.because) if entry and entry.because else None
    ways = (follow(each, lang, pages, redirects, passed) for each in successors(owner, str(entry.to)))
    return next(filter(None, ways), None)


def successors(owner: str, to: str) -> dict[str, None]:
    """The paper or the quiz of what a guide's readers are led to, else that itself; and so on."""
    kind, key = thing_of(owner)
    new_kind, new_key = thing_of(to)
    own = [each.removesuffix(key) + new_key for each in (owner, unprinted(owner)) if kind == new_kind]
    return dict.fromkeys([*own, to])


def lang_of(address: str, site: Site) -> str:
    """The language of an address; that of a language which the site no longer has, the first."""
    lang = address.partition("/")[0]
    return lang if lang in site.languages else site.languages[0]


def moved(site: Site, pages: Pages) -> dict[str, Page | Gone]:
    """Every address that was published and is no page today, with where it leads; files beside pages left out."""
    known, redirects = addresses_of(site), redirects_of(site)
    standing = {page.address for page in pages}
    found = {}
    for address, owner in known.addresses.items() if known else ():
        if address.endswith(("/", ".html")) and address not in standing:
            there = follow(owner, lang_of(address, site), pages, redirects)
            if there:
                found[address] = there
    return found
