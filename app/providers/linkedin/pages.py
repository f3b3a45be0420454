"""The pages a member administers, for who chose to publish as one of them (Community Management API).

The contract (05, 2026-11-21) names the scopes and the URNs; the two reads below are long-standing public behaviour,
UNVERIFIED today: https://learn.microsoft.com/linkedin/marketing/community-management/organizations.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from app.providers.contracts import Account, Grant, OpenedAccount
from app.providers.errors import ProviderError
from app.providers.http import Call, HttpDoor, Limits
from app.providers.linkedin import wire

MOST = 25
# A person waits for the list: all the names together take no longer.
NAMES_SECONDS = 10.0
_SHORTEST_SECONDS = 0.1
_ORGANIZATION = "urn:li:organization:"


class LinkedInPages:
    """An AccountChooser: the pages behind a member's grant."""

    def __init__(self, api_url: str, version: str, user_agent: str) -> None:
        self._api_url = api_url.rstrip("/")
        self._version = version
        self._door = HttpDoor(user_agent, wire.LIMITS)

    def accounts(self, grant: Grant) -> Sequence[OpenedAccount]:
        """List the pages she administers.

        Raises:
            PermissionMissing: the scopes of a page were not granted.
            ProviderError: LinkedIn did not answer.
        """
        path = f"organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED&count={MOST}"
        rows = self._read(grant.access_token, path, "list the pages").get("elements")
        urns = [row.get("organization") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        pages = [urn for urn in urns if isinstance(urn, str) and urn.startswith(_ORGANIZATION)][:MOST]
        until = time.monotonic() + NAMES_SECONDS
        names = [self._name(grant.access_token, urn, until - time.monotonic()) for urn in pages]
        return [
            OpenedAccount("linkedin", Account(urn, name, kind="page"), grant)
            for urn, name in zip(pages, names, strict=True)
        ]

    def _name(self, access_token: str, urn: str, seconds: float) -> str:
        """Return what a page is called, or its number: a name is only good to know."""
        number = urn.removeprefix(_ORGANIZATION)
        if not (number.isascii() and number.isdigit()) or seconds < _SHORTEST_SECONDS:
            return urn
        limits = Limits(min(wire.LIMITS.connect_seconds, seconds), seconds, seconds, max_bytes=200_000)
        try:
            found = self._read(access_token, f"organizations/{number}", "read the page", limits)
        except ProviderError:
            return urn
        name = found.get("localizedName")
        return name if isinstance(name, str) and name.strip() else urn

    def _read(self, access_token: str, path: str, what: str, limits: Limits = wire.LIMITS) -> dict[str, Any]:
        headers = wire.versioned(access_token, self._version)
        answer = self._door.send(Call("GET", f"{self._api_url}/rest/{path}", headers, limits=limits))
        if answer.status != 200:
            raise wire.failure(answer, what, [access_token])
        found = answer.json()
        if not isinstance(found, dict):
            raise ProviderError(f"{what}: not an object", code="malformed", status=200)
        return found
