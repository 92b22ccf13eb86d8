"""Draws what the site shows of itself elsewhere: previews for social networks, and the icons of the app.

Drawing takes a tenth of a second a picture, so each is kept under what it is made from.
"""

from tools.kept import cache
from tools.made import Made


def draw(made: Made) -> None:
    """Add the pictures to the folder of the site. A step of the build."""
    if made.tree is None:
        return
    from plugins.hub.app import icons, screens  # not above: what goes wrong in our modules is told from the build
    from plugins.hub.preview import Previews
    from plugins.hub.studio import Studio

    theme = made.root / "theme"
    kept = cache(made.root, "drawings")
    studio = Studio(theme)
    site = made.tree.site
    shown = (each for lang in site.languages for each in screens(lang, site, theme))
    for each in (*icons(theme), *shown, *Previews(made.tree, theme)):
        path = made.folder / each.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept.get(each.key, lambda each=each: studio.draw(each)))
    kept.prune()
