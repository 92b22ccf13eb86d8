"""What stands around the texts of a lesson: the page with its style and its script, allowed by their hashes alone."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.hub.assets import XMLNS, minified_script, minified_style, scripts_of
from plugins.shared.lessons import LESSONS
from plugins.shared.site import Page
from tools.checks.address import target
from tools.checks.privacy import hashed
from tools.lessons.part import Part
from tools.lessons.source import Source
from tools.lessons.style import needed

POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"
)
OWN = re.compile(r"<style>(.*?)</style>", re.DOTALL)
LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
# scripts that work on what a lesson leaves out
KEPT = frozenset({"lesson", "share", "results", "download", "course", "picture"})


class Shell:
    """The frame of all lessons of a site."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._folder = source.theme / LESSONS
        templates = Environment(
            loader=FileSystemLoader(self._folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._template, self._forms = templates.get_template("lesson.j2"), templates.get_template("forms.j2").module
        self.script = cache(self._script)

    def frame(self, page: Page, html: Markup) -> str:
        """What stands within a text of a page of another kind: its form, and what that needs to be told."""
        return str(getattr(self._forms, page.kind)(page.title, html, self._source.site.words[page.lang]))

    def lesson(self, parts: list[Part]) -> bytes:
        """The file."""
        pages = [piece.page for part in parts for piece in part.pieces.values()]
        script = self.script(frozenset().union(*(page.uses for page in pages)) - KEPT)
        site = self._source.site
        elsewhere = {file: piece for part in parts for file, piece in part.pieces.items()}
        view = [
            {
                "lang": part.lang,
                "language": site.words[part.lang].gettext("Language"),
                "words": site.words[part.lang],
                "title": part.main.title,
                "summary": part.main.summary,
                "day": site.words[part.lang].day(site.day),
                "address": self._source.absolute(part.main.address),
                "html": part.html(elsewhere),
            }
            for part in parts
        ]
        texts = {"parts": view, "topic": parts[0].main.topic, "identity": site.identity, "brand": self._brand}
        bare = self._template.render(**texts, policy="", style="", script=Markup(script))
        style = needed(self._style(pages), bare)
        html = self._template.render(
            **texts,
            policy=Markup(POLICY.format(script=hashed(script), style=hashed(style))),
            style=Markup(style),
            script=Markup(script),
        )
        return f"{html.strip()}\n".encode()

    def _style(self, pages: Iterable[Page]) -> str:
        """That of every page, those that these load, and that of lessons."""
        own, linked = "", {}
        for page in pages:
            html = self._source.html(page)
            own = own or OWN.search(html)[1]
            linked |= {target(each, page.file, self._source.base).file: None for each in LINKED.findall(html)}
        return "".join([own, *(self._source.text(file) for file in sorted(linked)), self._lesson_style])

    @cached_property
    def _lesson_style(self) -> str:
        return minified_style({f"theme/{LESSONS}/lesson.css": (self._folder / "lesson.css").read_text("utf-8")})

    @cached_property
    def _brand(self) -> Markup:
        svg = (self._source.theme / "static" / "icons" / "kawung.svg").read_text("utf-8").strip()
        return Markup(svg.replace(XMLNS, "", 1).replace("<svg", '<svg class="icon" aria-hidden="true"', 1))

    def _script(self, uses: frozenset[str]) -> str:
        theme = self._source.theme
        paths = [self._folder / "memory.js", self._folder / "parts.js", *scripts_of(theme, uses)]
        return minified_script({path.relative_to(theme.parent).as_posix(): path.read_text("utf-8") for path in paths})
