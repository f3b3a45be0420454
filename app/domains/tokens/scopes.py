"""The one table of what a token may do; its person's role still has the last word."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

# What `flask token create` and the first tokens hold: everything, what does not exist yet included.
ALL = "all"


class Scope(StrEnum):
    """One thing a token may be let do."""

    READ = "read"
    CAMPAIGNS = "campaigns"
    CONTENTS = "contents"
    APPROVE = "contents:approve"
    DELIVERIES = "deliveries"
    WEBHOOKS = "webhooks"


SCOPES: dict[Scope, frozenset[str]] = {
    Scope.READ: frozenset({"campaign.read", "lead.read", "content.read", "delivery.read", "metrics.read"}),
    Scope.CAMPAIGNS: frozenset({"campaign.write", "campaign.delete", "lead.write"}),
    Scope.CONTENTS: frozenset({"content.write"}),
    Scope.APPROVE: frozenset({"content.approve"}),
    Scope.DELIVERIES: frozenset({"delivery.manage"}),
    Scope.WEBHOOKS: frozenset({"webhook.manage"}),
}


def scope_of(permission: str) -> Scope:
    """Return the scope that lets a token use a permission.

    Raises:
        LookupError: no scope gives it.
    """
    for scope, permissions in SCOPES.items():
        if permission in permissions:
            return scope
    raise LookupError(permission)


def holds(scopes: Collection[str], needed: Scope) -> bool:
    """Tell whether a token's scopes hold the one that is needed."""
    return ALL in scopes or needed in scopes
