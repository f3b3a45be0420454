"""Hand a sealed message to the push service a browser chose: an address a stranger may have written."""

from __future__ import annotations

import time
from typing import Final
from urllib.parse import urlsplit

from app.providers.contracts import PushDevice, PushMessage
from app.providers.errors import ProviderError, Refused
from app.providers.guard import Forbidden, Guard
from app.providers.http import Answer, Call, HttpDoor, Limits, error_for
from app.providers.web_push import vapid
from app.providers.web_push.sealing import seal

LIMITS: Final = Limits(connect_seconds=5, read_seconds=10, total_seconds=15, max_bytes=10_000, keeps_start=True)
MOST_SIGNS: Final = 1_000
GONE: Final = "gone"


class WebPushSender:
    """Sends to push services of the outside, by https; with `allow_loopback`, to this machine by http too."""

    def __init__(self, user_agent: str, private_key: str, subject: str, *, allow_loopback: bool = False) -> None:
        self._private_key = private_key
        self._subject = subject
        self._allow_loopback = allow_loopback
        self._guard = Guard(allow_loopback=allow_loopback)
        self._door = HttpDoor(user_agent, LIMITS, connect=self._guard.connect)

    def check(self, endpoint: str) -> None:
        """Refuse an address nothing may be sent to; its name is looked up when something is.

        Raises:
            ProviderError: code "forbidden".
        """
        self._guard.check(endpoint)
        if len(endpoint) > MOST_SIGNS:
            raise Forbidden("an address too long")
        parts = urlsplit(endpoint)
        nearby = self._allow_loopback and parts.hostname in {"127.0.0.1", "::1", "localhost"}
        if parts.scheme != "https" and not nearby:
            raise Forbidden("no https")

    def push(self, device: PushDevice, message: PushMessage) -> None:
        """Seal a message and send it.

        Raises:
            ProviderError: code "gone" when the browser takes no more; else permanent, or to be tried later.
        """
        self.check(device.endpoint)
        try:
            sealed = seal(message.body, device)
        except ValueError as error:
            raise Refused("the message cannot be sealed", code="refused") from error
        headers = {
            "Authorization": vapid.authorization(device.endpoint, self._private_key, self._subject, time.time()),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(message.ttl_seconds),
            "Topic": message.topic,
            "Urgency": "normal",
        }
        answer = self._door.send(Call("POST", device.endpoint, headers, sealed))
        if not 200 <= answer.status < 300:
            raise _error(answer, device.endpoint)


def _error(answer: Answer, endpoint: str) -> ProviderError:
    host = urlsplit(endpoint).hostname or "?"
    if answer.status in {404, 410}:
        return Refused(f"push to {host}: {answer.status}", code=GONE, status=answer.status)
    # The address itself is a secret: whoever knows it and our key may write to the phone.
    return error_for(answer, f"push to {host}", [endpoint])
