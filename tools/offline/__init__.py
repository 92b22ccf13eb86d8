"""What devices keep of the site: the worker at its top, and the list of each set that readers save.

    offline.json                         {name: {list, bytes}}, asked for where something is saved or shown
    offline/<name>.<hash>.json           {files: [[address, bytes, hash]]}; a file that its name tells has no hash
    sw.js                                the worker; it changes with its code, never with the content

A device fetches what has another hash than before, so lists and worker are the same bytes from the same site.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from tools.made import Made

FOLDER = "offline/"
INDEX = "offline.json"
WORKER = "sw.js"
SIZE = re.compile(r'(?<= data-set=")([^"]*)(" data-bytes=")(?=")')  # where a page tells how much a set is

Entry = list[Any]  # of a list: address, bytes as a server sends them, hash


def offline(made: Made) -> None:
    """Add them to the folder of a published site. A step of the build."""
    if made.tree is None or not made.published:
        return
    from tools.offline.sets import Sets  # not above: what goes wrong in our modules is told from the build

    sets = Sets(made)
    found = {name: sets.files(name) for name in sets.names()}
    say_sizes(made, {name: sum(map(sets.weight, files)) for name, files in found.items()})
    index = {}
    for name, files in found.items():
        entries = [sets.entry(file) for file in files]
        index[name] = {"list": kept(made, f"{FOLDER}{name}", entries), "bytes": sum(each[1] for each in entries)}
    write(made, INDEX, packed(index))
    for file, data in scripts(made).items():
        write(made, file, data)
    sets.prune()


def say_sizes(made: Made, sizes: Mapping[str, int]) -> None:
    """Pages tell how much each set is, as exactly as they show it: else each comma would make them new."""
    for page, html in made.pages():
        told = SIZE.sub(lambda found: f"{found[0]}{rounded(sizes.get(found[1], 0))}", html)
        if told != html:
            write(made, page.file, told.encode())


def rounded(size: int) -> int:
    """To kilobytes, or tenths of a megabyte."""
    return round(size, -3 if size < 999_500 else -5)


def kept(made: Made, name: str, entries: Sequence[Entry]) -> str:
    """Write a list under the name that its content gives it; that name."""
    data = packed({"files": entries})
    address = f"{name}.{hashed(data)}.json"
    write(made, address, data)
    return address


def scripts(made: Made) -> dict[str, bytes]:
    """The worker, and the script by which it tells readers that a page has changed."""
    from plugins.hub.assets import minified_script
    from plugins.offline import KIND

    assert made.tree is not None
    theme = made.root / "theme"
    shelves = {page.lang: page.address for page in made.tree.pages if page.kind == KIND}

    def script(begin: str, *names: str) -> bytes:
        texts = {f"theme/{name}": (theme / name).read_text("utf-8") for name in names}
        return minified_script({WORKER: begin, **texts}).encode()

    news = script(f"const SHELVES = {json.dumps(shelves)};", "worker/news.js")
    address = f"theme/news.{hashed(news)}.js"
    known = f"root: registration.scope, shelves: {json.dumps(shelves)}, news: {json.dumps(address)}"
    worker = script(f"const pandu = {{ {known} }};", "components/save/sets.js", "worker/worker.js")
    return {address: news, WORKER: worker}


def hashed(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]


def packed(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def write(made: Made, address: str, data: bytes) -> None:
    path = made.folder / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
