"""A page a self-assessment, among the tools."""

from collections.abc import Iterator

from plugins.assessment.radar import radar
from plugins.shared.evidence import cited, is_weak
from plugins.shared.site import Page, Site


def pages(site: Site) -> Iterator[Page]:
    for key, assessment in site["assessment"].items():
        for lang in site.languages:
            base = f"{lang}/{site.words[lang].address('tools')}/"
            statements = [each for _, each in assessment.statements()]
            yield Page(
                kind="assessment",
                key=key,
                lang=lang,
                address=f"{base}{assessment.slug[lang]}/",
                written=(assessment, ("slug", lang)),
                origin=assessment,
                sought=True,
                title=assessment.title[lang],
                summary=assessment.summary[lang],
                shows={
                    "assessment": assessment,
                    "radar": radar(len(assessment.areas)),
                    "doubted": {each.key for each in statements if is_weak(each, site)},
                    "cited": cited(statements, site),
                },
                uses=frozenset({"assessment", "download", "download.calendar", "learning.day"}),
                trail=(("tools", "tools"),),
                topic=assessment.topic if assessment.topic in site["topic"] else "",
                alphabetical=True,
                along=True,
            )
