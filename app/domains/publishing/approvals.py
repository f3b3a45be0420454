"""What the page says of two steps of approval."""

from __future__ import annotations

from dataclasses import dataclass

from flask import g

from app.domains.contents import decision_words
from app.domains.contents.models import Content
from app.domains.contents.services.decisions import person_name
from app.domains.contents.services.seconding import approvals_needed, first_stands


@dataclass(frozen=True)
class Steps:
    """How many people have to approve, and the first approval's sentence (empty without one)."""

    needed: int = 1
    first: str = ""
    is_mine: bool = False


def steps_of(content: Content, person_id: int) -> Steps:
    """Return where a publication stands among its approvals, as `person_id` sees it."""
    needed = approvals_needed(g.workspace)
    if needed == 1 or not first_stands(content):
        return Steps(needed)
    mine = content.first_approved_by == person_id
    name = decision_words.YOU if mine else person_name(content.first_approved_by)
    return Steps(needed, decision_words.first_approval(content, name), mine)


def first_line(content: Content) -> str:
    """Return what a card of the gallery says of a first approval; empty without one."""
    if content.state != "pending" or approvals_needed(g.workspace) == 1:
        return ""
    return decision_words.first_approval(content)
