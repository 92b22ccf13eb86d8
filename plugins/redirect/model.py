"""What has moved: things that were renamed or retired, and every address that was ever published."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from plugins.shared.message import Message
from plugins.shared.model import KEY, GuideKey, Key, Model, Text, matching, refusal
from plugins.shared.reading import Reading

REDIRECTS, ADDRESSES = "redirects.yaml", "addresses.yaml"

Owner = Annotated[
    str,
    BeforeValidator(
        matching(f"{KEY}(/{KEY})+", Message("'{value}' is no page; write its kind and its key, as in guide/pse/nib"))
    ),
]
Address = Annotated[
    str,
    BeforeValidator(
        matching(
            r"[a-z-]+/(([a-z0-9-]+/)*|([a-z0-9-]+/)*[a-z0-9-]+\.(html|ics|xml))",
            Message("'{value}' is no address of the site; write it from the language on, as in id/pse/nib/"),
        )
    ),
]


class Keys(Model):
    """By kind, the old key of what was renamed, and the new one."""

    guide: dict[GuideKey, GuideKey] = Field(default={})
    checklist: dict[Key, Key] = Field(default={})
    course: dict[Key, Key] = Field(default={})
    exam: dict[Key, Key] = Field(default={})
    diagram: dict[Key, Key] = Field(default={})
    page: dict[Key, Key] = Field(default={})
    regulation: dict[Key, Key] = Field(default={})
    tool: dict[Key, Key] = Field(default={})
    assessment: dict[Key, Key] = Field(default={})
    topic: dict[Key, Key] = Field(default={})

    def of(self, kind: str) -> Mapping[str, str]:
        return getattr(self, kind) if kind in type(self).model_fields else {}


class Retired(Model):
    """Where the readers of what is gone are led, or why there is nothing."""

    to: Owner | None = None
    because: Text | None = None

    @model_validator(mode="after")
    def says_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise refusal(Message("say either in 'to' where readers are led, or in 'because' why there is nothing"))
        return self


class Redirects(Model):
    """`content/redirects.yaml`"""

    keys: Keys = Field(default=Keys())
    retired: dict[Owner, Retired] = Field(default={})


class Addresses(Model):
    """`content/addresses.yaml`: each address with the kind and the key of what stands there, or stood there last."""

    addresses: dict[Address, Owner]


def read(reading: Reading) -> Mapping[str, Redirects]:
    found = reading.file(reading.content / REDIRECTS, Redirects)
    return {"redirects": found} if found else {}


def read_addresses(reading: Reading) -> Mapping[str, Addresses]:
    found = reading.file(reading.content / ADDRESSES, Addresses)
    return {"addresses": found} if found else {}
