"""What a page costs its reader in data, said on the page itself."""

import re
from collections.abc import Callable, Iterable

import brotli

MARK = "\ue000"  # a letter that no text has: the number's place, until the rest of the page is known
WHOLE = "\ue001"  # the place of the number of other pages, until all are known
PACKED = "\ue002"  # the place of the number of the file that holds the page, until that is made
LOADED = re.compile(r'(?:href|src)="[./]*/(theme/[^"/]+\.(?:css|js))"')
QUALITY = 5  # as servers compress what they send; the best would take 40 times as long and save a tenth


def compressed(data: bytes) -> int:
    """Bytes as a server sends them."""
    return len(brotli.compress(data, quality=QUALITY))


def weighed(html: str, weight: Callable[[str], int], number: Callable[[int], str]) -> str:
    """The page, with its styles and scripts in kB where `MARK` stands; `weight` is that of a file in bytes."""
    if MARK not in html:
        return html
    loaded = sum(weight(address) for address in set(LOADED.findall(html)))
    return html.replace(MARK, number(round((compressed(html.encode()) + loaded) / 1000)))


def together(pages: Iterable[bytes], weight: Callable[[str], int]) -> int:
    """What several pages cost who reads them one after the other, in bytes; what they share is loaded once."""
    texts = [page.decode() for page in pages]
    loaded = {address for text in texts for address in LOADED.findall(text)}
    return sum(compressed(text.encode()) for text in texts) + sum(map(weight, sorted(loaded)))
