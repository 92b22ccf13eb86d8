"""The line of content/redirects.yaml that says what is called otherwise now."""

import re

from plugins.redirect.model import REDIRECTS

PATH = f"content/{REDIRECTS}"
HEAD = (
    "# What was renamed, by its old key, and what was retired. Old addresses lead on by it, and what readers have\n"
    "# ticked and answered counts under the new key. `python3 tasks.py rename` writes here; so may you.\n"
)


def with_rename(text: str, kind: str, old: str, new: str) -> str:
    """The file's text with `old: new` under its kind, and without a line that says otherwise of `new`."""
    lines = (text or HEAD).splitlines()
    start, end = block(lines, "keys:", 0, len(lines))
    if start is None:
        return "\n".join([*lines, "keys:", f"  {kind}:", f"    {old}: {new}"]) + "\n"
    first, last = block(lines, f"  {kind}:", start + 1, end)
    if first is None:
        return "\n".join([*lines[: start + 1], f"  {kind}:", f"    {old}: {new}", *lines[start + 1 :]]) + "\n"
    own = [line for line in lines[first + 1 : last] if not re.match(rf" +[\"']?{re.escape(new)}[\"']?:\s", line)]
    return "\n".join([*lines[: first + 1], *own, f"    {old}: {new}", *lines[last:]]) + "\n"


def block(lines: list[str], head: str, start: int, end: int) -> tuple[int | None, int]:
    """The line that is `head`, and the line behind the last one that is indented below it."""
    at = next((at for at in range(start, end) if lines[at].rstrip() == head), None)
    if at is None:
        return None, end
    last = at
    for each in range(at + 1, end):
        if lines[each].strip() and indented(lines[each]) <= indented(head):
            break
        last = each if lines[each].strip() else last
    return at, last + 1


def indented(line: str) -> int:
    return len(line) - len(line.lstrip())
