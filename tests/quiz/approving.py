"""Approves every answer of a site as it stands, for tests of something else: a changed section is no mistake there."""

from pathlib import Path

from plugins.quiz.lock import ENDING, FOLDER, Approval, state_of, with_entry
from plugins.shared.site import Site


def approve_everything(root: Path, site: Site) -> None:
    for key, quiz in site["quiz"].items():
        text = ""
        for question in quiz.questions:
            if state := state_of(question, site):
                entry = Approval(
                    question=state.question,
                    section=dict(state.section),
                    day=site.day,
                    by="The tests",
                    answer="as it stands",
                    reason="something else is tested",
                )
                text = with_entry(text, question.key, entry)
        (root / FOLDER / f"{key}{ENDING}").write_text(text, "utf-8")
