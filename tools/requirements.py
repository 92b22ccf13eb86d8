"""Renews the locks: `python -m tools.requirements`, that is `python3 tasks.py lock`.

    requirements/*.in ─ uv, for all platforms at once ─ is there a wheel everywhere? ─ requirements/*.txt

Of this machine nothing may get into them: no index, no mirror, no path. For all platforms at once, because what was
resolved for one system lacks what another needs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.telling import tell

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "requirements"
LOCKS = ("build", "test", "audit")  # in this order: the second is held to the versions of the first

UV = "0.13.9"
INDEX = "https://pypi.org/simple"
OLDEST = "3.11"
PYTHONS = (OLDEST, "3.12", "3.13", "3.14")
PLATFORMS = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-pc-windows-msvc",
)


def main() -> int:
    uv = find_uv()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(FOLDER, work / FOLDER.name)
        try:
            for lock in LOCKS:
                resolve(uv, work, lock)
            for platform in PLATFORMS:
                for python in PYTHONS:
                    print(f"{platform}, Python {python}", flush=True)
                    for lock in LOCKS[1:]:
                        require_wheels(uv, work, lock, platform, python)
        except subprocess.CalledProcessError as error:
            tell(Message("lock: nothing was changed"), sys.stderr)
            return error.returncode
        for lock in LOCKS:
            shutil.copyfile(work / FOLDER.name / f"{lock}.txt", FOLDER / f"{lock}.txt")
    return 0


def find_uv() -> str:
    """The uv of the path, if it is ours; else one in a folder that `clean` removes."""
    found = shutil.which("uv")
    if found and version_of(found) == UV:
        return found
    home = ROOT / ".pandu" / f"uv-{UV}"
    uv = home / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")
    if not uv.exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([uv.with_name("python"), "-m", "pip", "install", "--only-binary=:all:", f"uv=={UV}"], check=True)
    return str(uv)


def version_of(uv: str) -> str:
    told = subprocess.run([uv, "--version"], capture_output=True, text=True, check=False).stdout
    return "".join(told.split()[1:2])


def resolve(uv: str, work: Path, lock: str) -> None:
    """requirements/<lock>.txt from its .in, the newest of everything."""
    run(
        uv,
        work,
        f"requirements/{lock}.in",
        f"--output-file=requirements/{lock}.txt",
        f"--python-version={OLDEST}",
        "--universal",
        "--fork-strategy=fewest",  # one version a package, the one that the oldest Python can run
        "--generate-hashes",
        "--upgrade",
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--custom-compile-command=python3 tasks.py lock",
    )


def require_wheels(uv: str, work: Path, lock: str, platform: str, python: str) -> None:
    """The test lock holds all of the other; where one of its packages would have to be compiled, uv says which."""
    run(
        uv,
        work,
        f"requirements/{lock}.txt",
        "--output-file=wheels.txt",
        f"--python-platform={platform}",
        f"--python-version={python}",
        "--only-binary=:all:",
        "--no-deps",
    )


def run(uv: str, work: Path, *arguments: str) -> None:
    """uv, deaf to what this machine says about indexes."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    command = [uv, "pip", "compile", "--quiet", "--no-config", f"--default-index={INDEX}", *arguments]
    subprocess.run(command, cwd=work, env=environment, stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    sys.exit(main())
