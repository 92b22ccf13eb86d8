"""What a page is, for machines: JSON-LD in the words of schema.org.

Search engines show the breadcrumbs; the rest says who may reuse what, in which language and of which day.
"""

import json
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from plugins.shared.site import Page, Pages, Site


def meaning(page: Page, pages: Pages, site: Site, absolute: Callable[[str], str]) -> Markup:
    """The content of the page's `application/ld+json`; nothing for a page that no search engine shows."""
    found = [each for each in (thing(page, site, absolute), breadcrumbs(page, pages, site, absolute)) if each]
    if not found or not page.indexed:
        return Markup()
    data = json.dumps({"@context": "https://schema.org", "@graph": found}, ensure_ascii=False, separators=(",", ":"))
    return Markup(data.replace("<", "\\u003c"))  # so that nothing in it ends the element


def thing(page: Page, site: Site, absolute: Callable[[str], str]) -> dict[str, Any]:
    """The page by the type that its concept gives it."""
    if not page.meaning:
        return {}
    found = {**page.meaning, "name": page.title, "url": absolute(page.address)}
    found |= {"inLanguage": page.lang, "license": site.identity.licence.url}
    if page.published and page.reviewed:
        found |= {
            "datePublished": page.published.isoformat(),
            "dateModified": max(page.reviewed, page.changed or page.reviewed).isoformat(),
        }
    return found


def breadcrumbs(page: Page, pages: Pages, site: Site, absolute: Callable[[str], str]) -> dict[str, Any]:
    """The way to the page from the home page; nothing for a page that has none above it."""
    home = pages.find("home", "home", page.lang)
    if home is None or not page.trail:
        return {}
    steps = [(site.words[page.lang].gettext("Home"), home)]
    steps += [(each.title, each) for kind, key in page.trail if (each := pages.find(kind, key, page.lang))]
    steps.append((page.title, page))
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": absolute(each.address)}
        for at, (name, each) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
