"""The thumb: approve, reject, take a decision back, answer a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import update

from app.core import clock, states
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import emit
from app.domains.contents import services as contents
from app.domains.contents.judging import Flag
from app.domains.contents.models import Content
from app.domains.contents.queries import content as content_by_id
from app.domains.contents.services.decisions import RULE, UNSAID, Origin, record
from app.domains.contents.services.seconding import approvals_needed
from app.domains.publishing import queries, wording
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.domains.publishing.services import pace
from app.domains.publishing.services.planning import ABSENT, ring
from app.domains.publishing.states import MOVES, DeliveryState
from app.domains.workspaces.services import workspace_by_id


@dataclass(frozen=True)
class Decision:
    """What an approval planned (None without a connection), and what was said of the text all the same.

    Where two people have to approve, the first one's plans nothing: `approvals` is then less than `needed`.
    """

    delivery: Delivery | None
    warnings: Sequence[Flag]
    approvals: int = 1
    needed: int = 1

    @property
    def is_first(self) -> bool:
        """Tell whether another person has yet to approve."""
        return self.approvals < self.needed


def approve(content: Content, by: int | None, confirm: bool = False, origin: Origin = UNSAID) -> Decision:
    """Approve a content, plan its delivery in the same transaction, and commit.

    Raises:
        Conflict: decided already, a blocking flag, near_duplicate unless `confirm`, or second_person_needed.
    """
    approval = contents.approve(content, by, confirm, origin)
    delivery = queries.open_delivery(content.id)
    db.session.commit()
    return Decision(delivery, approval.warnings, approval.approvals, approval.needed)


def auto_approve(content_id: int) -> None:
    """Approve a content by the workspace's own rule, when its owner switched it on."""
    content = db.session.get(Content, content_id)
    if content is None:
        return
    workspace = workspace_by_id(content.workspace_id)
    # A person's standing order covers what nothing is held against, and nothing else.
    is_on = workspace.auto_approve and not workspace.is_demo and approvals_needed(workspace) == 1
    if not is_on or content.score < workspace.auto_approve_threshold or content.flags:
        return
    try:
        approve(content, None, origin=RULE)
    except Conflict:
        db.session.rollback()


def reject(content: Content, by: int, origin: Origin = UNSAID) -> None:
    """Reject a content, and commit; raises Conflict when it was decided already."""
    contents.reject(content, by, origin)


def reopen(content: Content, by: int, origin: Origin = UNSAID) -> None:
    """Take a decision, or a first approval, back: what was planned is cancelled, the content awaits again; commit.

    Raises:
        Conflict: it is leaving, may be out, or is out.
    """
    try:
        contents.reopen(content, by, origin)
    except Conflict:
        db.session.rollback()
        raise
    db.session.commit()


def cancel(delivery: Delivery, by: int, origin: Origin = UNSAID) -> None:
    """Cancel a planned delivery; its content awaits a decision again.

    Raises:
        Conflict: it is leaving, may be out, or is over; or a demonstration.
    """
    _refuse_demo(delivery)
    if delivery.state not in (DeliveryState.SCHEDULED, DeliveryState.BLOCKED):
        raise Conflict("already_leaving", wording.TOO_LATE)
    content = content_by_id(delivery.workspace_id, delivery.content_id)
    if content is None:
        raise Conflict("already_leaving", wording.TOO_LATE)
    reopen(content, by, origin)


def reason_of(delivery: Delivery) -> str:
    """Return why a delivery is not simply under way, in French; empty when all is well, waiting its turn included."""
    return "" if delivery.reason == pace.REASON else wording.reason(delivery.reason)


def resolve(delivery: Delivery, published: bool, by: int | None = None, origin: Origin = UNSAID) -> None:
    """Take the owner's word on a delivery nobody heard back of, and commit.

    Raises:
        Conflict: the question is no longer open; or a demonstration.
    """
    _refuse_demo(delivery)
    if not (_owner_sees_it(delivery) if published else _owner_does_not(delivery)):
        db.session.rollback()
        raise Conflict("not_unconfirmed", wording.NO_QUESTION)
    content = content_by_id(delivery.workspace_id, delivery.content_id)
    if content is not None:
        record(content, "said_out" if published else "said_not_out", by=by, origin=origin)
    db.session.commit()


def _refuse_demo(delivery: Delivery) -> None:
    if workspace_by_id(delivery.workspace_id).is_demo:
        raise Conflict("demo", wording.DEMO_HELD)


def _owner_sees_it(delivery: Delivery) -> bool:
    queries.hold_content(delivery.content_id)
    if not states.claim(
        delivery, DeliveryState.PUBLISHED, moves=MOVES, only_from=DeliveryState.UNCONFIRMED, reason="",
        published_at=clock.now(), lease_until=None,
    ):  # fmt: skip
        return False
    contents.mark_published(delivery.content_id)
    payload = {"delivery_id": delivery.id, "content_id": delivery.content_id, "state": delivery.state}
    emit("delivery.ended", delivery.id, workspace_id=delivery.workspace_id, payload=payload)
    return True


def _owner_does_not(delivery: Delivery) -> bool:
    # Kept as an attempt of ours: should the network answer « duplicate », its URN is adopted.
    db.session.execute(
        update(DeliveryAttempt)
        .where(DeliveryAttempt.delivery_id == delivery.id, DeliveryAttempt.answered_at.is_(None))
        .values(answered_at=clock.now(), outcome=ABSENT)
    )
    slot = queries.next_slot(db.session.get_one(Connection, delivery.connection_id), clock.now())
    won = states.claim(
        delivery, DeliveryState.SCHEDULED, moves=MOVES, only_from=DeliveryState.UNCONFIRMED, reason="",
        scheduled_at=slot, lease_until=None,
    )  # fmt: skip
    if won:
        ring(delivery)
    return won
