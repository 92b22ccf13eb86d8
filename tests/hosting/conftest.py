"""Real servers with the examples of docs/hosting/, where there are any."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.site.project import ROOT

PATIENCE = 30  # seconds
HOW = {  # the variable that asks for it, and how to get it
    "nginx": ("PANDU_NGINX", "apt install nginx-light"),
    "caddy": ("PANDU_CADDY", "apt install caddy"),
}
NGINX = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/pandu.conf;
}}
"""
CADDY = "{\n\tadmin off\n\tauto_https off\n}\n"


class Host:
    """A server that shows a folder."""

    def __init__(self, name: str, port: int):
        self.name, self.port = name, port

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body


def program(name: str) -> str:
    """Its path. Where the environment asks for it, it has to be there; else the texts alone are compared."""
    variable, how = HOW[name]
    asked = os.environ.get(variable, "")
    found = shutil.which(asked if os.path.sep in asked else name)
    if found is None and asked:
        pytest.fail(f"{variable} asks for {name}, and there is none; get it with `{how}`", pytrace=False)
    if found is None:
        pytest.skip(f"no {name} here; {how}, and {variable}=1 makes sure")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def nginx(folder: Path, site: Path, port: int) -> list[str]:
    """The command, once the example is written as somebody would who follows it."""
    text = (ROOT / "docs/hosting/nginx.conf").read_text("utf-8")
    text = replaced(text, "listen 80;", f"listen 127.0.0.1:{port};")
    text = replaced(text, "    listen [::]:80;\n", "")
    text = replaced(text, "root /srv/pandu;", f'root "{site}";')
    (folder / "pandu.conf").write_text(text, "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""  # else its worker can't read our folder
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, user=user), "utf-8")
    return ["-p", str(folder), "-c", str(folder / "nginx.conf")]


def caddy(folder: Path, site: Path, port: int) -> list[str]:
    text = (ROOT / "docs/hosting/Caddyfile").read_text("utf-8")
    text = replaced(text, "\npandu.example {", f"\nhttp://127.0.0.1:{port} {{")
    text = replaced(text, "root * /srv/pandu", f'root * "{site}"')
    (folder / "Caddyfile").write_text(CADDY + text, "utf-8")
    return ["run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, shown: Path) -> Iterator[Host]:
    setup: Callable[[Path, Path, int], list[str]] = request.param
    path, folder, port = program(setup.__name__), tmp_path_factory.mktemp(setup.__name__), free_port()
    command = [path, *setup(folder, shown, port)]
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log, env=environment) as server,
    ):
        try:
            wait_for(server, port, folder / "log")
            yield Host(setup.__name__, port)
        finally:
            server.terminate()


def wait_for(server: subprocess.Popen, port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(log.read_text("utf-8", "replace"), pytrace=False)


@pytest.fixture(scope="module")
def shown(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project as a clone of the published branch, with kinds of file that it happens not to have."""
    site = shutil.copytree(built, tmp_path_factory.mktemp("host") / "site")
    for name in ("id/tugas.ics", "id/pse/foto.0123456789-480.avif", ".git/config"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("x", "utf-8")
    return site
