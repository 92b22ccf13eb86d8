"""Who deals with whom: groups with their members, and what each owes or does to another."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.diagram.model import Diagram, Part
from plugins.shared.message import Message
from plugins.shared.model import Key, Model, Several, Text, repeated
from plugins.shared.problem import Problem, instead

MOST = 4  # more columns would not fit beside each other


class Member(Part):
    name: Text
    text: Text | None = None


class Group(Model):
    key: Key
    name: Text
    members: Several[Member] = ()


class Relation(Part):
    """What one group does to another: the marketplace (`who`) to the seller (`whom`)."""

    who: Key
    whom: Key
    says: Text


class Roles(Diagram):
    icon: ClassVar[str] = "network"

    type: Literal["roles"]
    groups: Several[Group]
    relations: Several[Relation]

    def group(self, key: str) -> Group:
        return next(each for each in self.groups if each.key == key)

    def place(self, key: str) -> int:
        """Which column a group is, from 1."""
        return [each.key for each in self.groups].index(key) + 1


def has_groups(diagram: Roles) -> Iterator[Problem]:
    if not 2 <= len(diagram.groups) <= MOST:
        message = Message("{count} groups can't be drawn; write 2 to {most}", count=len(diagram.groups), most=MOST)
        yield diagram.problem(("groups",), "E180", message)
    if not diagram.relations:
        yield diagram.problem(("relations",), "E180", Message("nobody deals with anybody here; add a relation"))


def relations_join_groups(diagram: Roles) -> Iterator[Problem]:
    keys = [group.key for group in diagram.groups]
    for at, key in repeated(keys):
        message = Message("the group '{key}' stands twice; change one", key=key)
        yield diagram.problem(("groups", at, "key"), "E181", message)
    for at, relation in enumerate(diagram.relations):
        for end in ("who", "whom"):
            key = getattr(relation, end)
            if key not in keys:
                hint = instead(key, keys)
                message = Message("there is no group '{key}'; {hint}", key=key, hint=hint)
                yield diagram.problem(("relations", at, end), "E181", message)
        if relation.who == relation.whom:
            message = Message("'{who}' deals with itself here; name another group", who=relation.who)
            yield diagram.problem(("relations", at, "whom"), "E181", message)


RULES = (has_groups, relations_join_groups)
