"""A page a quiz, its paper, and a list of them."""

from collections.abc import Iterator

from plugins.quiz.model import Quiz, used_by
from plugins.quiz.types import Question
from plugins.shared.seed import FORMS, ordered
from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    guides = [key for topic in site["topic"].values() for key in topic.ordered(site["guide"])]
    quizzes = {key: site["quiz"][key] for key in guides if key in site["quiz"]}
    if not quizzes:
        return
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('quiz')}/"
        yield Page(
            kind="quizzes",
            key="quizzes",
            lang=lang,
            address=base,
            title=words.gettext("Quizzes"),
            summary=words.gettext("Test yourself: short quizzes with a reason for every answer."),
            shows={"quizzes": quizzes},
            alphabetical=True,
            preview=Preview("circle-question-mark"),
        )
        for key, quiz in quizzes.items():
            topic_key, name = key.split("/")
            topic = site["topic"].get(topic_key)
            front = site["guide"][key].fronts.get(lang)
            slug = front.slug if front else name
            yield Page(
                kind="quiz",
                key=key,
                lang=lang,
                address=f"{base}{topic.slug[lang] if topic else topic_key}/{slug}/",
                written=(front, ("slug",)) if front else None,
                origin=quiz,
                sought=True,
                title=quiz.title[lang],
                summary=words.ngettext("%(count)s question", "%(count)s questions", len(quiz.questions))
                % {"count": len(quiz.questions)},
                shows={"quiz": quiz},
                minutes=len(quiz.questions),
                uses=used_by(quiz.questions) | {"download", "learning.day", "results"},
                trail=(("quizzes", "quizzes"),),
                meaning={"@type": "Quiz"},
                topic=topic_key if topic else "",
                along=True,
            )
            yield Page(
                kind="paper",
                key=f"quiz/{key}",
                lang=lang,
                address=f"{base}{topic.slug[lang] if topic else topic_key}/{slug}/{words.address('paper')}/",
                title=quiz.title[lang],
                summary=words.gettext("Two forms to print, with their keys."),
                shows={"forms": {seed: printed(quiz, seed) for seed in FORMS}},
                trail=(("quizzes", "quizzes"), ("quiz", key)),
                indexed=False,
                topic=topic_key if topic else "",
            )


def printed(quiz: Quiz, seed: str) -> list[Question]:
    """The questions in the order of the seed, their choices mixed."""
    by_key = {each.key: each for each in quiz.questions}
    return [by_key[key].mixed(seed) for key in ordered(seed, list(by_key))]
