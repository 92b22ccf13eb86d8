"""What can be counted of the questions."""

from collections import Counter

from plugins.quiz.quality import guessable
from plugins.shared.message import Message
from plugins.shared.site import Site
from tools.report.part import Bar, Part

CASES = ("scenario", "document")  # types that apply a rule to a case


def questions(site: Site) -> Part:
    """A row a quiz; drawn by type."""
    rows, types = [], Counter()
    for key, quiz in site["quiz"].items():
        guide, lock = site["guide"].get(key), site["lock"].get(key)
        here = Counter(each.type for each in quiz.questions)
        types += here
        singles = guessable(quiz)
        proven = {each.cite for each in quiz.questions}
        sections = [each.key for each in guide.documents[guide.source].headings] if guide else []
        rows.append(
            {
                "quiz": key,
                "questions": len(quiz.questions),
                "types": len(here),
                "cases": sum(here[each] for each in CASES),
                "hints": sum(bool(each.hints) for each in quiz.questions),
                "right_first": sum(each.choices[0].key == each.right[0] for each in singles),
                "single": len(singles),
                "sections": sum(f"{key}#{each}" in proven for each in sections),
                "of_sections": len(sections),
                "approved": len(lock.approved) if lock else 0,
                "oldest_approval": min((each.day for each in lock.approved.values()), default=None) if lock else None,
            }
        )
    most = max(types.values(), default=1)
    return Part(
        key="questions",
        title=Message("Questions"),
        about=Message("What can be counted of each quiz; the bars count the questions of all quizzes by type."),
        columns={
            "quiz": Message("Quiz"),
            "questions": Message("Questions"),
            "types": Message("Types"),
            "cases": Message("With a case"),
            "hints": Message("With a hint"),
            "right_first": Message("First choice right"),
            "single": Message("of questions with one right choice"),
            "sections": Message("Sections asked about"),
            "of_sections": Message("of sections"),
            "approved": Message("Answers approved"),
            "oldest_approval": Message("Oldest approval"),
        },
        rows=rows,
        nothing=Message("There is no quiz."),
        urgent=sum(row["approved"] < row["questions"] for row in rows),
        bars=[Bar(name, count / most, str(count)) for name, count in types.most_common()],
    )
