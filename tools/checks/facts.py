"""What is kept of a page when it is dropped: the little that the rest of the site is compared with."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.shared.site import Page
from tools.checks.address import Target
from tools.checks.page import BuiltPage, place_of, rel_of

ATOM = "application/atom+xml"


class Way(NamedTuple):
    """A link to another page, and where it stands."""

    target: Target
    line: int
    column: int


class Facts(NamedTuple):
    """One page, as the others know it."""

    page: Page
    head: tuple[int, int]  # where its head stands
    ids: frozenset[str]
    anchors: tuple[Way, ...]  # to ids on other pages, each once
    canonical: str
    alternates: dict[str, str]  # the addresses of its head by language
    hidden: bool  # from search engines
    feed: str  # the file of the feed that it names
    switch: dict[str, Way]  # the way to each other language


Pages = Mapping[str, Facts]  # by file


def facts_of(page: BuiltPage) -> Facts:
    links = page.named("link")
    robots = [each.get("content", "") for each in page.named("meta") if each.get("name") == "robots"]
    feeds = (each.target for each in page.links if each.element.get("type") == ATOM and each.element.name == "link")
    return Facts(
        page=page.page,
        head=place_of(page.head) if page.head else (1, 1),
        ids=frozenset(page.ids),
        anchors=tuple(anchors(page)),
        canonical=next((each.get("href", "") for each in links if "canonical" in rel_of(each)), ""),
        alternates={each["hreflang"]: each.get("href", "") for each in links if "hreflang" in each.attrs},
        hidden=any("noindex" in each for each in robots),
        feed=next((each.file for each in feeds if each), ""),
        switch=dict(switch(page)),
    )


def anchors(page: BuiltPage) -> Iterator[Way]:
    seen: set[Target] = set()
    for link in page.links:
        target = link.target
        if target and target.anchor and target.file != page.page.file and target not in seen:
            seen.add(target)
            yield Way(target, *place_of(link.element))


def switch(page: BuiltPage) -> Iterator[tuple[str, Way]]:
    """The links of the language switch, by the language that each promises; one in the main part is an example."""
    for link in page.links:
        switch = link.element.find_parent("language-switch") if "hreflang" in link.element.attrs else None
        if link.target and switch and not switch.find_parent("main"):
            yield link.element["hreflang"], Way(link.target, *place_of(link.element))
