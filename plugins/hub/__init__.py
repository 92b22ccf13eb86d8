"""The hub: joins Pelican and the concepts. It knows Pelican, and no concept by name."""

from pelican.plugins import signals
from pelican.readers import Readers

from plugins.hub.generator import HubGenerator
from plugins.hub.reader import TextReader


def add_reader(readers: Readers) -> None:
    """Ours takes the place of Pelican's for `.md`."""
    readers.reader_classes["md"] = TextReader


def get_generators(_: object) -> type[HubGenerator]:
    return HubGenerator


def register() -> None:
    signals.readers_init.connect(add_reader)
    signals.get_generators.connect(get_generators)
