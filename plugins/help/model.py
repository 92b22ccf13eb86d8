"""What the directory of help is: needs, who helps with each, how to reach them, and how to recognise fraud."""

from collections.abc import Iterator, Mapping

from plugins.shared.figure import Figure
from plugins.shared.message import Message
from plugins.shared.model import Key, Line, Model, Several, Text, Web, repeated
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Goal
from plugins.shared.yaml import Loc

FILE = "help.yaml"
PAGE = Goal("help", "help")
WAYS = ("web", "phone", "mail")


class Stated(Model):
    """What rests on facts, named by their codes."""

    facts: Several[Line]


class Contact(Stated):
    """One way to reach somebody; `called` is what it is called itself: BICARA, SIHALAL."""

    web: Web | None = None
    phone: Line | None = None
    mail: Line | None = None
    called: Line | None = None

    def figures(self) -> Iterator[Figure]:
        """What has to stand in its facts: nobody is sent to an address that somebody remembers."""
        for way in (*WAYS, "called"):
            if value := getattr(self, way):
                yield Figure((way,), Message("'{value}'", value=value), (value.removeprefix("https://"),))


class Helper(Stated):
    key: Key
    need: Key
    name: Text
    helps: Text
    audience: Several[str]
    reach: Several[Contact] = ()


class Need(Model):
    key: Key
    title: Text


class Warning(Stated):
    text: Text


class Help(Model):
    """`content/help.yaml`"""

    needs: Several[Need]
    helpers: Several[Helper]
    beware: Several[Warning]

    @property
    def anchors(self) -> list[str]:
        """What its page is linked by."""
        return [each.key for each in (*self.needs, *self.helpers)]

    def stated(self) -> Iterator[tuple[Loc, Stated]]:
        """All that rests on facts, and where it stands."""
        for at, helper in enumerate(self.helpers):
            yield ("helpers", at), helper
            for number, contact in enumerate(helper.reach):
                yield ("helpers", at, "reach", number), contact
        for at, each in enumerate(self.beware):
            yield ("beware", at), each


def keys_differ(found: Help) -> Iterator[Problem]:
    for at, key in repeated(found.anchors):
        loc = ("needs", at) if at < len(found.needs) else ("helpers", at - len(found.needs))
        yield found.problem((*loc, "key"), "E161", Message("the key '{key}' stands twice; change one", key=key))


def contacts_have_one_way(found: Help) -> Iterator[Problem]:
    for loc, each in found.stated():
        if isinstance(each, Contact) and sum(bool(getattr(each, way)) for way in WAYS) != 1:
            yield found.problem(loc, "E212", Message("a contact is one of 'web', 'phone' or 'mail'; write one"))


def read(reading: Reading) -> Mapping[str, Help]:
    found = reading.file(reading.content / FILE, Help, (keys_differ, contacts_have_one_way))
    return {"help": found} if found else {}
