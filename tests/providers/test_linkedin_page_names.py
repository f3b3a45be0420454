"""The pages a member administers: their names are good to know, and never worth a wait."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.providers.contracts import Grant
from app.providers.errors import PermissionMissing
from app.providers.linkedin import pages
from tests.providers.scripted import Received, Reply, as_json, scripted

GRANT = Grant("un jeton", datetime(2027, 1, 1, tzinfo=UTC), ("w_organization_social",))
URNS = [f"urn:li:organization:{number}" for number in range(5001, 5026)]


def answered(name: Reply) -> tuple[list[str], int]:
    """List the pages where each page's own name is answered so; return their names, and how often we asked."""

    def script(received: Received) -> Reply:
        if "organizationAcls" in received.path:
            return as_json({"elements": [{"organization": urn} for urn in URNS]})
        return name

    with scripted(script) as server:
        found = pages.LinkedInPages(server.url, "202511", "AstroGrowth").accounts(GRANT)
    assert [each.account.urn for each in found] == URNS
    return [each.account.name for each in found], len(server.requests)


@pytest.mark.parametrize("status", [403, 404, 429, 500])
def test_a_page_that_does_not_say_its_name_is_called_by_its_number(status: int) -> None:
    assert answered(Reply(status=status)) == (URNS, 26)


def test_slow_names_are_not_waited_for_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "NAMES_SECONDS", 0.3)
    assert answered(Reply(fault="hang")) == (URNS, 2)


def test_a_right_that_was_not_granted_is_said_all_the_same() -> None:
    with scripted(Reply(status=403)) as server, pytest.raises(PermissionMissing):
        pages.LinkedInPages(server.url, "202511", "AstroGrowth").accounts(GRANT)
