"""Shows the site while it is being written: builds after every edit, reloads the pages, tells problems in them."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from plugins.shared.message import Message
from plugins.shared.telling import tell, translation
from tools.build import ROOT
from tools.ending import use_utf8
from tools.serve.builder import PATIENCE, Builder
from tools.serve.live import Live
from tools.serve.server import Server, listen
from tools.serve.watch import watch

SITE = ".pandu/site"


def serve(host: str = "127.0.0.1", port: int = 8000, root: Path = ROOT) -> int:
    """Until Ctrl-C or SIGTERM; 0 then, 1 if nothing could be served."""
    use_utf8()
    root = root.resolve()
    live = Live(root / SITE)
    try:
        server = listen(host, port, live)
    except OSError as error:
        reason = error.strerror or str(error)
        message = Message("{host}:{port}: {reason}; choose another address", host=host, port=port, reason=reason)
        tell(message, sys.stderr)
        return 1
    address = f"http://{host}:{server.port}/"
    taken = Message("Port {port} is taken; {address}", port=port, address=address)
    print(address if port in (0, server.port) else taken.said(translation()), flush=True)
    stop = Event()
    with ended_by_signal(stop), answering(server), building(Builder(root, SITE, live)) as builder:
        builder.want()
        watch(root, stop, builder.want)
    return 0


@contextmanager
def ended_by_signal(stop: Event) -> Iterator[None]:
    names = [name for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), lambda *_: stop.set()) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


@contextmanager
def answering(server: Server) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def building(builder: Builder) -> Iterator[Builder]:
    thread = Thread(target=builder.run, daemon=True)
    thread.start()
    try:
        yield builder
    finally:
        builder.end()
        thread.join(PATIENCE)
