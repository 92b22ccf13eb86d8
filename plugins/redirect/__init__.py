"""What has moved and what is gone: no address that was ever published leads nowhere, and no tick is lost.

addresses.yaml, whose each was ──┐
redirects.yaml, what was renamed ┴─ way ─▶ pages that lead on, `_redirects`, a device's records under new keys
"""

from plugins.redirect.files import files
from plugins.redirect.model import read, read_addresses
from plugins.redirect.pages import pages
from plugins.redirect.record import adds, joins
from plugins.redirect.rules import RULES
from plugins.shared.concept import Concept, concepts


def redirect(_: object) -> Concept:
    return Concept(
        name="redirect",
        places=("redirects.yaml",),
        read=read,
        joins=joins,
        adds=adds,
        page_rules=RULES,
        last_pages=pages,
        last_files=files,
    )


def address(_: object) -> Concept:
    return Concept(name="address", places=("addresses.yaml",), read=read_addresses)


def register() -> None:
    concepts.connect(redirect)
    concepts.connect(address)
