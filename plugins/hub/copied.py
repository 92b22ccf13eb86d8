"""What a copy of the site on a disk says beside its pages: how to open it, how old it is, where the newest stands."""

from collections.abc import Iterator

from markupsafe import Markup

from plugins.shared.site import Site

RULE = "-" * 78  # between two languages


def readme(site: Site, address: str) -> str:
    """Plain text, in every language."""
    return f"\n{RULE}\n\n".join("".join(f"{line}\n" for line in lines(site, lang, address)) for lang in site.languages)


def lines(site: Site, lang: str, address: str) -> Iterator[str]:
    words = site.words[lang]
    yield f"{site.identity.name[lang]} · {site.identity.tagline[lang]}"
    yield ""
    yield words.gettext("1. Unpack the archive into a folder: its links don’t work before.")
    yield words.gettext("2. Open index.html in that folder with a browser. Nothing is fetched from the internet.")
    yield ""
    yield words.gettext("What you answer and tick stays in that browser. The archive may be passed on.")
    yield f"{age(site, lang)} {address}"


def notice(site: Site, lang: str, address: str) -> Markup:
    """The last line of each page's foot."""
    return Markup('<p>{} <a href="{}">{}</a></p>').format(age(site, lang), address, address)


def age(site: Site, lang: str) -> str:
    """Law must not be stale without saying so."""
    words = site.words[lang]
    return words.gettext("This is a copy of {day}. Rules change; what holds now stands here:").format(
        day=words.day(site.day)
    )
