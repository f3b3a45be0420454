"""What LinkedIn's calls share: headers, the error table, addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from app.providers.contracts import PublishedPost
from app.providers.errors import ProviderError, QuotaReached
from app.providers.http import Answer, Limits, error_for, redact

# publishing.md: 5 s to connect, 20 s to read; the lease of a delivery is 60 s.
LIMITS = Limits(connect_seconds=5, read_seconds=20, total_seconds=25, max_bytes=2_000_000)
UPLOAD_LIMITS = Limits(connect_seconds=5, read_seconds=20, total_seconds=30, max_bytes=200_000)


def bearer(access_token: str) -> dict[str, str]:
    """Return the header of a signed call."""
    return {"Authorization": f"Bearer {access_token}"}


def versioned(access_token: str, version: str) -> dict[str, str]:
    """Return the headers every /rest/ call needs."""
    return {
        **bearer(access_token),
        "LinkedIn-Version": version,
        "X-Restli-Protocol-Version": "2.0.0",
        "Content-Type": "application/json",
    }


def failure(answer: Answer, what: str, secrets: Iterable[str] = ()) -> ProviderError:
    """Return the error of an unhappy answer; a quota without a wait lasts until 00:00 UTC."""
    error = error_for(answer, what, secrets)
    if isinstance(error, QuotaReached) and error.retry_after_seconds is None:
        wait = seconds_to_midnight(datetime.now(UTC))
        return QuotaReached(str(error), code="quota_day", status=answer.status, retry_after_seconds=wait)
    return error


def seconds_to_midnight(now: datetime) -> float:
    """Return the seconds until 00:00 UTC, when LinkedIn's daily counters start again."""
    tomorrow = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return (tomorrow - now).total_seconds()


def error_codes(answer: Answer) -> tuple[set[str], str]:
    """Return the codes and the message of an error body; empty where it is not the usual object."""
    body = answer.json_object()
    details = body.get("errorDetails")
    inputs = details.get("inputErrors") if isinstance(details, Mapping) else None
    found = [body, *(inputs if isinstance(inputs, list) else [])]
    codes = {str(each["code"]) for each in found if isinstance(each, Mapping) and each.get("code")}
    return codes, str(body.get("message") or "")


def short(answer: Answer, what: str, secrets: Iterable[str] = ()) -> str:
    """Return a message about an answer, without secrets."""
    return redact(f"{what}: {answer.status} {answer.text}", secrets)


def encoded(urn: str) -> str:
    """Return a URN as an address wants it, colons included."""
    return quote(urn, safe="")


def published(urn: str) -> PublishedPost:
    """Return a publication with its public address."""
    return PublishedPost(urn, f"https://www.linkedin.com/feed/update/{urn}/")
