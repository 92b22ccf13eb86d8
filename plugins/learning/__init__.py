"""What a reader's device remembers of their learning, the questions that come back, and a file to take along."""

from collections.abc import Iterator

from plugins.shared.concept import Concept, concepts
from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    quizzes = {key: quiz for key, quiz in site["quiz"].items() if key in site["guide"]}
    if not quizzes:
        return
    questions = [each for quiz in quizzes.values() for each in quiz.questions]
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('my-learning')}/"
        yield Page(
            kind="learning",
            key="learning",
            lang=lang,
            address=base,
            title=words.gettext("My learning"),
            summary=words.gettext("What you have done on this device, and a file to take it along."),
            shows={"quizzes": quizzes, "exams": site["exam"]},
            uses=frozenset(
                {
                    *("download", "learning", "learning.day", "learning.learners", "learning.merge", "learning.sound"),
                    "quiz.record",
                }
            ),
            alphabetical=True,
            preview=Preview("route"),
        )
        yield Page(
            kind="review",
            key="review",
            lang=lang,
            address=f"{base}{words.address('review')}/",
            title=words.gettext("Review"),
            summary=words.gettext("Questions that you missed come back here, after a day and then ever later."),
            shows={"quizzes": quizzes},
            uses=frozenset({"learning.day", "quiz", "review"}).union(*(each.uses for each in questions)),
            trail=(("learning", "learning"),),
            alphabetical=True,
        )


def learning(_: object) -> Concept:
    return Concept(name="learning", pages=pages)


def register() -> None:
    concepts.connect(learning)
