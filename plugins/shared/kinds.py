"""What an editor calls the things of a site, of which plugins know the names."""

from plugins.shared.message import Message

KINDS = {
    "assessment": Message("self-assessment"),
    "checklist": Message("checklist"),
    "course": Message("course"),
    "date": Message("date"),
    "diagram": Message("diagram"),
    "exam": Message("exam"),
    "glossary": Message("glossary"),
    "guide": Message("guide"),
    "help": Message("directory of help"),
    "page": Message("page"),
    "quiz": Message("quiz"),
    "regulation": Message("regulation"),
    "rate": Message("rate"),
    "term": Message("term"),
    "tool": Message("tool"),
    "topic": Message("topic"),
    "worksheet": Message("worksheet"),
}


def called(kind: str) -> Message | str:
    """The word for a kind of things; where there is none, its name."""
    return KINDS.get(kind, kind)
