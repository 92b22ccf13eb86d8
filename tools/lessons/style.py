"""The styles that a lesson needs of those of its pages: a third of them are for what a lesson does not have."""

import re

RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
EMPTY = re.compile(r"@(?:media|layer|supports)[^{};]*\{\}")
CLASS = re.compile(r"\.([a-z][\w-]*)")
ANY_OF = re.compile(r":(?:is|not|where|has)\(")  # what stands in them need not be there


def needed(style: str, used: str) -> str:
    """The style without the rules of classes that `used`, the texts and the script, does not name."""
    words = frozenset(re.findall(r"[\w-]+", used))

    def applies(selector: str) -> bool:
        return bool(ANY_OF.search(selector)) or words.issuperset(CLASS.findall(selector))

    def kept(rule: re.Match[str]) -> str:
        if rule[1].lstrip().startswith("@") or ANY_OF.search(rule[1]):
            return rule[0]
        selectors = [each for each in rule[1].split(",") if applies(each)]
        return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""

    style = RULE.sub(kept, style)
    while style != (smaller := EMPTY.sub("", style)):
        style = smaller
    return style
