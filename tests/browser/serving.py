"""The built site over HTTP below a path of its own, as on a host that serves it beside others."""

import sys
import time
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_RDWR, socket
from threading import Thread

from tools.hosting.headers import ANYTHING, TYPES
from tools.serve.server import content, file_at


class Server(ThreadingHTTPServer):
    """Serves `folder` at `path` on a free port till the end of `with`, with `headers` where a test wants a host's."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, path: str = "/learn/", headers: dict[str, str] | None = None):
        self.folder, self.path, self.headers = folder.resolve(), path, headers or {}
        self.asked: list[str] = []  # in the order in which it was
        self.silence = 0.0  # seconds before each answer
        self.open: set[socket] = set()
        super().__init__(("127.0.0.1", 0), Handler)
        self.thread = Thread(target=self.serve_forever, args=(0.05,))

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{self.path}"

    def server_bind(self) -> None:
        """Without looking up the machine's name, which nobody needs and some networks take long to tell."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = self.server_address

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):  # a browser may leave when it likes
            super().handle_error(request, client_address)

    def process_request(self, request, client_address) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def die(self) -> None:
        """Nobody answers any more, on connections that are open either."""
        self.__exit__()
        for each in list(self.open):
            with suppress(OSError):
                each.shutdown(SHUT_RDWR)

    def __enter__(self) -> "Server":
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.shutdown()
        self.thread.join()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        time.sleep(self.server.silence)
        address, _, _ = self.path.partition("?")
        file = None
        if address.startswith(self.server.path):
            file = file_at(self.server.folder, f"/{address.removeprefix(self.server.path)}")
        body, status = content(file), HTTPStatus.OK
        if body is None:
            file = self.server.folder / "404.html"
            body, status = content(file) or b"", HTTPStatus.NOT_FOUND
        self.send_response_only(status)
        kind = TYPES.get(file.suffix.lower(), ANYTHING)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **self.server.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *_) -> None:
        """What fails is told by the browser."""
