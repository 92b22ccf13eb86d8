"""The site's own identity: name, address, licence, doors of the home page. Nothing else in the engine knows any."""

from plugins.shared.model import GuideKey, Key, Line, Model, Several, Text, Web


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
    contact: Line
    publisher: Text
    licence: Licence
    doors: Several[Door]
    audiences: dict[str, Text]
    about: Key
