"""Styles and scripts as shipped: joined, minified, named by their content; icons; static files."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import lightningcss
import minify_html
from markupsafe import Markup

from plugins.hub.weight import compressed

LAYERS = ("layers", "tokens", "base", "layout")
LAST = ("utilities", "print")
EVERYWHERE = frozenset({"contents", "header", "language", "scheme"})  # components whose script every page loads
BROWSERS = ["chrome 99", "firefox 97", "safari 15.4"]  # the oldest that are styled: they know cascade layers
XMLNS = ' xmlns="http://www.w3.org/2000/svg"'  # which a file needs, and an element of a page has by itself
COMMENT = re.compile(r"(?ms)^\s*/\*.*?\*/\s*?$")  # on lines of its own
PROBE = "\nlet  probe  =  0\n"  # ends no statement that a script left open, and loses its spaces where it is read


class Assets:
    """The theme's files. `style` is the text of every page's own, `hashed` what the policy calls it; `extra_style` and
    `script` give an address; `files` all that was asked for.
    """

    def __init__(self, theme: Path, extra_style: str = "", *, published: bool = False) -> None:
        self._theme, self._published = theme, published
        self._files: dict[str, bytes] = {}
        self._icons: dict[str, Markup] = {}
        self._scripts: dict[frozenset[str], str] = {}
        self._extra_styles: dict[str, str] = {}
        self._weights: dict[str, int] = {}
        styles = self._texts(self._style_paths()) | {"the style that the content brings": extra_style}
        self.style = minified_style(styles)
        self.hashed = f"sha256-{b64encode(hashlib.sha256(self.style.encode()).digest()).decode()}"
        for path in sorted((theme / "static").glob("*.*")):
            self._files[f"theme/{path.name}"] = path.read_bytes()

    def script(self, uses: frozenset[str]) -> str:
        """The one script of a page that uses these components, or nothing where there is none to run."""
        wanted = frozenset(each for each in uses if script_of(self._theme, each).is_file()).union(EVERYWHERE)
        if wanted not in self._scripts:
            joined = minified_script(self._texts(self._script_paths(wanted)))
            name = "-".join(["pandu", *sorted(each for each in wanted.difference(EVERYWHERE) if "." not in each)])
            self._scripts[wanted] = self._keep(name, "js", joined) if joined else ""
        return self._scripts[wanted]

    def extra_style(self, name: str) -> str:
        """`static/css/<name>.css` and the components' `*.<name>.css`, for the kinds of page that ask for it.

        No other page pays for it.
        """
        if name not in self._extra_styles:
            components = sorted((self._theme / "components").glob(f"*/*.{name}.css"))
            own = self._theme / "static" / "css" / f"{name}.css"
            styles = self._texts([*([own] if own.is_file() else []), *components])
            if not styles:
                raise LookupError(f"theme/: there is no style '{name}'")
            self._extra_styles[name] = self._keep(name, "css", minified_style(styles))
        return self._extra_styles[name]

    def weight(self, address: str) -> int:
        """What a file that has been asked for costs a reader, in bytes."""
        if address not in self._weights:
            self._weights[address] = compressed(self._files[address])
        return self._weights[address]

    def icon(self, name: str) -> Markup:
        """The icon as inline SVG, out of the reading order: words beside it say what it means."""
        if name not in self._icons:
            svg = (self._theme / "static" / "icons" / f"{name}.svg").read_text("utf-8").strip()
            self._icons[name] = Markup(
                svg.replace(XMLNS, "", 1).replace("<svg", '<svg class="icon" aria-hidden="true"', 1)
            )
        return self._icons[name]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Address and bytes; complete when every page has been rendered."""
        yield from sorted(self._files.items())

    def _texts(self, paths: Iterable[Path]) -> dict[str, str]:
        """Texts by the name that who mends them knows: `theme/components/quiz/quiz.js`."""
        return {path.relative_to(self._theme.parent).as_posix(): path.read_text("utf-8") for path in paths}

    def _style_paths(self) -> Iterator[Path]:
        css = self._theme / "static" / "css"
        yield from (css / f"{name}.css" for name in LAYERS)
        for path in sorted((self._theme / "components").glob("*/*.css")):
            if path.stem == path.parent.name:  # `letters.reference.css` is part of an extra style
                yield path
        yield from (css / f"{name}.css" for name in LAST)

    def _script_paths(self, wanted: frozenset[str]) -> Iterator[Path]:
        yield from sorted((self._theme / "static" / "js").glob("*.js"))
        if self._published:
            yield self._theme / "worker" / "register.js"
        yield from scripts_of(self._theme, wanted)

    def _keep(self, name: str, ending: str, text: str) -> str:
        data = text.encode()
        address = f"theme/{name}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}"
        self._files[address] = data
        return address


def scripts_of(theme: Path, uses: frozenset[str]) -> Iterator[Path]:
    """The scripts of components in the order in which they run; most components have none."""
    parts_first = sorted(uses, key=lambda name: ("." not in name, name))  # elements call them when they start
    yield from (path for name in parts_first if (path := script_of(theme, name)).is_file())


def script_of(theme: Path, name: str) -> Path:
    """`quiz` is a component's script, `quiz.fields` a part of it that not every page with the component needs."""
    component, _, part = name.partition(".")
    return theme / "components" / component / f"{part or component}.js"


def minified_style(styles: Mapping[str, str]) -> str:
    """The styles by their names as one, as the oldest of our browsers read it; a mistake in one stops the build."""
    try:
        return lightened("style", "\n".join(styles.values()))
    except ValueError:
        for name, css in styles.items():
            lightened(name, css)  # the one to mend is refused here, by its name
        raise


def lightened(name: str, css: str) -> str:
    try:
        return lightningcss.process_stylesheet(css, filename=name, minify=True, browsers_list=BROWSERS)
    except ValueError as error:
        what, _, place = str(error).removeprefix("Parsing stylesheet failed: ").rpartition(f" at {name}:")
        if not re.fullmatch(r"\d+:\d+", place):
            raise ValueError(f"{name}: this style can't be read: {error}") from error
        line, column = map(int, place.split(":"))  # it counts lines from 0, and columns from 1
        raise ValueError(f"{name}:{line + 1}:{column}: this style can't be read: {what}") from error


def minified_script(scripts: Mapping[str, str]) -> str:
    """The scripts by their names as one; one that can't be read stops the build."""
    for name, script in scripts.items():
        if not readable(script):
            raise ValueError(f"{name}: this script can't be read; `node --check` says where it breaks")
    return shrunk("\n".join(scripts.values()))


def readable(script: str) -> bool:
    """False where the library gives a script back as it was, which is all that it says of one it can't read."""
    return "</script" not in script.lower() and PROBE.strip() not in shrunk(script + PROBE)


def shrunk(script: str) -> str:
    """The library minifies pages; a script is put into one and taken out again. Comments in `/*` it would keep."""
    page = minify_html.minify(f"<script>{COMMENT.sub('', script)}</script>", minify_js=True)
    return page.removeprefix("<script>").removesuffix("</script>")
