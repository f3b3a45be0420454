"""The one table of who may do what: a line a permission, a column a role. Doors name theirs (core/access.py)."""

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


# An analyst reads results and what they are of; a client of an agency sees her results, and has the last word on what
# goes out; neither sees anything else.
TABLE = {
    #                     owner manager editor analyst client
    "workspace.read":    ("yes", "yes", "yes", "yes", "yes"),
    "metrics.read":      ("yes", "yes", "yes", "yes", "yes"),
    "content.read":      ("yes", "yes", "yes", "yes", "yes"),
    "content.approve":   ("yes", "yes", "",    "",    "yes"),
    "content.write":     ("yes", "yes", "yes", "",    ""),
    "campaign.read":     ("yes", "yes", "yes", "yes", ""),
    "campaign.write":    ("yes", "yes", "yes", "",    ""),
    "campaign.delete":   ("yes", "yes", "",    "",    ""),
    "lead.read":         ("yes", "yes", "yes", "",    ""),
    "lead.write":        ("yes", "yes", "yes", "",    ""),
    "delivery.read":     ("yes", "yes", "yes", "yes", ""),
    "delivery.manage":   ("yes", "yes", "",    "",    ""),
    "journal.read":      ("yes", "yes", "yes", "yes", ""),
    "profile.read":      ("yes", "yes", "yes", "yes", ""),
    "profile.write":     ("yes", "yes", "",    "",    ""),
    "connection.manage": ("yes", "yes", "",    "",    ""),
    "member.read":       ("yes", "yes", "",    "",    ""),
    "member.manage":     ("yes", "",    "",    "",    ""),
    "audit.read":        ("yes", "yes", "",    "",    ""),
    "token.manage":      ("yes", "",    "",    "",    ""),
    "webhook.manage":    ("yes", "",    "",    "",    ""),
    "workspace.manage":  ("yes", "",    "",    "",    ""),
}  # fmt: skip
PERMISSIONS = {
    role: frozenset(name for name, held in TABLE.items() if held[column]) for column, role in enumerate(Role)
}
_DECIDE = frozenset({"content.approve"})
_WRITE = frozenset({"campaign.write", "lead.write", "content.write"})


def permissions_of(role: str, rule: str = ApprovalRule.ONE) -> frozenset[str]:
    """Return what `role` may do under a workspace's rule of approval; nothing for a role that does not exist."""
    held = PERMISSIONS[Role(role)] if role in set(Role) else frozenset()
    # Without a rule of approval, whoever may write a text may also say that it goes out.
    return held | _DECIDE if rule == ApprovalRule.NONE and held >= _WRITE else held


def approvers(rule: str) -> list[Role]:
    """Return the roles that may approve under a rule."""
    return [role for role in Role if permissions_of(role, rule) >= _DECIDE]
