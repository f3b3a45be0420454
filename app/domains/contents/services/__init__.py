"""The verbs of publications, one module a family."""

from __future__ import annotations

from app.domains.contents.services.asking import forget_old_answers
from app.domains.contents.services.authoring import duplicate, plan, restore, submit, write_own
from app.domains.contents.services.deciding import Approval, approve, mark_published, reject, reopen
from app.domains.contents.services.editing import TextRefused, edit
from app.domains.contents.services.fixing import fix
from app.domains.contents.services.following import MOST_VARIANTS, order_rewriting, order_variant
from app.domains.contents.services.ordering import (
    HELD_UNTIL,
    hold_writings,
    order_again,
    order_writings,
    release_writings,
)
from app.domains.contents.services.writing import write

__all__ = [
    "HELD_UNTIL",
    "MOST_VARIANTS",
    "Approval",
    "TextRefused",
    "approve",
    "duplicate",
    "edit",
    "fix",
    "forget_old_answers",
    "hold_writings",
    "mark_published",
    "order_again",
    "order_rewriting",
    "order_variant",
    "order_writings",
    "plan",
    "reject",
    "release_writings",
    "reopen",
    "restore",
    "submit",
    "write",
    "write_own",
]
