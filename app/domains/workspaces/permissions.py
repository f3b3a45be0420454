"""The one table of who may do what."""

from __future__ import annotations

from enum import StrEnum


class ApprovalRule(StrEnum):
    """Who approves: whoever writes, one approver, or two of them one after the other."""

    NONE = "none"
    ONE = "one"
    TWO = "two"


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
    Role.OWNER: _READ | _DECIDE | _WRITE | _MANAGE | {"workspace.manage", "token.manage", "webhook.manage"},
    Role.MANAGER: _READ | _DECIDE | _WRITE | _MANAGE,
    Role.EDITOR: _READ | _WRITE,
    Role.ANALYST: _READ,
    # A client of an agency reads her own results and has the last word on what goes out.
    Role.CLIENT: frozenset({"campaign.read", "content.read", "delivery.read", "metrics.read"}) | _DECIDE,
}


def permissions_of(role: str, rule: str = ApprovalRule.ONE) -> frozenset[str]:
    """Return what `role` may do under a workspace's rule of approval; nothing for a role that does not exist."""
    held = PERMISSIONS[Role(role)] if role in set(Role) else frozenset()
    # Without a rule of approval, whoever may write a text may also say that it goes out.
    return held | _DECIDE if rule == ApprovalRule.NONE and held >= _WRITE else held


def approvers(rule: str) -> list[Role]:
    """Return the roles that may approve under a rule."""
    return [role for role in Role if permissions_of(role, rule) >= _DECIDE]
