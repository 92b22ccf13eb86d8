"""A page at each address that something has left: it leads on at once, or says why there is nothing."""

from collections.abc import Iterator

from plugins.redirect.way import Gone, lang_of, moved
from plugins.shared.site import Page, Pages, Site


def pages(site: Site, others: Pages) -> Iterator[Page]:
    for address, there in moved(site, others).items():
        lang = lang_of(address, site)
        words = site.words[lang]
        if isinstance(there, Gone):
            yield Page(
                kind="gone",
                key=address,
                lang=lang,
                address=address,
                title=words.gettext("This page is no longer here"),
                summary=there.because[lang],
                indexed=False,
            )
        else:
            yield Page(
                kind="redirect",
                key=address,
                lang=lang,
                address=address,
                title=there.title,
                summary=there.summary,
                shows={"there": there},
                indexed=False,
            )
