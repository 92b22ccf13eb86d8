"""A page a course, its certificate, and a list of them. Its lessons are pages that others make."""

from collections.abc import Iterator, Mapping

from plugins.shared.lessons import LESSONS
from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    courses = site["course"]
    if not courses:
        return
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('courses')}/"
        yield Page(
            kind="courses",
            key="courses",
            lang=lang,
            address=base,
            title=words.gettext("Courses"),
            summary=words.gettext("From the first step to an exam, one lesson after the other, at your own pace."),
            shows={"courses": courses},
            alphabetical=True,
            preview=Preview("route"),
        )
        for key, course in courses.items():
            yield Page(
                kind="course",
                key=key,
                lang=lang,
                address=f"{base}{course.slug[lang]}/",
                written=(course, ("slug", lang)),
                origin=course,
                sought=True,
                title=course.title[lang],
                summary=course.summary[lang],
                shows={"course": course},
                uses=frozenset(
                    {
                        "course",
                        "course.passed",
                        "course.progress",
                        "learning.day",
                        "quiz.record",
                        "ring.draw",
                        "save",
                        "save.sets",
                    }
                ),
                weighs=tuple((lesson.kind, lesson.key) for lesson in course.lessons),
                packed=f"{LESSONS}/course-{key}.html",
                packs=tuple((lesson.kind, lesson.key) for lesson in course.lessons),
                trail=(("courses", "courses"),),
                meaning={"@type": "Course"},
                topic=course.topic if course.topic in site["topic"] else "",
                alphabetical=True,
            )
            if course.exam in site["exam"]:
                yield Page(
                    kind="certificate",
                    key=key,
                    lang=lang,
                    address=f"{base}{course.slug[lang]}/{words.address('certificate')}/",
                    title=course.title[lang],
                    summary=words.gettext("For who has passed the exam of this course: self-assessed, to be printed."),
                    shows={"course": course},
                    uses=frozenset({"certificate", "course.passed", "learning.day"}),
                    trail=(("courses", "courses"), ("course", key)),
                    indexed=False,
                    topic=course.topic if course.topic in site["topic"] else "",
                    along=True,
                )


def joins(site: Site) -> Mapping[tuple[str, str], frozenset[str]]:
    """The page of a lesson says where it stands in its courses; home and the reader's own page, where to go on."""
    lessons = [(lesson.kind, lesson.key) for course in site["course"].values() for lesson in course.lessons]
    found = dict.fromkeys(lessons, frozenset({"lesson"}))
    going = frozenset({"course.progress", "resume"})
    return found | {("home", "home"): going, ("learning", "learning"): going | {"ring.draw"}} if lessons else {}
