"""How a question read when it was approved: the version in git that has the recorded hash."""

from plugins.quiz.lock import hash_of
from plugins.quiz.model import Quiz
from plugins.quiz.types import Question
from plugins.shared.model import read_model
from plugins.shared.source import Source
from plugins.shared.yaml import read_yaml
from tools.history import versions
from tools.publish.git import Git


def old_question(git: Git, name: str, key: str, wanted: str, languages: tuple[str, ...]) -> Question | None:
    for text in versions(git, name):
        tree, _ = read_yaml(Source(name, text))
        quiz = read_model(tree, Quiz, languages)[0] if tree else None
        for each in quiz.questions if quiz else ():
            if each.key == key and hash_of(each) == wanted:
                return each
    return None
