"""The one table of who may do what."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A person's place in a workspace."""

    OWNER = "owner"
    MANAGER = "manager"
    EDITOR = "editor"
    ANALYST = "analyst"
    CLIENT = "client"


_READ = frozenset({"campaign.read", "lead.read", "content.read", "delivery.read", "metrics.read"})
_DECIDE = frozenset({"content.approve"})
_WRITE = frozenset({"campaign.write", "lead.write", "content.write"})
_MANAGE = frozenset({"campaign.delete", "delivery.manage", "connection.manage", "profile.write"})

PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.OWNER: _READ | _DECIDE | _WRITE | _MANAGE | {"workspace.manage"},
    Role.MANAGER: _READ | _DECIDE | _WRITE | _MANAGE,
    Role.EDITOR: _READ | _WRITE,
    Role.ANALYST: _READ,
    # A client of an agency reads her own results and has the last word on what goes out.
    Role.CLIENT: frozenset({"campaign.read", "content.read", "delivery.read", "metrics.read"}) | _DECIDE,
}


def permissions_of(role: str) -> frozenset[str]:
    """Return what `role` may do; nothing for a role that does not exist."""
    return PERMISSIONS[Role(role)] if role in set(Role) else frozenset()
