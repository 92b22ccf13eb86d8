"""The sitemap: every page that may be indexed, with its twin in the other languages."""

from collections.abc import Callable, Iterator
from xml.sax.saxutils import quoteattr

from plugins.shared.site import Page, Pages

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(pages: Pages, absolute: Callable[[str], str], alternates: Callable[[Page], dict[str, str]]) -> bytes:
    return (HEAD + "".join(entries(pages, absolute, alternates)) + "</urlset>\n").encode()


def entries(
    pages: Pages, absolute: Callable[[str], str], alternates: Callable[[Page], dict[str, str]]
) -> Iterator[str]:
    for page in sorted(pages, key=lambda each: each.address):
        if not page.indexed:
            continue
        yield f"<url><loc>{quoteattr(absolute(page.address))[1:-1]}</loc>"
        if page.reviewed:
            yield f"<lastmod>{page.reviewed.isoformat()}</lastmod>"
        for lang, href in alternates(page).items():
            yield f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(href)}/>'
        yield "</url>\n"


def robots(absolute: Callable[[str], str]) -> bytes:
    return f"User-agent: *\nAllow: /\nSitemap: {absolute('sitemap.xml')}\n".encode()
