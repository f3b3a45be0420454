"""The do-not-contact list: effective at once, by digests alone, whatever becomes of the prospect."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db
from app.domains.compliance import digests, queries
from app.domains.compliance.models import DoNotContact
from app.domains.compliance.states import LIFTABLE, Silence

RACES = 3


def forbid(workspace_id: int, values: Mapping[str, Any], *, reason: Silence, by_id: int | None) -> set[str]:
    """Leave a business alone from now on, in the present transaction; return its digests.

    `values` holds any of email(s), phone(s), other_phones, domain(s), records, places. A domain given
    here is the business's own: one that others share would silence them all.
    """
    kinds = digests.by_digest(workspace_id, values)
    _forbid(workspace_id, kinds, reason, by_id)
    return set(kinds)


def forbid_digest(workspace_id: int, mark: str, *, reason: Silence, by_id: int | None) -> None:
    """Leave alone an address of which only the digest is known, in the present transaction."""
    _forbid(workspace_id, {mark: digests.EMAIL}, reason, by_id)


def allow(workspace_id: int, values: Mapping[str, Any], also: Collection[str] = ()) -> frozenset[str]:
    """Take back what a person of the workspace had silenced, in the present transaction.

    `also` holds digests known from before. Returns the reasons that still stand: another's own request
    is never taken back here.
    """
    marks = digests.of_business(workspace_id, values) | set(also)
    here = (DoNotContact.workspace_id == workspace_id, DoNotContact.digest.in_(marks))
    db.session.execute(
        delete(DoNotContact)
        .where(*here, DoNotContact.reason.in_(LIFTABLE))
        .execution_options(synchronize_session=False)
    )
    return queries.reasons(workspace_id, marks)


def _forbid(workspace_id: int, kinds: dict[str, str], reason: Silence, by_id: int | None) -> None:
    for race in range(RACES):
        try:
            with db.session.begin_nested():
                _add(workspace_id, kinds, reason, by_id)
            break
        except IntegrityError:
            # Somebody silenced the same business at the same moment: read again.
            if race == RACES - 1:
                raise


def _add(workspace_id: int, kinds: dict[str, str], reason: Silence, by_id: int | None) -> None:
    here = (DoNotContact.workspace_id == workspace_id, DoNotContact.digest.in_(kinds))
    known = set(db.session.scalars(select(DoNotContact.digest).where(*here)))
    now = clock.now()
    rows = [
        {"workspace_id": workspace_id, "kind": kind, "digest": mark, "reason": str(reason), "by_id": by_id,
         "created_at": now}
        for mark, kind in kinds.items() if mark not in known
    ]  # fmt: skip
    if rows:
        db.session.execute(insert(DoNotContact), rows)
    if known and reason not in LIFTABLE:
        # What could be taken back no longer can.
        raised = update(DoNotContact).where(*here, DoNotContact.reason.in_(LIFTABLE)).values(reason=str(reason))
        db.session.execute(raised.execution_options(synchronize_session=False))
