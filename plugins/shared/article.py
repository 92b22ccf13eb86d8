"""Articles as they are cited: `2(2)`, `1(5)-(6)`, `9-11`, `16A`, `53, 55`. What one names, another may contain."""

import re

ONE = re.compile(r"([0-9]{1,4}|[IVX]+)([A-Z]?)(?:\(([0-9]{1,4})([a-z]?)\))?$")
SPAN = 60  # more articles in one citation than that is a slip of the pen

Spot = tuple[str, str]  # article and paragraph; an empty paragraph is the whole article


def spots(article: str) -> frozenset[Spot] | None:
    """All that the expression names, or nothing where it is not of this form."""
    found: set[Spot] = set()
    for part in article.split(","):
        begin, dash, end = part.strip().partition("-")
        first = ONE.match(begin)
        if not first:
            return None
        if not dash:
            found.add((first[1] + first[2], (first[3] or "") + (first[4] or "")))
            continue
        span = _span(first, end.strip())
        if not span:
            return None
        found |= span
    return frozenset(found)


def _span(first: re.Match[str], end: str) -> set[Spot] | None:
    """`1(5)-(6)` spans paragraphs, `9-11` articles, `16A-16B` letters; nothing where it runs backwards or too far."""
    paragraph = re.fullmatch(r"\(([0-9]{1,4})([a-z]?)\)", end)
    if paragraph and first[3]:
        if paragraph[1] == first[3]:
            letters = range(ord(first[4] or "a"), ord(paragraph[2] or "a") + 1)
            return {(first[1] + first[2], first[3] + chr(each)) for each in letters}
        if first[4] or paragraph[2]:
            return None
        return {(first[1] + first[2], str(each)) for each in _numbers(first[3], paragraph[1])}
    last = ONE.match(end)
    if not last or first[3] or last[3] or not first[1].isdigit() or not last[1].isdigit():
        return None
    if first[2] and last[2] and first[1] == last[1]:
        return {(first[1] + chr(each), "") for each in range(ord(first[2]), ord(last[2]) + 1)}
    return None if first[2] or last[2] else {(str(each), "") for each in _numbers(first[1], last[1])}


def _numbers(first: str, last: str) -> range:
    found = range(int(first), int(last) + 1)
    return found if len(found) <= SPAN else range(0)


def names(named: frozenset[Spot], cited: frozenset[Spot]) -> bool:
    """True where each cited spot is among the named ones, lies in a named article, or is an article partly named."""
    articles = {article for article, _ in named}
    return all(spot in named or (spot[0], "") in named or (not spot[1] and spot[0] in articles) for spot in cited)


def order(article: str) -> list[tuple[int, str]]:
    """A key that sorts articles as a law does: 2, 2(5), 9-11, 16A, 100; Roman numerals last."""
    parts = re.findall(r"(\d+)|([A-Za-z]+)", article)
    return [(int(number) if number else 10**6, letters) for number, letters in parts]
