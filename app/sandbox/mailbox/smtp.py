"""An SMTP door that accepts every message and keeps it."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from app.sandbox.records import Letter
from app.sandbox.state import SandboxState

if TYPE_CHECKING:
    from app.sandbox.behaviour import Behaviour

LARGEST_MESSAGE = 25 * 1024 * 1024


class Postman:
    """What aiosmtpd calls when a command arrives."""

    def __init__(self, state: SandboxState) -> None:
        self.state = state

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        """Accept a recipient, unless told otherwise."""
        order = self._told("RCPT")
        if order is not None:
            return f"{order.what if order.status else 550} 5.1.1 Mailbox unavailable"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep the message, unless told to refuse it."""
        order = self._told("DATA")
        if order is not None and order.seconds:
            await asyncio.sleep(order.seconds)
        if order is not None and (order.status or order.what == "refuse_message"):
            return f"{order.what if order.status else 451} 4.3.0 Try again later"
        if order is not None and order.what == "cut_before":
            return self._hang_up(server)
        number = str(self.state.next_number())
        content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        letter = Letter(number, envelope.mail_from or "", list(envelope.rcpt_tos), self.state.now())
        self.state.keep_letter(letter, content)
        if order is not None and order.what == "cut_after":
            return self._hang_up(server)
        return f"250 2.0.0 Kept as {number}"

    def _told(self, command: str) -> Behaviour | None:
        return self.state.behaviours.take("smtp", command, f"smtp/{command}")

    def _hang_up(self, server: SMTP) -> str:
        if isinstance(server.transport, asyncio.WriteTransport):
            server.transport.abort()
        return "421 4.3.2 Closing"


def _welcome_anyone(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, credentials: object
) -> AuthResult:
    return AuthResult(success=True)


class SmtpDoor:
    """The SMTP server, on a thread with its own event loop."""

    def __init__(self, state: SandboxState, *, port: int = 0) -> None:
        self._postman = Postman(state)
        self._wanted_port = port
        self._loop = asyncio.new_event_loop()
        self._opened: Future[int] = Future()
        self._thread = threading.Thread(target=self._run, name="sandbox-smtp", daemon=True)
        self.port = port

    def start(self) -> None:
        """Listen; the caller's thread may have a loop of its own running.

        Raises:
            OSError: the port is taken.
        """
        self._thread.start()
        self.port = self._opened.result(timeout=10)

    def stop(self) -> None:
        """Close the door and end the thread."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(timeout=5)

    def _session(self) -> SMTP:
        return SMTP(
            self._postman,
            data_size_limit=LARGEST_MESSAGE,
            enable_SMTPUTF8=True,
            hostname="bac-a-sable.localhost",
            authenticator=_welcome_anyone,
            auth_require_tls=False,
            loop=self._loop,
        )

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            opening = self._loop.create_server(self._session, "127.0.0.1", self._wanted_port)
            listener = self._loop.run_until_complete(opening)
        except OSError as error:
            self._loop.close()
            self._opened.set_exception(error)
            return
        self._opened.set_result(listener.sockets[0].getsockname()[1])
        self._loop.run_forever()
        listener.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()
