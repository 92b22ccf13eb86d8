"""The last good site over HTTP, with live.js in its pages. The files are never touched."""

import errno
import json
import os
import sys
import time
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from urllib.parse import quote, unquote

from plugins.shared.message import Message
from tools.hosting.headers import ANYTHING, TYPES
from tools.serve.live import Live
from tools.serve.page import page_without_site, with_live

OURS = {f"/_live/{name}": Path(__file__).with_name(name) for name in ("live.js", "live.css")}
PORTS = 100  # how many are tried from the wished one on
HEARTBEAT = 10.0  # seconds; only by writing is a closed connection noticed


class Server(ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64
    # A server that has the port already must be noticed; on Windows "reuse" would share the port with it.
    allow_reuse_address = os.name != "nt"
    allow_reuse_port = False

    def __init__(self, address: tuple[str, int], live: Live):
        self.live = live
        super().__init__(address, Handler)

    @property
    def port(self) -> int:
        return self.server_address[1]

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):  # a browser may leave when it likes
            super().handle_error(request, client_address)


def listen(host: str, port: int, live: Live) -> Server:
    """On `port`, or on the next one that is free."""
    if port not in range(65536):
        raise OSError(errno.EINVAL, Message("a port is 0 to 65535"))
    for each in range(port, min(port + PORTS, 65536)):
        try:
            return Server((host, each), live)
        except OSError as error:
            if not is_taken(error):
                raise
    raise OSError(errno.EADDRINUSE, Message("this port is taken, and so are those after it"))


def is_taken(error: OSError) -> bool:
    """Whether the next port may do; Windows calls a port that another program keeps to itself forbidden."""
    return error.errno == errno.EADDRINUSE or (os.name == "nt" and isinstance(error, PermissionError))


class Handler(BaseHTTPRequestHandler):
    timeout = 60

    @property
    def live(self) -> Live:
        return self.server.live

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == "/_live/events":
            self.send_events()
        elif path in OURS:
            self.send(HTTPStatus.OK, OURS[path].suffix, OURS[path].read_bytes())
        else:
            self.send_from_site(path, query)

    do_HEAD = do_GET

    def send_from_site(self, path: str, query: str) -> None:
        state = self.live.state  # before the file: a page may be newer than its name says, never older
        if not state.site:
            page = with_live(page_without_site(state), state)
            self.send(HTTPStatus.SERVICE_UNAVAILABLE, ".html", page)
            return
        site = standing(self.live.folder).resolve()
        file = file_at(site, path)
        if file and file.is_dir():
            self.send_to(file.relative_to(site), query)
            return
        body, status = content(file), HTTPStatus.OK
        if body is None:
            file = site / "404.html"
            body, status = content(file) or b"<!doctype html><title>404</title>", HTTPStatus.NOT_FOUND
        kind = file.suffix.lower()
        self.send(status, kind, with_live(body, state) if kind == ".html" else body)

    def send_to(self, folder: Path, query: str) -> None:
        """Relative links in a folder's page need the slash at the end of its address."""
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"/{quote(folder.as_posix())}/" + (f"?{query}" if query else ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(kind, ANYTHING))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        seen = None
        while self.command != "HEAD":  # till the browser leaves, or the process ends
            state = self.live.after(seen, HEARTBEAT)
            message = ":\n\n" if state is seen else f"data: {json.dumps(asdict(state))}\n\n"
            self.wfile.write(message.encode())
            seen = state

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_) -> None:
        """The terminal is for what the build says."""


def standing(site: Path) -> Path:
    """There is a site; only in the instant of a swap its folder is not in its place."""
    for _ in range(40):
        if site.is_dir():
            break
        time.sleep(0.05)
    return site


def file_at(site: Path, path: str) -> Path | None:
    """The file or folder in `site` that the address `path` names. Nothing leads out of `site`."""
    name = unquote(path)
    if "\\" in name or ":" in name:  # on Windows they could name another disk, or another machine
        return None
    try:
        file = (site / name.lstrip("/") / ("index.html" if name.endswith("/") else "")).resolve(strict=True)
    except (OSError, ValueError):
        return None
    return file if file.is_relative_to(site) else None


def content(file: Path | None) -> bytes | None:
    """The file's bytes; nothing where it is gone, as in the instant of a swap."""
    try:
        return file.read_bytes() if file else None
    except OSError:
        return None
