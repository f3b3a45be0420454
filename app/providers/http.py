"""The single HTTP door: time-outs, a total deadline, a size cap, typed failures, no secret in a message."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3

from app.providers.connections import Connect, WatchedAdapter, watching
from app.providers.errors import (
    AccessRevoked,
    PermissionMissing,
    ProviderError,
    QuotaReached,
    Refused,
    VersionRetired,
)

_SECRET = re.compile(
    r"(?i)(bearer\s+|[?&]code=|\b(?:access_token|refresh_token|id_token|client_secret|token|key|api_key)[\"']?\s*[=:]\s*[\"']?)"
    r"[^\s\"'&,;}]+"
)
_MESSAGE_LENGTH = 300
_CHUNK = 65_536


class Unreached(ProviderError):
    """The connection was never made: whatever was asked cannot have been carried out."""


class Unheard(ProviderError):
    """The request may have arrived, and no whole answer came back."""


@dataclass(frozen=True)
class Limits:
    """How long one call may last, in seconds, and how large its answer may be, in bytes, decompressed.

    With `keeps_start`, a larger answer is cut there instead of refused.
    """

    connect_seconds: float = 5.0
    read_seconds: float = 20.0
    total_seconds: float = 30.0
    max_bytes: int = 2_000_000
    keeps_start: bool = False


@dataclass(frozen=True)
class Call:
    """One request. Redirects are never followed."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | Mapping[str, str] | None = None
    limits: Limits | None = None


@dataclass(frozen=True)
class Answer:
    """What came back, whatever its status."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        """Return the body as text; broken characters are replaced."""
        return self.content.decode("utf-8", errors="replace")

    @property
    def media_type(self) -> str:
        """Return the content type in lower case, without its parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    def json(self) -> Any:
        """Return the body's JSON.

        Raises:
            ProviderError: code "malformed".
        """
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError) as error:
            raise ProviderError("the answer is not JSON", code="malformed", status=self.status) from error

    def json_object(self) -> dict[str, Any]:
        """Return the body's JSON object, or an empty one where the body is anything else."""
        with suppress(ProviderError):
            found = self.json()
            if isinstance(found, dict):
                return found
        return {}


def text_at(found: Mapping[str, Any], name: str) -> str:
    """Return the text an object holds under a name, without the blanks around it; empty where it holds none."""
    value = found.get(name)
    return value.strip() if isinstance(value, str) else ""


class HttpDoor:
    """Sends one request at a time, each on a connection of its own, under an identifying agent.

    `connect` opens the lines where somebody else chose the address (see guard.py).
    """

    def __init__(self, user_agent: str, limits: Limits | None = None, *, connect: Connect | None = None) -> None:
        self._user_agent = user_agent
        self._limits = limits or Limits()
        self._connect = connect

    def send(self, call: Call) -> Answer:
        """Send a request and return its answer, whatever the status.

        Raises:
            Unreached: nothing can have been carried out (name, refusal, connect time-out, TLS).
            Unheard: it may have been (read time-out, broken connection, deadline, answer too large).
        """
        limits = call.limits or self._limits
        place = f"{call.method} {describe(call.url)}"
        with watching(limits.total_seconds, self._connect) as watch, requests.Session() as session:
            session.trust_env = False
            session.mount("http://", WatchedAdapter())
            session.mount("https://", WatchedAdapter())
            try:
                answer = self._exchange(session, call, limits)
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                kind = Unheard if watch.connected else Unreached
                timed_out = watch.expired or "timed out" in str(error).lower()
                code = "timeout" if timed_out else "unavailable"
                raise kind(f"{place}: {type(error).__name__}", code=code) from error
            if watch.expired:
                raise Unheard(f"{place}: longer than {limits.total_seconds:g} s", code="timeout")
        return answer

    def _exchange(self, session: requests.Session, call: Call, limits: Limits) -> Answer:
        with session.request(
            call.method,
            call.url,
            headers={"User-Agent": self._user_agent, **call.headers},
            data=call.body,
            timeout=(limits.connect_seconds, limits.read_seconds),
            allow_redirects=False,
            stream=True,
        ) as response:
            content = bytearray()
            for chunk in response.iter_content(_CHUNK):
                content += chunk
                if len(content) > limits.max_bytes and limits.keeps_start:
                    del content[limits.max_bytes :]
                    break
                if len(content) > limits.max_bytes:
                    raise Unheard(f"{describe(call.url)}: more than {limits.max_bytes} bytes", code="too_large")
            return Answer(response.status_code, response.headers, bytes(content))


def error_for(answer: Answer, what: str, secrets: Iterable[str] = ()) -> ProviderError:
    """Return the error an unhappy status stands for; `what` names the act, in English."""
    message = redact(f"{what}: {answer.status} {answer.text}", secrets)
    status, wait = answer.status, retry_after_seconds(answer.headers.get("Retry-After"))
    if status == 401:
        return AccessRevoked(message, code="access_revoked", status=status)
    if status == 403:
        return PermissionMissing(message, code="permission_missing", status=status)
    if status == 426:
        return VersionRetired(message, code="version_retired", status=status)
    if status == 429:
        return QuotaReached(message, code="quota", status=status, retry_after_seconds=wait)
    if status in {408, 425} or status >= 500:
        return ProviderError(message, status=status, retry_after_seconds=wait)
    code = {404: "not_found", 422: "invalid"}.get(status, "redirected" if 300 <= status < 400 else "refused")
    return Refused(message, code=code, status=status)


def retry_after_seconds(value: str | None, now: datetime | None = None) -> float | None:
    """Read a Retry-After header, in seconds or as a date (RFC 9110, 10.2.3); None when it says nothing."""
    if not value:
        return None
    raw = value.strip()
    if raw.isascii() and raw.isdigit():
        return float(raw[:9])
    try:
        moment = parsedate_to_datetime(raw)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Return a short message without tokens, keys, codes or the `secrets` given."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, "***")
    clean = _SECRET.sub(r"\1***", text)
    return " ".join(clean.split())[:_MESSAGE_LENGTH]


def describe(url: str) -> str:
    """Return what a log may say of an address: host and path, never the query or the credentials."""
    parts = urlsplit(url)
    return f"{parts.hostname or '?'}{parts.path}"
