"""Styles and scripts as shipped: joined, minified, named by their content; icons; static files."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import lightningcss
import minify_html
from markupsafe import Markup

LAYERS = ("layers", "tokens", "base", "layout")
LAST = ("utilities", "print")
BROWSERS = ["chrome 99", "firefox 97", "safari 15.4"]  # the oldest that are styled: they know cascade layers


class Assets:
    """The theme's files. `style`, `extra_style` and `script` give an address; `files` all that was asked for."""

    def __init__(self, theme: Path, extra_style: str = "", on_request: Iterable[str] = ()) -> None:
        self._theme = theme
        self._on_request = frozenset(on_request)  # components whose script only some pages load
        self._files: dict[str, bytes] = {}
        self._icons: dict[str, Markup] = {}
        self._scripts: dict[frozenset[str], str] = {}
        self._extra_styles: dict[str, str] = {}
        self.style = self._keep("style", "css", minified_style(self._joined_style() + extra_style))
        for path in sorted((theme / "static").glob("*.*")):
            self._files[f"theme/{path.name}"] = path.read_bytes()

    def script(self, uses: frozenset[str]) -> str:
        """The one script of a page that uses these components, or nothing where there is none to run."""
        wanted = uses & self._on_request
        if wanted not in self._scripts:
            parts = [path.read_text("utf-8") for path in self._script_paths(wanted)]
            joined = minified_script("\n".join(parts)) if parts else ""
            name = "-".join(["pandu", *sorted(wanted)])
            self._scripts[wanted] = self._keep(name, "js", joined) if joined else ""
        return self._scripts[wanted]

    def extra_style(self, name: str) -> str:
        """`static/css/<name>.css`, for the kinds of page that ask for it: no other page pays for it."""
        if name not in self._extra_styles:
            css = (self._theme / "static" / "css" / f"{name}.css").read_text("utf-8")
            self._extra_styles[name] = self._keep(name, "css", minified_style(css))
        return self._extra_styles[name]

    def icon(self, name: str) -> Markup:
        """The icon as inline SVG, out of the reading order: words beside it say what it means."""
        if name not in self._icons:
            svg = (self._theme / "static" / "icons" / f"{name}.svg").read_text("utf-8").strip()
            self._icons[name] = Markup(svg.replace("<svg", '<svg class="icon" aria-hidden="true" focusable="false"', 1))
        return self._icons[name]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Address and bytes; complete when every page has been rendered."""
        yield from sorted(self._files.items())

    def _joined_style(self) -> str:
        css = self._theme / "static" / "css"
        paths = [css / f"{name}.css" for name in LAYERS]
        paths += sorted((self._theme / "components").glob("*/*.css"))
        paths += [css / f"{name}.css" for name in LAST]
        return "\n".join(path.read_text("utf-8") for path in paths)

    def _script_paths(self, wanted: frozenset[str]) -> Iterator[Path]:
        yield from sorted((self._theme / "static" / "js").glob("*.js"))
        for path in sorted((self._theme / "components").glob("*/*.js")):
            if path.parent.name not in self._on_request or path.parent.name in wanted:
                yield path

    def _keep(self, name: str, ending: str, text: str) -> str:
        data = text.encode()
        address = f"theme/{name}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}"
        self._files[address] = data
        return address


def minified_style(css: str) -> str:
    """As the oldest of our browsers read it; a mistake in the style stops the build."""
    return lightningcss.process_stylesheet(css, filename="style", minify=True, browsers_list=BROWSERS)


def minified_script(script: str) -> str:
    """The library minifies pages; a script is put into one and taken out again."""
    page = minify_html.minify(f"<script>{script}</script>", minify_js=True)
    return page.removeprefix("<script>").removesuffix("</script>")
