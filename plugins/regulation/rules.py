"""What can be wrong with a regulation beside the rest of the register, and on the day of the build."""

from collections.abc import Iterator

from plugins.regulation.model import DUE
from plugins.shared.message import Message
from plugins.shared.problem import Problem
from plugins.shared.site import Site


def related_exist(site: Site) -> Iterator[Problem]:
    register = site["regulation"]
    shorts: dict[str, str] = {}
    for key, regulation in register.items():
        for relation in ("amends", "replaces", "implements"):
            for at, other in enumerate(getattr(regulation, relation)):
                if other != key and other not in register and site.expects("regulation", other):
                    continue
                if other == key or other not in register:
                    message = Message("'{law}' is not in the register; correct it or add it", law=other)
                    if other == key:
                        message = Message("a regulation can't name itself here; name the older one")
                    yield regulation.problem((relation, at), "E160", message)
                elif key in (*register[other].amends, *register[other].replaces) and relation != "implements":
                    message = Message("'{law}' says that it changes this one; the newer of the two says so", law=other)
                    yield regulation.problem((relation, at), "E160", message)
        if regulation.short in shorts:
            message = Message(
                "'{short}' is the short name of {law} too; change one",
                short=regulation.short,
                law=shorts[regulation.short],
            )
            yield regulation.problem(("short",), "E161", message)
        shorts[regulation.short] = key


def status_agrees(site: Site) -> Iterator[Problem]:
    """What cites a law trusts its status: what is replaced is not simply in force, and what is to come is not yet."""
    replaced = {old: key for key, each in site["regulation"].items() for old in each.replaces}
    for key, regulation in site["regulation"].items():
        if key in replaced and regulation.status == "in_force":
            message = Message(
                "'{law}' replaces this one; set 'status: revoked', or correct that file", law=replaced[key]
            )
            yield regulation.problem(("status",), "E164", message)
        begins = regulation.in_force_from
        if begins and begins > site.day and regulation.status in ("in_force", "amended"):
            message = Message(
                "it begins on {begins}, after {day}; set 'status: not_yet_in_force'", begins=begins, day=site.day
            )
            yield regulation.problem(("status",), "E164", message)


def awaited_are_confirmed(site: Site) -> Iterator[Problem]:
    """From the day on which a law was to begin, pages say that nobody has confirmed it; an editor should."""
    for regulation in site["regulation"].values():
        if regulation.state(site.day) == DUE:
            message = Message(
                "it was to begin on {day}; see in the official text whether it did, then set 'status', or the new day",
                day=regulation.in_force_from,
            )
            yield regulation.problem(("in_force_from",), "W221", message)


def changes_have_happened(site: Site) -> Iterator[Problem]:
    for regulation in site["regulation"].values():
        for at, change in enumerate(regulation.history):
            if change.day > site.day:
                message = Message("this day is after {day}; the history tells what has happened", day=site.day)
                yield regulation.problem(("history", at, "day"), "E134", message)
