"""The thumb: approve, reject, take a decision back, answer a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from app.core import clock, states
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents import services as contents
from app.domains.contents.judging import Flag
from app.domains.contents.models import Content
from app.domains.contents.queries import content as content_by_id
from app.domains.contents.services.decisions import RULE, UNSAID, Origin, record
from app.domains.contents.services.seconding import approvals_needed
from app.domains.contents.wording import TEXT_CHANGED
from app.domains.publishing import queries, wording
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.domains.publishing.services import pace, telling
from app.domains.publishing.services.planning import ABSENT, ring
from app.domains.publishing.states import MOVES, DeliveryState
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.services import workspace_by_id


@dataclass(frozen=True)
class Decision:
    """What an approval planned (nothing without a connection), and what was said of the text all the same.

    Where two people have to approve, the first one's plans nothing: `approvals` is then less than `needed`.
    """

    deliveries: Sequence[Delivery]
    warnings: Sequence[Flag]
    approvals: int = 1
    needed: int = 1

    @property
    def delivery(self) -> Delivery | None:
        """Return the first of what was planned."""
        return self.deliveries[0] if self.deliveries else None

    @property
    def is_first(self) -> bool:
        """Tell whether another person has yet to approve."""
        return self.approvals < self.needed


def approve(
    content: Content, by: int | None, confirm: bool = False, origin: Origin = UNSAID, seen: int | None = None
) -> Decision:
    """Approve a content, plan its deliveries in the same transaction, and commit.

    Args:
        content: what is approved.
        by: whose decision it is; None for the workspace's own rule.
        confirm: approve a near-duplicate all the same.
        origin: where it came from.
        seen: the revision that was read; None where nobody says.

    Raises:
        Conflict: decided already, a blocking flag, near_duplicate unless `confirm`, second_person_needed, or changed
            since it was `seen`.
    """
    if seen is not None and seen != content.revision:
        raise Conflict("changed", TEXT_CHANGED)
    approval = contents.approve(content, by, confirm, origin)
    deliveries = queries.open_deliveries(content.id)
    db.session.commit()
    return Decision(deliveries, approval.warnings, approval.approvals, approval.needed)


def is_under_a_rule(content_id: int) -> bool:
    """Tell whether the owner of a content switched on a rule of her own."""
    switch = select(Workspace.auto_approve).join(Content, Content.workspace_id == Workspace.id)
    return bool(db.session.scalar(switch.where(Content.id == content_id)))


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


def cancel(delivery: Delivery, by: int, origin: Origin = UNSAID) -> bool:
    """Cancel a planned delivery.

    Returns:
        True when its content awaits a decision again, its other deliveries cancelled with it; False when the content
        is out on another account, or may be: then this delivery alone is.

    Raises:
        Conflict: it is leaving, may be out, or is over; or a demonstration.
    """
    refuse_demo(delivery)
    if delivery.state not in (DeliveryState.SCHEDULED, DeliveryState.BLOCKED):
        raise Conflict("already_leaving", wording.TOO_LATE)
    content = content_by_id(delivery.workspace_id, delivery.content_id)
    if content is None:
        raise Conflict("already_leaving", wording.TOO_LATE)
    if not queries.is_anywhere(content.id):
        reopen(content, by, origin)
        return True
    queries.hold_content(content.id)
    if not states.claim(delivery, DeliveryState.CANCELLED, moves=MOVES, reason=""):
        db.session.rollback()
        raise Conflict("already_leaving", wording.TOO_LATE)
    record(content, "not_there", by=by, origin=origin, detail=wording.account(delivery.connection))
    telling.announce_end(delivery)
    db.session.commit()
    return False


def reason_of(delivery: Delivery) -> str:
    """Return why a delivery is not simply under way, in French; empty when all is well, waiting its turn included."""
    return "" if delivery.reason == pace.REASON else wording.reason_of(delivery)


def resolve(delivery: Delivery, published: bool, by: int | None = None, origin: Origin = UNSAID) -> None:
    """Take the owner's word on a delivery nobody heard back of, and commit.

    Raises:
        Conflict: the question is no longer open; or a demonstration.
    """
    refuse_demo(delivery)
    if not (_owner_sees_it(delivery) if published else _owner_does_not(delivery)):
        db.session.rollback()
        raise Conflict("not_unconfirmed", wording.NO_QUESTION)
    content = content_by_id(delivery.workspace_id, delivery.content_id)
    if content is not None:
        record(content, "said_out" if published else "said_not_out", by=by, origin=origin)
    db.session.commit()


def refuse_demo(delivery: Delivery) -> None:
    """Raise Conflict where a delivery is a demonstration's."""
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
    telling.announce_end(delivery)
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
        scheduled_at=slot, promised_at=slot, lease_until=None,
    )  # fmt: skip
    if won:
        ring(delivery)
    return won
