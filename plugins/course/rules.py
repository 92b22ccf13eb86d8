"""What can be wrong with a course."""

from collections.abc import Iterator

from plugins.course.model import Course, Lesson
from plugins.shared.exists import topic_exists
from plugins.shared.kinds import called
from plugins.shared.message import Message
from plugins.shared.model import repeated
from plugins.shared.problem import Problem, instead, one_of
from plugins.shared.site import Site
from plugins.shared.yaml import Loc


def lessons_exist(site: Site) -> Iterator[Problem]:
    for course in site["course"].values():
        seen: set[tuple[str, str]] = set()
        for loc, lesson in places(course):
            kind, key = lesson.kind, lesson.key
            if not site.expects(kind, key):
                hint = instead(key, site[kind])
                message = Message("there is no {kind} '{key}'; {hint}", kind=called(kind), key=key, hint=hint)
                yield course.problem((*loc, kind), "E193", message)
            elif (kind, key) in seen:
                message = Message("the {kind} '{key}' is a lesson above; remove one", kind=called(kind), key=key)
                yield course.problem((*loc, kind), "E193", message)
            seen.add((kind, key))


def places(course: Course) -> Iterator[tuple[Loc, Lesson]]:
    for at, module in enumerate(course.modules):
        for number, lesson in enumerate(module.lessons):
            yield ("modules", at, "lessons", number), lesson


def it_has_parts(site: Site) -> Iterator[Problem]:
    for course in site["course"].values():
        if not course.modules:
            yield course.problem(("modules",), "E194", Message("the course has no module; add one"))
        if not course.outcomes:
            message = Message("the course has no outcome; say what one can do afterwards")
            yield course.problem(("outcomes",), "E194", message)
        for at, module in enumerate(course.modules):
            if not module.lessons:
                yield course.problem(("modules", at, "lessons"), "E194", Message("the module has no lesson; add one"))
        for name in ("modules", "outcomes"):
            for at, key in repeated(each.key for each in getattr(course, name)):
                message = Message("the key '{key}' stands twice; change one", key=key)
                yield course.problem((name, at, "key"), "E194", message)


def outcomes_are_proven(site: Site) -> Iterator[Problem]:
    for course in site["course"].values():
        for at, outcome in enumerate(course.outcomes):
            loc = ("outcomes", at, "proven")
            if not outcome.proven:
                message = Message("no question shows this outcome; name one under 'proven'")
                yield course.problem(("outcomes", at), "W230", message)
            for number, name in enumerate(outcome.proven):
                yield from _question_exists(course, (*loc, number), name, site)


def _question_exists(course: Course, loc: Loc, name: str, site: Site) -> Iterator[Problem]:
    key, _, own = name.partition("#")
    quiz = site["quiz"].get(key)
    if quiz is None:
        if not site.expects("quiz", key):
            message = Message("there is no quiz '{key}'; {hint}", key=key, hint=instead(key, site["quiz"]))
            yield course.problem(loc, "E195", message)
    elif own not in (keys := [each.key for each in quiz.questions]):
        message = Message(
            "the quiz '{key}' has no question '{question}'; {hint}", key=key, question=own, hint=instead(own, keys)
        )
        yield course.problem(loc, "E195", message)


def the_exam_exists(site: Site) -> Iterator[Problem]:
    for course in site["course"].values():
        if course.exam and not site.expects("exam", course.exam):
            message = Message(
                "there is no exam '{key}'; {hint}", key=course.exam, hint=instead(course.exam, site["exam"])
            )
            yield course.problem(("exam",), "E195", message)


def needs_exist_and_end(site: Site) -> Iterator[Problem]:
    """A course that needs itself, over others or not, could never be begun."""
    courses = site["course"]
    for key, course in courses.items():
        for at, other in enumerate(course.needs):
            if not site.expects("course", other):
                message = Message("there is no course '{key}'; {hint}", key=other, hint=instead(other, courses))
                yield course.problem(("needs", at), "E196", message)
            elif key in _all_needed(other, courses):
                message = Message("'{other}' needs '{key}' itself; remove the one or the other", other=other, key=key)
                yield course.problem(("needs", at), "E196", message)


def _all_needed(key: str, courses: dict[str, Course]) -> set[str]:
    """The course and all that it needs, and what these need."""
    found: set[str] = set()
    todo = [key]
    while todo:
        each = todo.pop()
        if each not in found:
            found.add(each)
            todo += courses[each].needs if each in courses else ()
    return found


def topics_and_audiences_exist(site: Site) -> Iterator[Problem]:
    for course in site["course"].values():
        if course.topic:
            yield from topic_exists(course, ("topic",), course.topic, site)
        for at, audience in enumerate(course.audience):
            if audience not in site.identity.audiences:
                hint = one_of(sorted(site.identity.audiences))
                message = Message("the audience '{audience}' is not in site.yaml; {hint}", audience=audience, hint=hint)
                yield course.problem(("audience", at), "E109", message)


RULES = (
    it_has_parts,
    lessons_exist,
    outcomes_are_proven,
    the_exam_exists,
    needs_exist_and_end,
    topics_and_audiences_exist,
)
