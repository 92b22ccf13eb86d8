"""The one generator: asks the concepts, tells every problem, renders all pages, writes them last."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from pelican.generators import Generator

from plugins.hub import app, feed, sitemap
from plugins.hub.assets import Assets
from plugins.hub.colours import colours
from plugins.hub.day import the_day
from plugins.hub.frame import Frame, Theme
from plugins.hub.history import changed
from plugins.hub.preview import Previews
from plugins.hub.prose import Terms
from plugins.hub.reader import TextContent
from plugins.hub.tree import Tree, read_tree
from plugins.hub.weight import WHOLE, together
from plugins.shared.codes import UNFINISHED
from plugins.shared.concept import offered
from plugins.shared.document import Document
from plugins.shared.problem import Problems
from plugins.shared.reading import Reading
from plugins.shared.site import Site
from plugins.shared.telling import translation


class HubGenerator(Generator):
    """Reads, resolves and renders everything before the first byte is written.

    Settings of ours: LANGUAGES, AS_OF (the day, ISO), WRITES (False only reads, resolves and renders), WORKSHOP (with
    pages for who makes the site), TELL (takes the problems; without it they are printed).
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.problems = Problems(UNFINISHED if self.settings["WORKSHOP"] else frozenset())
        self.tree: Tree | None = None
        self.concepts = offered(self)

    def generate_context(self) -> None:
        root = Path(self.path).parent
        writing = self.settings["WORKSHOP"] or not self.settings["WRITES"]  # nothing of it is published
        reading = Reading(
            root=root,
            languages=tuple(self.settings["LANGUAGES"]),
            day=the_day(self.settings["AS_OF"], root, self.settings["TIMEZONE"], writing=writing),
            problems=self.problems,
            document=self.read_text,
            theme=Path(self.theme).resolve(),
            workshop=self.settings["WORKSHOP"],
            changed=changed(root, self.settings["TIMEZONE"]) if self.settings["WRITES"] else {},
        )
        self.tree = read_tree(self.concepts, reading, reading.theme / "locale")
        self.stop_if_any()

    def read_text(self, path: Path) -> Document | None:
        """The document, read through Pelican, so that its readers, signals and static files know of it."""
        text = self.readers.read_file(
            base_path=self.path, path=str(path), content_class=TextContent, context=self.context
        )
        self.add_source_path(text)
        self.problems.extend(text.problems)
        return text.document

    def generate_output(self, writer: object) -> None:
        files = self.files()
        self.stop_if_any()
        if self.settings["WRITES"]:
            for name, data in files.items():
                path = Path(self.output_path, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)

    def files(self) -> dict[str, bytes]:
        """Every file of the site by its path: pages, feeds, sitemap, and what the theme and the concepts bring."""
        assert self.tree is not None
        site = self.tree.site
        self.say_words(site)
        theme = self.prepare_theme(self.tree)
        files = {page.file: Frame(page, self.tree, theme).render().encode() for page in self.tree.pages}
        files |= dict(weighed_together(self.tree, theme, files))
        files |= dict(theme.assets.files())
        for concept in self.concepts:
            files |= concept.files(site, theme.absolute)
        files |= dict(indexes(self.tree, theme))
        for concept in self.concepts:
            files |= concept.last_files(site, self.tree.pages, files, theme.absolute)
        return files

    def prepare_theme(self, tree: Tree) -> Theme:
        """What all pages share; a phrase that two concepts explain is the later one's."""
        site, folder = tree.site, Path(self.theme)
        style = "".join(concept.style(site) for concept in self.concepts)
        assets = Assets(folder, style, published=not self.settings["WORKSHOP"])
        terms = {}
        for lang in site.languages:
            found = [concept.terms(site, lang) for concept in self.concepts]
            terms[lang] = Terms({phrase: goal for each in found for phrase, goal in each.items()})
        return Theme(
            folder=folder,
            environment=self.env,
            assets=assets,
            address=self.settings["SITEURL"] or site.identity.address,
            terms=terms,
            concepts=self.concepts,
            colours=colours(folder),
            previews=Previews(tree, folder),
        )

    def say_words(self, site: Site) -> None:
        """Let `_` and its sisters speak the language of the page that is being rendered."""
        words = site.words
        self.env.install_gettext_callables(
            pass_context(lambda context, message: words[context["lang"]].gettext(message)),
            pass_context(lambda context, one, many, count: words[context["lang"]].ngettext(one, many, count)),
            newstyle=True,
            pgettext=pass_context(lambda context, about, message: words[context["lang"]].pgettext(about, message)),
        )

    def stop_if_any(self) -> None:
        """Tell every problem in one line each; where one is an error, nothing is written."""
        self.settings.get("TELL", told)(self.problems)
        self.problems.stop_if_any()


def told(problems: Problems) -> None:
    problems.tell(sys.stderr, translation())


def weighed_together(tree: Tree, theme: Theme, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The pages that tell what others weigh, once these are there."""
    for page in tree.pages:
        others = [tree.pages.find(kind, key, page.lang) for kind, key in page.weighs]
        if others:
            weight = together([files[each.file] for each in others if each], theme.assets.weight)
            said = tree.site.words[page.lang].number(round(weight / 1000))
            yield page.file, files[page.file].replace(WHOLE.encode(), said.encode())


def indexes(tree: Tree, theme: Theme) -> Iterator[tuple[str, bytes]]:
    """What machines read: feeds, manifests, the sitemap, robots.txt."""
    yield from feed.feeds(tree.pages, tree.site.languages, tree.site.identity, theme.absolute)
    for lang in tree.site.languages:
        yield app.address(lang), app.manifest(lang, tree.site, theme.colours, theme.folder, theme.absolute)
    yield "sitemap.xml", sitemap.sitemap(tree.pages, theme.absolute)
    yield "robots.txt", sitemap.robots(theme.absolute)
