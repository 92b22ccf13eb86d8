"""The sitemap: every page that may be indexed, with its twin in the other languages."""

from collections.abc import Callable, Iterator
from xml.sax.saxutils import quoteattr

from plugins.shared.site import Pages

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(pages: Pages, absolute: Callable[[str], str]) -> bytes:
    """In the order of the addresses; `absolute` makes an address of the site one of the web."""
    return (HEAD + "".join(_entries(pages, absolute)) + "</urlset>\n").encode()


def _entries(pages: Pages, absolute: Callable[[str], str]) -> Iterator[str]:
    for page in sorted(pages, key=lambda each: each.address):
        if not page.indexed:
            continue
        yield f"<url><loc>{quoteattr(absolute(page.address))[1:-1]}</loc>"
        if last := max(filter(None, (page.reviewed, page.changed)), default=None):
            yield f"<lastmod>{last.isoformat()}</lastmod>"
        for lang, other in pages.alternates(page).items():
            yield f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(absolute(other.address))}/>'
        yield "</url>\n"


def robots(absolute: Callable[[str], str]) -> bytes:
    """Everybody may read everything, and is told where the sitemap stands."""
    return f"User-agent: *\nAllow: /\nSitemap: {absolute('sitemap.xml')}\n".encode()
