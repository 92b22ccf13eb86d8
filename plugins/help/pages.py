"""One page a language: by need who helps, and above it how to recognise who only says so."""

from collections.abc import Iterator

from plugins.help.model import PAGE, Contact, Help, Stated
from plugins.shared import evidence
from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    for found in site["help"].values():
        for lang in site.languages:
            words = site.words[lang]
            yield Page(
                kind=PAGE.kind,
                key=PAGE.key,
                lang=lang,
                address=f"{lang}/{words.address('help')}/",
                origin=found,
                sought=True,
                title=words.gettext("Who helps with what"),
                summary=words.gettext(
                    "Offices and bodies for small businesses, by what you need, and how to reach them."
                ),
                shows={
                    "help": found,
                    "audiences": audiences(found, lang, site),
                    "laws": {each.key: list(laws(each, site)) for each in found.helpers},
                    "doubts": lambda stated: doubts(stated, site),
                },
                uses=frozenset({"filter"}),
                alphabetical=True,
                also=tuple((each.name[lang], each.key) for each in found.helpers),
                preview=Preview("life-buoy"),
            )


def audiences(found: Help, lang: str, site: Site) -> list[tuple[str, str]]:
    """For whom there is somebody, in the site's order: to pick from."""
    named = {each for helper in found.helpers for each in helper.audience}
    return [(key, name[lang]) for key, name in site.identity.audiences.items() if key in named]


def laws(stated: Stated, site: Site) -> Iterator[str]:
    """The laws in which its facts stand."""
    return (key for key in evidence.laws(stated.facts, evidence.known_facts(site)) if key in site["regulation"])


def doubts(stated: Stated, site: Site) -> bool:
    """True where a reader should check it. An address is as good as the fact that has it, whatever the law says."""
    return evidence.doubted(stated.facts, () if isinstance(stated, Contact) else laws(stated, site), site)
