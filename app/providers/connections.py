"""Connections that are cut when their time is over, and that know whether they were ever made."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

# Opens a line to a host and port, in so many seconds; raises OSError, or what refuses the address.
Connect = Callable[[str, int, float | None], socket.socket]


class Watch:
    """Follows one connection: was it made, and did its time run out?"""

    def __init__(self, seconds: float, connect: Connect | None = None) -> None:
        self.connect = connect
        self.connected = False
        self.expired = False
        self._deadline = time.monotonic() + seconds
        self._line: socket.socket | None = None
        self._timer: threading.Timer | None = None

    def follow(self, line: socket.socket) -> None:
        """Cut this connection when the time is over: a read time-out alone never ends a slow trickle."""
        self.stop()
        # A second handle on the same connection: TLS takes the first one away before its handshake.
        self._line = line.dup()
        self._timer = threading.Timer(max(0.0, self._deadline - time.monotonic()), self._cut, [self._line])
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Forget the connection."""
        if self._timer:
            self._timer.cancel()
            self._timer.join()
        if self._line:
            self._line.close()
        self._timer = self._line = None

    def _cut(self, line: socket.socket) -> None:
        self.expired = True
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)


_current: ContextVar[Watch] = ContextVar("watch")


@contextmanager
def watching(seconds: float, connect: Connect | None = None) -> Iterator[Watch]:
    """Give the connections made inside `seconds` in all, from now; `connect` opens them, where given."""
    watch = Watch(seconds, connect)
    token = _current.set(watch)
    try:
        yield watch
    finally:
        watch.stop()
        _current.reset(token)


class _WatchedConnection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _followed(_opened(self) or super()._new_conn())

    def connect(self) -> None:
        super().connect()
        _current.get().connected = True


class _WatchedTlsConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _followed(_opened(self) or super()._new_conn())

    def connect(self) -> None:
        super().connect()
        _current.get().connected = True


class _WatchedPool(HTTPConnectionPool):
    ConnectionCls = _WatchedConnection


class _WatchedTlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTlsConnection


class WatchedAdapter(HTTPAdapter):
    """Makes watched connections only."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Put the watched pools in place of the ordinary ones."""
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _WatchedPool, "https": _WatchedTlsPool}


def _opened(connection: HTTPConnection) -> socket.socket | None:
    connect = _current.get().connect
    if connect is None:
        return None
    # The name stays the connection's own: TLS and the Host header are about it, whatever address was chosen.
    seconds = connection.timeout if isinstance(connection.timeout, int | float) else None
    try:
        return connect(connection.host, connection.port, seconds)
    except TimeoutError as error:
        raise ConnectTimeoutError(connection, f"{connection.host} timed out") from error
    except OSError as error:
        raise NewConnectionError(connection, f"{connection.host}: {type(error).__name__}") from error


def _followed(line: socket.socket) -> socket.socket:
    _current.get().follow(line)
    return line
