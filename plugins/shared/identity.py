"""The site's own identity: name, address, licence, doors of the home page. Nothing else in the engine knows any."""

from typing import Annotated

from pydantic import BeforeValidator

from plugins.shared.message import Message
from plugins.shared.model import GuideKey, Key, Line, Model, Several, Text, Web, matching

Archive = Annotated[
    Web, BeforeValidator(matching(r"\S+\.zip", Message("'{value}' is no zip; end the address with .zip")))
]


class Door(Model):
    """One of the ways in on the home page."""

    title: Text
    text: Text
    guide: GuideKey


class Licence(Model):
    name: Line
    url: Web


class Identity(Model):
    """`content/site.yaml`"""

    name: Text
    tagline: Text
    description: Text
    address: Web
    repository: Web
    edit: Web | None = None  # what stands before a file's name where the repository's host lets one edit it
    archive: Archive | None = None  # where a host shows the zip that the task makes
    contact: Line
    publisher: Text
    licence: Licence
    doors: Several[Door]
    audiences: dict[str, Text]
    about: Key
