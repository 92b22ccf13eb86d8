"""Topics: what the guides are sorted by; each has its colour and icon, from `content/topics.yaml`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import BeforeValidator

from plugins.shared.concept import Concept, concepts
from plugins.shared.message import Message
from plugins.shared.model import GuideKey, Key, Model, Several, Slugs, Text, matching, repeated
from plugins.shared.problem import Problem, instead
from plugins.shared.reading import Reading
from plugins.shared.site import Page, Preview, Site

NO_COLOUR = Message("'{value}' is no colour; write it as #2b4a8b")
Shade = Annotated[str, BeforeValidator(matching(r"#[0-9a-f]{6}", NO_COLOUR))]


class Colour(Model):
    """A colour that is readable on the page's ground, in light and in dark."""

    light: Shade
    dark: Shade


class Topic(Model):
    key: Key
    title: Text
    summary: Text
    slug: Slugs
    colour: Colour
    icon: Key
    guides: Several[GuideKey] = ()

    def ordered(self, keys: Iterable[str]) -> list[str]:
        """The topic's own of these keys of guides, as they are read: those that it names, then the others."""
        own = [key for key in keys if key.startswith(f"{self.key}/")]
        places = {key: at for at, key in enumerate(self.guides)}
        return sorted(own, key=lambda key: places.get(key, len(places)))


class Topics(Model):
    """`content/topics.yaml`"""

    topics: Several[Topic]


def keys_differ(topics: Topics) -> Iterator[Problem]:
    for at, key in repeated(topic.key for topic in topics.topics):
        message = Message("the topic '{key}' stands twice; keep one", key=key)
        yield topics.problem(("topics", at, "key"), "E161", message)


def read(reading: Reading) -> Mapping[str, Topic]:
    icons = sorted(path.stem for path in (reading.theme / "static" / "icons").glob("*.svg"))

    def icons_exist(topics: Topics) -> Iterator[Problem]:
        for at, topic in enumerate(topics.topics):
            if topic.icon not in icons:
                hint = instead(topic.icon, icons, Message("add it to the theme"))
                message = Message("there is no icon '{icon}'; {hint}", icon=topic.icon, hint=hint)
                yield topics.problem(("topics", at, "icon"), "E163", message)

    found = reading.file(reading.content / "topics.yaml", Topics, (keys_differ, icons_exist))
    if found is None:
        return {}
    return {topic.key: topic.part_of(found, ("topics", at)) for at, topic in enumerate(found.topics)}


def guides_exist(site: Site) -> Iterator[Problem]:
    for topic in site["topic"].values():
        for at, key in enumerate(topic.guides):
            if not site.expects("guide", key):
                message = Message("there is no guide '{key}'; {instead}", key=key, instead=instead(key, site["guide"]))
                yield topic.problem(("guides", at), "E215", message)
        for at, key in repeated(topic.guides):
            message = Message("the guide '{key}' stands twice; keep one", key=key)
            yield topic.problem(("guides", at), "E215", message)


def pages(site: Site) -> Iterator[Page]:
    for key, topic in site["topic"].items():
        for lang in site.languages:
            yield Page(
                kind="topic",
                key=key,
                lang=lang,
                address=f"{lang}/{topic.slug[lang]}/",
                written=(topic, ("slug", lang)),
                origin=topic,
                sought=True,
                title=topic.title[lang],
                summary=topic.summary[lang],
                shows={"topic": topic, "guides": topic.ordered(site["guide"])},
                topic=key,
                alphabetical=True,
                preview=Preview(topic.icon, colour=topic.colour.light),
            )


def style(site: Site) -> str:
    """The colours of the topics, as the theme's tokens expect them."""
    return "".join(
        f'[data-topic="{key}"]{{--topic:light-dark({topic.colour.light},{topic.colour.dark})}}\n'
        for key, topic in site["topic"].items()
    )


def topic(_: object) -> Concept:
    return Concept(name="topic", places=("topics.yaml",), read=read, rules=(guides_exist,), pages=pages, style=style)


def register() -> None:
    concepts.connect(topic)
