"""Serves a built site as a good host does: brotli at its best, kept alive, everything in one write."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import brotli

from tools.hosting.headers import ANYTHING, TYPES
from tools.serve.server import content, file_at

WORDS = ("text/", "application/json", "application/xml", "application/manifest", "image/svg")


class Server(ThreadingHTTPServer):
    """Serves `folder` on a free port till the end of `with`. What was compressed is kept: nobody waits for it twice."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.packed: dict[Path, bytes] = {}
        super().__init__(("127.0.0.1", 0), Handler)
        self.thread = Thread(target=self.serve_forever, args=(0.05,))

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def pack(self, file: Path, data: bytes) -> bytes:
        if file not in self.packed:
            self.packed[file] = brotli.compress(data)
        return self.packed[file]

    def handle_error(self, request, client_address) -> None:
        """A browser leaves when it likes."""

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
    wbufsize = -1  # head and body leave together

    def do_GET(self) -> None:
        file = file_at(self.server.folder, self.path.partition("?")[0])
        body, status = content(file), HTTPStatus.OK
        if body is None:
            file, body, status = Path("none.txt"), b"", HTTPStatus.NOT_FOUND
        kind = TYPES.get(file.suffix.lower(), ANYTHING)
        headers = {"Content-Type": kind, "Cache-Control": "no-cache"}
        if kind.startswith(WORDS) and "br" in self.headers.get("Accept-Encoding", ""):
            body, headers["Content-Encoding"] = self.server.pack(file, body), "br"
        self.send_response_only(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_) -> None:
        """What matters is seen in the browser."""
