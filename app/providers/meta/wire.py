"""What the Graph's calls share: version, proof, the error table, what a create may mean."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode

from app.providers.errors import (
    AccessRevoked,
    Duplicate,
    OutcomeUnknown,
    PermissionMissing,
    ProviderError,
    QuotaReached,
    Refused,
    VersionRetired,
)
from app.providers.http import Answer, Call, HttpDoor, Limits, Unheard, error_for, redact, retry_after_seconds

# publishing.md: 5 s to connect, 20 s to read; the lease of a delivery is 60 s.
LIMITS = Limits(connect_seconds=5, read_seconds=20, total_seconds=25, max_bytes=2_000_000)
UPLOAD_LIMITS = Limits(connect_seconds=5, read_seconds=20, total_seconds=30, max_bytes=200_000)
# What is only good to know must not outlast the lease.
ASIDE_LIMITS = Limits(connect_seconds=3, read_seconds=6, total_seconds=8, max_bytes=200_000)

TOO_EARLY = 9007
_DEAD_TOKEN = {102, 190}
_RATES = {4, 9, 17, 32, 613, *range(80_001, 80_015)}
_TRANSIENT = {1, 2}
_DUPLICATE = 506
_POLICY = 368
# Of a limit that does not say how long it lasts: the Graph counts by rolling hours (k).
HOUR_SECONDS = 3600.0


@dataclass(frozen=True)
class GraphError:
    """The error of an answer; code 0 where the body is not the usual object."""

    code: int
    subcode: int
    message: str
    is_transient: bool


def error_of(answer: Answer) -> GraphError:
    """Read the error of an answer."""
    found = answer.json_object().get("error")
    if not isinstance(found, dict):
        return GraphError(0, 0, "", is_transient=False)
    return GraphError(
        _whole(found.get("code")), _whole(found.get("error_subcode")), str(found.get("message") or ""),
        is_transient=found.get("is_transient") is True,
    )  # fmt: skip


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


class Graph:
    """The Graph for one application, at an address that ends with the version; every call proves the secret."""

    def __init__(self, graph_url: str, app_secret: str, user_agent: str) -> None:
        self._url = graph_url.rstrip("/")
        self._secret = app_secret
        self._door = HttpDoor(user_agent, LIMITS)

    def get(self, path: str, token: str, what: str, **asked: str) -> dict[str, Any]:
        """Read something; raises ProviderError."""
        return self._read(self._call("GET", path, token, asked), what, token)

    def aside(self, path: str, token: str, **asked: str) -> dict[str, Any]:
        """Read what is only good to know, quickly; empty where it fails."""
        try:
            return self._read(self._call("GET", path, token, asked, ASIDE_LIMITS), "read aside", token)
        except ProviderError:
            return {}

    def delete(self, path: str, token: str) -> Answer:
        """Delete something, and return the answer whatever it says."""
        return self._door.send(self._call("DELETE", path, token, {}))

    def prepare(self, path: str, token: str, what: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Make something nobody sees yet, so that it may be made again; raises ProviderError."""
        return self._read(self._posted(path, token, fields), what, token)

    def send_file(self, path: str, token: str, what: str, form: tuple[bytes, str]) -> dict[str, Any]:
        """Send a multipart form, given with its content type; raises ProviderError."""
        headers = {"Authorization": f"Bearer {token}", "Content-Type": form[1]}
        call = Call("POST", f"{self._url}/{path}", headers, form[0], UPLOAD_LIMITS)
        return self._read(call, what, token)

    def create(self, path: str, token: str, what: str, fields: Mapping[str, Any]) -> str:
        """Create what readers see, once, and return its id.

        Raises:
            OutcomeUnknown: it may exist.
            ProviderError: it was not created.
        """
        try:
            answer = self._door.send(self._posted(path, token, fields))
        except Unheard as error:
            raise OutcomeUnknown(str(error), code="outcome_unknown") from error
        made = answer.json_object().get("id") if answer.status == 200 else None
        if isinstance(made, str) and made.replace("_", "").isdigit():
            return made
        raise self._not_created(answer, what, token)

    def proof(self, token: str) -> str:
        """Return the appsecret_proof of a token (k)."""
        return hmac.new(self._secret.encode(), token.encode(), sha256).hexdigest()

    def _not_created(self, answer: Answer, what: str, token: str) -> ProviderError:
        error, failed = error_of(answer), self._failure(answer, what, token)
        is_read = error.code != 0 or answer.status in {401, 403, 429}
        is_settled = failed.permanent or isinstance(failed, QuotaReached | VersionRetired) or error.code == TOO_EARLY
        if answer.status >= 400 and is_read and is_settled:
            return failed
        # « An unknown error occurred »: the Graph advises to try again; a create may have been carried out.
        text = redact(f"{what}: {answer.status} {answer.text}", (token, self._secret, self.proof(token)))
        return OutcomeUnknown(text, code="outcome_unknown", status=answer.status)

    def _call(self, method: str, path: str, token: str, asked: Mapping[str, str], limits: Limits | None = None) -> Call:
        query = urlencode({**asked, "appsecret_proof": self.proof(token)}, quote_via=quote)
        headers = {"Authorization": f"Bearer {token}"}
        return Call(method, f"{self._url}/{path}?{query}", headers, limits=limits or LIMITS)

    def _posted(self, path: str, token: str, fields: Mapping[str, Any]) -> Call:
        body = json.dumps({**fields, "appsecret_proof": self.proof(token)}).encode()
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        return Call("POST", f"{self._url}/{path}", headers, body, LIMITS)

    def _read(self, call: Call, what: str, token: str) -> dict[str, Any]:
        answer = self._door.send(call)
        if answer.status != 200:
            raise self._failure(answer, what, token)
        found = answer.json()
        if not isinstance(found, dict):
            raise ProviderError(f"{what}: not an object", code="malformed", status=200)
        return found

    def _failure(self, answer: Answer, what: str, token: str) -> ProviderError:
        return failure(answer, what, (token, self._secret, self.proof(token)))


def failure(answer: Answer, what: str, secrets: tuple[str, ...] = ()) -> ProviderError:
    """Return the error an unhappy answer stands for: by its code, never by its HTTP status."""
    error, status = error_of(answer), answer.status
    if error.code == 0:
        return error_for(answer, what, secrets)
    text = redact(f"{what}: {status} {answer.text}", secrets)
    if error.code in _DEAD_TOKEN:
        return AccessRevoked(text, code="access_revoked", status=status)
    if error.code in _RATES:
        return QuotaReached(text, code="quota", status=status, retry_after_seconds=_wait(answer))
    if error.code == 10 or 200 <= error.code <= 299:
        return PermissionMissing(text, code="permission_missing", status=status)
    if error.code == 2500 and "unknown path" in error.message.lower():
        # A version that does not exist says so; one that is over is served by the oldest that lives, without a word.
        return VersionRetired(text, code="version_retired", status=status)
    if error.code == _DUPLICATE:
        return Duplicate(text, urn="")
    if error.code in _TRANSIENT or error.is_transient or status >= 500:
        return ProviderError(text, status=status, retry_after_seconds=retry_after_seconds(_header(answer)))
    if error.code == TOO_EARLY:
        return ProviderError(text, code="media_waiting", status=status)
    code = "policy" if error.code == _POLICY else "not_found" if error.subcode == 33 else "invalid"
    return Refused(text, code=code, status=status)


def _header(answer: Answer) -> str | None:
    return answer.headers.get("Retry-After")


def _wait(answer: Answer) -> float:
    """Return the seconds a limit lasts: as told, or an hour."""
    told = retry_after_seconds(_header(answer))
    return told if told is not None else _regained(answer.headers.get("X-Business-Use-Case-Usage")) or HOUR_SECONDS


def _regained(usage: str | None) -> float:
    try:
        found = json.loads(usage or "{}")
        rows = [row for rows in found.values() for row in rows]
        minutes = [row.get("estimated_time_to_regain_access", 0) for row in rows]
        return max((60.0 * float(each) for each in minutes), default=0.0)
    except (ValueError, TypeError, AttributeError):
        return 0.0
