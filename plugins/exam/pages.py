"""A page an exam, its paper, and a list of them."""

from collections.abc import Iterator

from plugins.shared.seed import FORMS
from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    exams = site["exam"]
    if not exams:
        return
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('exams')}/"
        yield Page(
            kind="exams",
            key="exams",
            lang=lang,
            address=base,
            title=words.gettext("Exams"),
            summary=words.gettext("Find out what you know: hand in once, then see what was right and why."),
            shows={"exams": exams},
            alphabetical=True,
            preview=Preview("circle-question-mark"),
        )
        for key, exam in exams.items():
            yield Page(
                kind="exam",
                key=key,
                lang=lang,
                address=f"{base}{exam.slug[lang]}/",
                written=(exam, ("slug", lang)),
                origin=exam,
                sought=True,
                title=exam.title[lang],
                summary=exam.summary[lang],
                shows={"exam": exam},
                uses=frozenset(
                    {
                        "download",
                        "exam",
                        "learning.day",
                        "quiz.seed",
                        "receipt",
                        "receipt.code",
                        "receipt.qr",
                        "results",
                    }
                ).union(*(each.question.uses for _, offered in exam.offered(site) for each in offered)),
                trail=(("exams", "exams"),),
                meaning={"@type": "Quiz"},
                topic=exam.topic if exam.topic in site["topic"] else "",
                alphabetical=True,
                along=True,
            )
            yield Page(
                kind="paper",
                key=f"exam/{key}",
                lang=lang,
                address=f"{base}{exam.slug[lang]}/{words.address('paper')}/",
                title=exam.title[lang],
                summary=words.gettext("Two forms to print, with their keys."),
                shows={"forms": {seed: [each.question for each in exam.drawn(site, seed)] for seed in FORMS}},
                trail=(("exams", "exams"), ("exam", key)),
                indexed=False,
                topic=exam.topic if exam.topic in site["topic"] else "",
            )
