"""The application behind a real socket, for programs of the outside: curl, a script, a fuzzer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from werkzeug.serving import make_server

from app.core.db import db


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve the application under test on a free port; return its address."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        # A context of its own: in the test's, a request would find who came before it.
        with app.app_context():
            return app(environ, start)

    db.session.commit()
    server = make_server("127.0.0.1", 0, answer, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        db.session.expire_all()
