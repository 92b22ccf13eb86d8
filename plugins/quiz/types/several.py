"""What the types with several right things to pick share."""

from plugins.quiz.types.asked import Answer


def share(answer: Answer, right: Answer) -> float:
    """The part of what is right that was picked, less what was picked wrongly: picking everything is worth nothing."""
    given, wanted = set(answer), set(right)
    return max(0, len(given & wanted) - len(given - wanted)) / len(wanted)
