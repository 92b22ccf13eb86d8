"""What every built page and the built site keep to. A check is a file; `run.py` lists them all.

A step of the build: what a check finds is told at the words that cause it, all at once, and the last good site stays.
"""

import sys

from plugins.shared.problem import Problems
from plugins.shared.telling import translation
from tools.made import Made


def check(made: Made) -> None:
    """Tell what is wrong with the site, a line each, and end the build if anything is."""
    if made.tree is None:
        return
    from tools.checks.run import problems_of  # not above: what goes wrong in our modules is told from the build

    problems = Problems()
    problems.extend(problems_of(made))
    problems.tell(sys.stderr, translation())
    problems.stop_if_any()
