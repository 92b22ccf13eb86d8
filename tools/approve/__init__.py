"""Records that the answer of a question was found in its guide by somebody who had not seen the key.

    read ─ refuse ─ compare the answer ─ the entry in the lock beside the quiz

One question a call, so that nobody approves what nobody has read.
"""

import re
import sys
from pathlib import Path
from typing import NoReturn

from plugins.quiz.lock import ENDING, FOLDER, Approval, Lock, read_lock, state_of, with_entry
from plugins.quiz.model import Quiz
from plugins.quiz.types import Question
from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problems, TreeHasProblems, meant
from plugins.shared.site import Site
from plugins.shared.telling import tell, translation
from tools.approve.shown import shown
from tools.build import ROOT
from tools.ending import Stop, exit_status
from tools.engine import day, refuse_no_moment, settings_of
from tools.lock import locked
from tools.tree import read_everything
from tools.whole import write_whole

MENDS = frozenset({"E145", "E154"})
LANGUAGE = "en"  # of the record, where the site speaks it: the one of code and commits


def approve(
    question: str,
    answer: str | None = None,
    reason: str | None = None,
    as_of: str | None = None,
    root: Path = ROOT,
) -> int:
    """0 and the answer is recorded, or what there is to see is shown; 2 and what stands in the way has been told."""
    root = root.resolve()
    told: list[Message] = []
    status = exit_status(root, lambda: told.append(done(question, answer, reason, as_of, root)))
    for each in told:
        tell(each)
    return status


def done(wanted: str, answer: str | None, reason: str | None, as_of: str | None, root: Path) -> Message:
    """What was done, in words."""
    key, _, name = wanted.strip().partition("#")
    refuse_no_moment(day(as_of), root, settings_of(root, "pelicanconf.py", {})["TIMEZONE"])
    site, quiz, lock = read(root, key, as_of)
    file = f"{FOLDER}/{key}{ENDING}"
    entry = lock.approved.get(name) if lock else None
    question = next((each for each in quiz.questions if each.key == name), None)
    if question is None:
        if entry is None:
            keys = Listed(", ", (each.key for each in quiz.questions))
            refuse(
                Message(
                    "the quiz '{key}' has no question '{question}'; it has {keys}", key=key, question=name, keys=keys
                )
            )
        record(root / file, root, name, None)
        return Message(
            "{file}: without '{question}', which is no question of the quiz any more", file=file, question=name
        )
    if answer is None and reason is None:
        return shown(key, question, entry, site, root)
    fresh = approved(question, answer, reason, site)
    record(root / file, root, name, fresh)
    return Message(
        "{file}: the answer to '{question}' is approved as of {day}", file=file, question=name, day=fresh.day
    )


def read(root: Path, key: str, as_of: str | None) -> tuple[Site, Quiz, Lock | None]:
    """The site and the quiz with its lock, once neither the quiz nor a guide that proves it has an error."""
    problems = Problems(MENDS)
    tree = read_everything(root, problems, as_of)
    quiz = tree.site["quiz"].get(key) if tree else None
    guides = {each.cite.partition("#")[0] for each in quiz.questions} if quiz else {key}
    ours = (f"{FOLDER}/{key}.", *(f"content/guides/{each}/" for each in guides))
    wrong = [each for each in problems.errors if tree is None or each.path.startswith(ours)]
    translate = translation()
    for each in wrong:
        print(each.told(translate), file=sys.stderr)
    if wrong or tree is None:
        refuse(Message("mend this first; then the answer can be approved"))
    if quiz is None:
        known = Listed(", ", tree.site["quiz"])
        there = Message("there are {known}", known=known) if known else Message("there are none")
        hint = meant(key, tree.site["quiz"], there)
        refuse(Message("there is no quiz '{key}'; {hint}", key=key, hint=hint))
    return tree.site, quiz, tree.site["lock"].get(key)


def approved(question: Question, answer: str | None, reason: str | None, site: Site) -> Approval:
    """The entry of an answer that is right in one of the site's languages; what is right stays unsaid."""
    if answer is None:
        refuse(Message("an answer is missing; add --answer and what the second reader answered"))
    given, why = plain(answer), plain(reason or "")
    if len(re.findall(r"\w+", why)) < 2:
        message = Message(
            "a reason is missing; add --reason and say in two words or more what in the section proves the answer"
        )
        refuse(message)
    parts = tuple(part.strip() for part in given.split(","))
    if not any(question.score(parts, lang) == 1 for lang in site.languages):
        message = Message(
            "this is not what the quiz marks as right; "
            "read both again: the answer, the question or {section} has to change",
            section=question.cite,
        )
        refuse(message)
    state = state_of(question, site)
    if state is None:
        refuse(Message("{section} is missing; mend that first", section=question.cite))
    by = site.identity.publisher.root
    return Approval(
        question=state.question,
        section=dict(state.section),
        day=site.day,
        by=by.get(LANGUAGE) or next(iter(by.values())),
        answer=given,
        reason=why,
    )


def plain(text: str) -> str:
    """On one line, without what nobody sees."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


def record(path: Path, root: Path, name: str, entry: Approval | None) -> None:
    """The lock with this entry, or without it, in one move. What another call has written meanwhile is kept."""
    home = root / ".pandu"
    home.mkdir(exist_ok=True)
    with locked(home / "approve"):
        before = path.read_text("utf-8") if path.is_file() else ""
        after = with_entry(before, name, entry)
        wanted = {**read_lock(before), name: entry}
        if read_lock(after) != {key: each for key, each in wanted.items() if each}:
            file = path.relative_to(root).as_posix()
            raise Stop(Message("{file}: not as approve writes it; bring back what git has of it", file=file))
        if not after:
            path.unlink()
            return
        write_whole(path, after.encode())


def refuse(message: Message) -> NoReturn:
    """End here; nothing has been changed."""
    tell(Message("approve: {what}", what=message), sys.stderr)
    raise TreeHasProblems(Problems())
