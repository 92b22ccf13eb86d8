"""Dates of the law that differ from what register or rates say, as an editor has explained it."""

from plugins.date.rules import known_days
from plugins.shared.message import Message
from plugins.shared.site import Site
from tools.report.part import Part


def dates(site: Site) -> Part:
    """Each that says so, in the order of its day; something is to be done where nothing differs any more."""
    said = sorted((each for each in site["date"].values() if each.differs), key=lambda each: (each.day, each.key))
    known = {each.key: known_days(each.regulation, site) for each in said}
    return Part(
        key="dates",
        title=Message("Dates that differ"),
        about=Message("The register or the rates have other days of the same law, and an editor has said why."),
        columns={
            "date": Message("Date"),
            "day": Message("Falls on"),
            "regulation": Message("Regulation"),
            "others": Message("Days of register and rates"),
            "why": Message("Why"),
        },
        rows=[
            {
                "date": each.key,
                "day": each.day,
                "regulation": site["regulation"][each.regulation].short,
                "others": ", ".join(day.isoformat() for day in known[each.key]) or None,
                "why": each.differs,
            }
            for each in said
        ],
        nothing=Message("No date differs from the register and the rates."),
        urgent=sum(each.day in known[each.key] or not known[each.key] for each in said),
    )
