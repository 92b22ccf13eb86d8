"""What can be wrong with an exam."""

from collections.abc import Iterator

from plugins.exam.model import UNMARKED, Exam, stock
from plugins.shared.exists import topic_exists
from plugins.shared.message import Message
from plugins.shared.problem import Problem, instead
from plugins.shared.site import Site


def numbers_are_possible(site: Site) -> Iterator[Problem]:
    for exam in site["exam"].values():
        if not 1 <= exam.pass_mark <= 100:
            yield exam.problem(("pass_mark",), "E190", Message("a pass mark is a share of 100; write 1 to 100"))
        if not exam.pools:
            yield exam.problem(("pools",), "E190", Message("the exam has no pool; add one"))
        for at, pool in enumerate(exam.pools):
            if not pool.of:
                yield exam.problem(("pools", at, "of"), "E190", Message("the pool has no quiz; add one"))
            elif not pool.draw:
                yield exam.problem(("pools", at, "draw"), "E190", Message("nothing is drawn; write 1 or more"))


def stocks_exist(site: Site) -> Iterator[Problem]:
    for exam in site["exam"].values():
        for at, pool in enumerate(exam.pools):
            for number, name in enumerate(pool.of):
                yield from _stock_exists(exam, ("pools", at, "of", number), name, site)


def _stock_exists(exam: Exam, loc: tuple[str | int, ...], name: str, site: Site) -> Iterator[Problem]:
    key, _, one = name.partition("#")
    quiz = site["quiz"].get(key)
    if quiz is None:
        if not site.expects("quiz", key):
            message = Message("there is no quiz '{key}'; {hint}", key=key, hint=instead(key, site["quiz"]))
            yield exam.problem(loc, "E191", message)
        return
    keys = [each.key for each in quiz.questions]
    if one and one not in keys:
        message = Message(
            "the quiz '{key}' has no question '{question}'; {hint}", key=key, question=one, hint=instead(one, keys)
        )
        yield exam.problem(loc, "E191", message)
    elif not stock(name, site):
        message = Message("readers mark a question of type '{type}' themselves; take another one", type=UNMARKED)
        yield exam.problem(loc, "E191", message)


def a_question_is_drawn_once(site: Site) -> Iterator[Problem]:
    """Twice in one pool, or in two of them, it could stand in an exam twice."""
    for exam in site["exam"].values():
        seen: set[str] = set()
        for at, pool in enumerate(exam.pools):
            for number, name in enumerate(pool.of):
                keys = {each.key for each in stock(name, site)}
                if keys & seen:
                    what = Message("'{name}' is drawn from above already; remove it here or there", name=name)
                    yield exam.problem(("pools", at, "of", number), "E192", what)
                seen |= keys


def enough_to_draw(site: Site) -> Iterator[Problem]:
    for exam in site["exam"].values():
        for at, pool in enumerate(exam.pools):
            if not all(site["quiz"].get(name.partition("#")[0]) for name in pool.of):
                continue  # told as such
            count = len({each.key for name in pool.of for each in stock(name, site)})
            if pool.draw > count > 0:
                message = Message(
                    "the pool has {count} questions that can be drawn; draw {count} or fewer, or add a quiz",
                    count=count,
                )
                yield exam.problem(("pools", at, "draw"), "E190", message)


def topics_exist(site: Site) -> Iterator[Problem]:
    for exam in site["exam"].values():
        if exam.topic:
            yield from topic_exists(exam, ("topic",), exam.topic, site)


RULES = (numbers_are_possible, stocks_exist, a_question_is_drawn_once, enough_to_draw, topics_exist)
