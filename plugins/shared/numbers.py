"""Numbers as people write them, by language: 1.500.000, 1,5 juta, Rp2 miliar; 1,500,000, 1.5 million, IDR 2B.

Signs and words come from the tables of the Unicode consortium (CLDR), through Babel: a further language needs nothing.
theme/components/quiz/numeric.js reads the same way.
"""

import math
import re

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol


def habits(lang: str) -> str:
    """How the language writes numbers, as the script reads it: `., ribu:3 juta:6`. A space that groups is `_`."""
    group, decimal = get_group_symbol(lang), get_decimal_symbol(lang)
    words = " ".join(f"{word}:{power}" for word, power in powers(lang).items())
    return f"{'_' if group.isspace() else group}{decimal} {words}"


def powers(lang: str) -> dict[str, int]:
    """The words that follow a number, long and short, and how many zeros each stands for."""
    found: dict[str, int] = {}
    for length in ("long", "short"):
        for forms in Locale.parse(lang).compact_decimal_formats[length].values():
            for size, form in forms.items():
                word = re.sub(r"[0\W_]", "", form.pattern).lower()
                if word:
                    found[word] = int(math.log10(int(size)) + 0.5) - form.pattern.count("0") + 1
    return found


def number(text: str, lang: str) -> float | None:
    """The one number that is written, or nothing where there is none, or more than one."""
    signs, *_ = habits(lang).split(" ")
    found = re.fullmatch(r"([^\d-]*)(-?)(\d[\d., \u00a0\u202f]*)(\D*)", text.strip().lower())
    if not found:
        return None
    digits = plain_digits(re.sub(r"\s", "", found[3]).rstrip(".,"), *signs)
    if digits is None:
        return None
    power = sum(powers(lang).get(word, 0) for word in re.findall(r"[^\W\d_]+", found[4]))
    value = float(digits) * float(10**power)
    return -value if found[2] else value


def plain_digits(written: str, group: str, decimal: str) -> str | None:
    """Digits and at most one point. What only looks like the other language's habit is taken for it."""
    g, d = re.escape(group), re.escape(decimal)
    if re.fullmatch(rf"[1-9]\d{{0,2}}({g}\d{{3}})+({d}\d+)?", written):
        return written.replace(group, "").replace(decimal, ".")
    if re.fullmatch(rf"\d+({d}\d+)?", written):
        return written.replace(decimal, ".")
    if re.fullmatch(rf"\d+{g}\d+", written):
        return written.replace(group, ".")
    if re.fullmatch(rf"[1-9]\d{{0,2}}({d}\d{{3}}){{2,}}", written):
        return written.replace(decimal, "")
    return None
