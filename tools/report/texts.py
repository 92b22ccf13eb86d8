"""How the texts are: what translations lack, and when each was compared with its sources."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from plugins.shared.message import Message
from plugins.shared.review import months_after
from plugins.shared.site import Site
from plugins.shared.twins import Front, Twins
from tools.report.part import Bar, Part

SOON = 60  # days
MONTHS = 12  # ahead, that are drawn


def translations(site: Site) -> Part:
    """Every text of which a translation lacks a section, or that stands in one language only; drawn by language."""
    rows, follow, all_of = [], Counter(), Counter()
    for _, key, text in texts(site):
        whole = {each.key for each in text.documents[text.source].sections}
        for lang in site.languages:
            document = text.documents.get(lang)
            behind = [each.key for each in text.lagging(lang)] if document else []
            missing = [each for each in behind if document and document.section(each) is None]
            all_of[lang] += len(whole)
            follow[lang] += len(whole) - len(behind) if document else 0
            if behind or not document:
                rows.append(
                    {
                        "text": key,
                        "language": lang,
                        "source": text.source,
                        "behind": len(behind) - len(missing) if document else None,
                        "missing": len(missing) if document else len(whole),
                        "sections": ", ".join(behind),
                    }
                )
    bars = [
        Bar(
            lang,
            follow[lang] / all_of[lang],
            f"{follow[lang]} / {all_of[lang]}",
            "" if follow[lang] == all_of[lang] else "watch",
        )
        for lang in site.languages
        if all_of[lang]
    ]
    return Part(
        key="translations",
        title=Message("Translations"),
        about=Message("Sections that follow their source, by language; below, the texts of which some do not."),
        columns={
            "text": Message("Text"),
            "language": Message("Language"),
            "source": Message("Translated from"),
            "behind": Message("Sections behind"),
            "missing": Message("Sections missing"),
            "sections": Message("Which"),
        },
        rows=rows,
        nothing=Message("Every translation follows its source."),
        urgent=len(rows),
        bars=bars,
    )


def freshness(site: Site) -> Part:
    """Every text by the day on which its review is due, the oldest first; drawn by month."""
    rows = sorted(
        (
            {
                "file": text.documents[lang].name,
                "reviewed": front.reviewed,
                "due": (due := months_after(front.reviewed, front.review_every)),
                "days": (due - site.day).days,
            }
            for _, _, text in texts(site)
            for lang, front in text.fronts.items()
        ),
        key=lambda row: (row["due"], row["file"]),
    )
    return Part(
        key="freshness",
        title=Message("Reviews"),
        about=Message("When each text is to be compared with its sources again; the bars count them by month."),
        columns={
            "file": Message("File"),
            "reviewed": Message("Compared on"),
            "due": Message("Due on"),
            "days": Message("Days left"),
        },
        rows=rows,
        nothing=Message("There is no text."),
        urgent=sum(row["days"] < 0 for row in rows),
        bars=list(by_month([row["due"] for row in rows], site.day)),
    )


def by_month(days: list[date], today: date) -> Iterator[Bar]:
    """What is overdue, then every month of the next year with what falls due in it."""
    overdue = sum(each < today for each in days)
    counts = Counter(f"{each:%Y-%m}" for each in days if each >= today)
    most = max([overdue, *counts.values()], default=1) or 1
    if overdue:
        yield Bar(f"< {today}", overdue / most, str(overdue), "wrong")
    for ahead in range(MONTHS + 1):
        month = f"{months_after(today.replace(day=1), ahead):%Y-%m}"
        yield Bar(
            month, counts[month] / most, str(counts[month]), "watch" if ahead < SOON // 30 and counts[month] else ""
        )


def texts(site: Site) -> Iterator[tuple[str, str, Twins[Front]]]:
    """Concept, key and text of every guide, checklist and standing page."""
    for concept, things in site.things.items():
        for key, thing in things.items():
            if isinstance(thing, Twins):
                yield concept, key, thing
