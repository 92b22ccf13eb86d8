"""How a question and a section read when they were approved: the version in git that has the recorded hash."""

from collections.abc import Iterator

from plugins.quiz.lock import hash_of
from plugins.quiz.model import Quiz
from plugins.quiz.types import Question
from plugins.shared.document import document
from plugins.shared.model import read_model
from plugins.shared.problem import Problems
from plugins.shared.source import Source
from plugins.shared.yaml import read_yaml
from tools.ending import Stop
from tools.publish.git import Git

BACK = 50  # versions of a file that are looked at


def old_question(git: Git, name: str, key: str, wanted: str, languages: tuple[str, ...]) -> Question | None:
    for text in versions(git, name):
        tree, _ = read_yaml(Source(name, text))
        quiz = read_model(tree, Quiz, languages)[0] if tree else None
        for each in quiz.questions if quiz else ():
            if each.key == key and hash_of(each) == wanted:
                return each
    return None


def old_section(git: Git, name: str, key: str, wanted: str) -> str | None:
    for text in versions(git, name):
        found = document(Source(name, text), Problems())
        section = found.section(key) if found else None
        if section and section.hash == wanted:
            return section.text
    return None


def versions(git: Git, name: str) -> Iterator[str]:
    """What the file was at each commit that touched it, the newest first; nothing where there is no git."""
    try:
        log = git.ask("log", "--format=%H", f"--max-count={BACK}", "--", name)
    except Stop:
        return
    for commit in log.out.split():
        shown = git.ask("show", f"{commit}:./{name}")
        if not shown.status:
            yield shown.out
