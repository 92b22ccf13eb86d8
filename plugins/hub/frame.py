"""What a template sees besides its page: ways to other pages, prose, dates, icons, the page's script."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from plugins.hub import app, feed
from plugins.hub.assets import Assets
from plugins.hub.colours import Colour
from plugins.hub.meaning import meaning
from plugins.hub.preview import Previews
from plugins.hub.prose import Prose, Setting, Terms
from plugins.hub.tree import Tree
from plugins.hub.weight import MARK, PACKED, WHOLE, weighed
from plugins.shared.concept import Concept
from plugins.shared.document import Document, Section
from plugins.shared.site import Goal, Page, way

Entry = tuple[str, str, str]  # of the A to Z: a name, the way to it, the kind of what stands there

POLICY = (  # a page's own; hosts add to it what only a header can say (tools/hosting/headers.py)
    "default-src 'none'; script-src 'self'{compiled}; style-src 'self' '{style}'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)


def policy(style: str, *, compiles: bool) -> str:
    """What may be loaded and run, with the styles in the page that `style` names."""
    return POLICY.format(compiled=" 'wasm-unsafe-eval'" if compiles else "", style=style)


@dataclass(frozen=True)
class Theme:
    """What all pages of a build share: templates, assets, the site's address, the phrases that are explained."""

    folder: Path
    environment: Environment
    assets: Assets
    address: str
    terms: Mapping[str, Terms]  # by language
    concepts: tuple[Concept, ...]
    colours: Mapping[str, Colour]
    previews: Previews

    def absolute(self, address: str) -> str:
        """An address of the site as one of the web."""
        return f"{self.address.rstrip('/')}/{address}"


class Frame:
    """The view of one page on the site."""

    def __init__(self, page: Page, tree: Tree, theme: Theme) -> None:
        self.page, self.tree, self._theme = page, tree, theme
        self._modules: dict[str, Any] = {}
        self._context = self._make_context()
        self._prose = Prose(tree.meanings, self.component, self.attributes, theme.terms[page.lang])

    def render(self) -> str:
        """The whole page, by the template that is called as its kind."""
        template = self._theme.environment.get_template(f"{self.page.kind}.j2")
        html = template.render(self._context) + "\n"
        return weighed(html, self._theme.assets.weight, self.tree.site.words[self.page.lang].number)

    def _make_context(self) -> dict[str, Any]:
        page, tree, theme = self.page, self.tree, self._theme
        words = tree.site.words[page.lang]
        return {
            "page": page,
            "lang": page.lang,
            "site": tree.site,
            "pages": tree.pages,
            "identity": tree.site.identity,
            "policy": Markup(policy(theme.assets.hashed, compiles=page.compiles)),
            "link": self.link,
            "url": self.url,
            "find": lambda kind, key: tree.pages.find(kind, key, page.lang),
            "weight": MARK,
            "whole": WHOLE,
            "packed_weight": PACKED,
            "absolute": lambda other: theme.absolute(other.address),
            "alternates": self.alternates,
            "prose": self.prose,
            "entries": self.entries,
            "seen_from": self.seen_from,
            "preview": theme.absolute(preview) if (preview := theme.previews.address(page)) else "",
            "manifest": self.way(app.address(page.lang)),
            "colours": theme.colours,
            "meaning": meaning(page, tree.pages, tree.site, theme.absolute),
            "day": words.day,
            "number": words.number,
            "calendar_day": lambda number: words.day(date.fromordinal(number)),
            "money": lambda rupiah: words.money(rupiah).replace(" ", "\u00a0"),
            "icon": theme.assets.icon,
            "static": lambda name: self.way(f"theme/{name}"),
            "root": self.way(""),
            "own_style": Markup(theme.assets.style),
            "style": lambda name: self.way(theme.assets.extra_style(name)),
            "script": self.way(script) if (script := theme.assets.script(page.uses)) else "",
            "feed": self.way(feed.address(page.lang)) if tree.pages.dated(page.lang) else "",
            "feed_of": lambda other: self.way(feed.beside(other)) if other.news else "",
            **self._digests(),
            **page.shows,
        }

    def way(self, address: str) -> str:
        """The relative way from this page; from a page that is served at any depth, the absolute path."""
        if self.page.rooted:
            return urlsplit(self._theme.address).path.rstrip("/") + "/" + address
        return way(self.page, address)

    def url(self, other: Page) -> str:
        return self.way(other.address)

    def link(self, kind: str, key: str, section: str = "", lang: str | None = None) -> str:
        """The way to a page of this language, or of the one that has it. To ask for what no language has is a bug."""
        found = self.tree.pages.find(kind, key, lang or self.page.lang)
        if found is None:
            raise LookupError(f"{self.page.address}: there is no {kind} '{key}'")
        anchor = f"#{section}" if section else ""
        return anchor if found is self.page and anchor else self.url(found) + anchor

    def alternates(self, page: Page) -> dict[str, str]:
        """The absolute address of the page in every language that has it; `x-default` where the reader chooses."""
        return {lang: self._theme.absolute(each.address) for lang, each in self.tree.pages.alternates(page).items()}

    def prose(
        self,
        document: Document,
        level: int = 2,
        prefix: str = "",
        owner: str = "",
        brief: bool = False,
        asides: Mapping[str, Any] | None = None,
        behind: Iterable[Section] = (),
    ) -> Markup:
        """A text as HTML, its tasks remembered under the owner's key: this page's, or that of what is embedded."""
        own = owner or f"{self.page.kind}/{self.page.key}"
        lagging = frozenset(each.key for each in behind)
        return self._prose.html(document, Setting(level, prefix, own, brief, asides or {}, lagging))

    def _digests(self) -> dict[str, Callable[[Document], Any]]:
        found = {}
        for concept in self._theme.concepts:
            for name, (kind, digest) in concept.digests.items():
                found[name] = lambda document, kind=kind, digest=digest: digest(self._meanings(document, kind))
        return found

    def _meanings(self, document: Document, kind: str) -> list[Any]:
        found = zip(document.references, self.tree.meanings[document.name], strict=True)
        return [meaning for reference, meaning in found if reference.kind == kind]

    def entries(self) -> list[tuple[str, list[Entry]]]:
        """The A to Z of this language by letter; what begins with none stands under `#`. It goes through all pages."""
        found = []
        for page in self.tree.pages:
            if page.lang == self.page.lang and page.alphabetical:
                found.append((page.title, self.url(page), page.kind))
                found += [(name, f"{self.url(page)}#{anchor}", "term") for name, anchor in page.also]
        letters: dict[str, list[Entry]] = {}
        for entry in sorted(found, key=lambda each: (alphabetical(each[0]), each)):
            letter = alphabetical(entry[0])[:1].upper()
            letters.setdefault(letter if letter.isalpha() else "#", []).append(entry)
        return list(letters.items())

    def component(self, name: str) -> Callable[..., str]:
        """The macro of the theme's component of that name, which sees what this page's template sees."""
        if name not in self._modules:
            template = self._theme.environment.get_template(f"components/{name}/{name}.j2")
            self._modules[name] = getattr(template.make_module(self._context), name)
        return self._modules[name]

    def seen_from(self, kind: str, key: str, lang: str) -> Callable[[str], Callable[..., str]]:
        """The macros as another page sees them, with the ways and scripts from here: to show here what stands there."""
        there = self.tree.pages.find(kind, key, lang)
        if there is None:
            raise LookupError(f"{self.page.address}: there is no {kind} '{key}'")
        here = {"address": self.page.address, "rooted": self.page.rooted, "uses": self.page.uses}
        there = replace(there, lang=lang, **here)
        return Frame(there, self.tree, self._theme).component

    def attributes(self, goal: Goal) -> dict[str, str]:
        """The attributes of a link to where something leads; none where that is the page itself."""
        if goal.web:
            return {"href": goal.web, "rel": "external"}
        if goal.picture:
            return {"href": self.way(goal.picture)}
        if not goal.kind:
            return {"href": f"#{goal.section}"}
        found = self.tree.pages.find(goal.kind, goal.key, goal.lang or self.page.lang)
        if found is None or (found is self.page and not goal.lang):
            return {}
        href = self.link(goal.kind, goal.key, goal.section, found.lang)
        if found.lang == self.page.lang:
            return {"href": href}
        return {"href": href, "hreflang": found.lang, "lang": found.lang}


def alphabetical(text: str) -> str:
    """The text as it is sorted: without case and accents."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each)).lstrip("“\"'( ")
