"""Every kind of news: who is told, by default how, and whether it can wait until morning."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from app.domains.workspaces.permissions import Role, approvers


class Kind(StrEnum):
    """What a person may be told."""

    LEADS_READY = "leads_ready"
    TO_APPROVE = "to_approve"
    PUBLISHED = "published"
    LATE = "late"
    RECONNECT = "reconnect"
    UNCONFIRMED = "unconfirmed"
    REFUSED = "refused"
    WEEKLY = "weekly"
    WEBHOOK = "webhook"
    ACCOUNT = "account"


class Channel(StrEnum):
    """How she is told."""

    MAIL = "mail"
    APP = "app"
    PUSH = "push"


@dataclass(frozen=True)
class Rule:
    """`roles` is None for whoever approves. What may not be stopped is about the account's own safety."""

    roles: Collection[Role] | None
    mail: bool = True
    can_wait: bool = False
    may_stop: bool = True


_OWNER = (Role.OWNER,)
_KEEPERS = (Role.OWNER, Role.MANAGER)
_READERS = (Role.OWNER, Role.MANAGER, Role.CLIENT)

# Prospects come a minute after their campaign was launched: whoever launched it is awake.
RULES: dict[Kind, Rule] = {
    Kind.LEADS_READY: Rule(_OWNER),
    Kind.TO_APPROVE: Rule(None, can_wait=True),
    Kind.PUBLISHED: Rule(_READERS, can_wait=True),
    Kind.LATE: Rule(_KEEPERS, can_wait=True),
    Kind.RECONNECT: Rule(_KEEPERS, can_wait=True),
    Kind.UNCONFIRMED: Rule(_KEEPERS, can_wait=True),
    Kind.REFUSED: Rule(_KEEPERS, can_wait=True),
    Kind.WEEKLY: Rule(_READERS, can_wait=True),
    Kind.WEBHOOK: Rule(_OWNER, can_wait=True),
    Kind.ACCOUNT: Rule(_OWNER, may_stop=False),
}
# What a person may choose about.
CHOSEN = tuple(kind for kind, rule in RULES.items() if rule.may_stop)


def known(name: str) -> Kind | None:
    """Return the kind of this name, if there is one."""
    return Kind(name) if name in set(Kind) else None


def roles_of(kind: Kind, approval_rule: str) -> Collection[Role]:
    """Return the roles a kind of news is for."""
    roles = RULES[kind].roles
    return approvers(approval_rule) if roles is None else roles
