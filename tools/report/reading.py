"""How easily the texts are read."""

from plugins.shared.message import Listed, Message
from plugins.shared.site import Site
from tools.reading import LONG, MOST_WORDS, TOO_LONG, eases, sentences
from tools.report.part import Bar, Part

BEGINNING = 8  # words of a long sentence that are told


def reading(site: Site) -> Part:
    """A row a text and language, the longest sentences first; drawn are those."""
    measured = sorted(eases(site), key=lambda each: (-each.words, each.file))
    rows = [
        {
            "text": each.file,
            "words": round(each.words, 1),
            "long": round(100 * each.long),
            "syllables": None if each.syllables is None else round(each.syllables, 2),
            "grade": None if each.grade is None else round(each.grade, 1),
            "beyond": Listed("; ", each.beyond()) or None,
        }
        for each in measured
    ]
    return Part(
        key="reading",
        title=Message("How easily the texts are read"),
        about=Message("The length of sentences and words; English has a grade of school, by Flesch and Kincaid."),
        columns={
            "text": Message("Text"),
            "words": Message("Words a sentence"),
            "long": Message("Percent over {long} words", long=LONG),
            "syllables": Message("Syllables a word"),
            "grade": Message("Grade"),
            "beyond": Message("Hard to read"),
        },
        rows=rows,
        nothing=Message("There is no text."),
        urgent=sum(bool(row["beyond"]) for row in rows),
        bars=[
            Bar(each.file, min(each.words / MOST_WORDS, 1), f"{each.words:.1f}", "watch" if any(each.beyond()) else "")
            for each in measured[:10]
        ],
    )


def long_sentences(site: Site) -> Part:
    """Each that has more words than anybody reads at once, the longest first."""
    found = [
        {"place": f"{each.document.name}:{line}", "words": len(words), "sentence": " ".join(words[:BEGINNING]) + " …"}
        for each in site.editions.values()
        for line, words in sentences(each.document)
        if len(words) > TOO_LONG
    ]
    return Part(
        key="sentences",
        title=Message("Long sentences"),
        about=Message(
            "Over {most} words, the longest first. Some only spell out an abbreviation; cut the others in two.",
            most=TOO_LONG,
        ),
        columns={"place": Message("Place"), "words": Message("Words"), "sentence": Message("How it begins")},
        rows=sorted(found, key=lambda row: (-row["words"], row["place"])),
        nothing=Message("No sentence is that long."),
    )
