"""The sandbox on real sockets: HTTP and SMTP, on loopback only."""

from __future__ import annotations

import threading
from types import TracebackType

from werkzeug.serving import WSGIRequestHandler, make_server

from app.sandbox.mailbox.smtp import SmtpDoor
from app.sandbox.state import SandboxState
from app.sandbox.wsgi import create_sandbox

LOOPBACK = "127.0.0.1"


class QuietRequests(WSGIRequestHandler):
    """Leave the log to the application: one JSON line a request, no query string."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""


class RunningSandbox:
    """A sandbox answering on its own threads; use it as a context manager."""

    def __init__(
        self, state: SandboxState | None = None, *, port: int = 0, smtp_port: int = 0, log: bool = False
    ) -> None:
        self.state = state or SandboxState()
        application = create_sandbox(self.state, log=log)
        self._http = make_server(LOOPBACK, port, application, threaded=True, request_handler=QuietRequests)
        self._smtp = SmtpDoor(self.state, port=smtp_port)
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, name="sandbox-http", daemon=True
        )

    @property
    def port(self) -> int:
        """Give the HTTP port."""
        return self._http.server_port

    @property
    def url(self) -> str:
        """Give the base address, without a final slash."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def google_places_url(self) -> str:
        """Give the address that stands for https://places.googleapis.com."""
        return self.url

    @property
    def smtp_port(self) -> int:
        """Give the SMTP port."""
        return self._smtp.port

    def start(self) -> RunningSandbox:
        """Open both doors.

        Raises:
            OSError: a port is taken.
        """
        self._smtp.start()
        self._thread.start()
        return self

    def stop(self) -> None:
        """Close both doors and keep what was received."""
        self._http.shutdown()
        self._http.server_close()
        self._smtp.stop()
        self.state.save()

    def __enter__(self) -> RunningSandbox:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
