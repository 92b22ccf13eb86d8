"""A zip whose bytes hang on nothing but the files in it: no times, no owners, in the order of their names."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a zip can tell
UNIX, PLAIN = 3, 0o100644 << 16  # a file that everybody may read


def pack(files: Mapping[str, bytes], path: Path) -> None:
    """Write the zip; what stood there stays until the new one is whole."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_name(f".{path.name}")
    with ZipFile(fresh, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(files.items()):
            entry = ZipInfo(name, MOMENT)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, PLAIN
            archive.writestr(entry, data)
    fresh.replace(path)
