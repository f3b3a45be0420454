"""What people ask of their own information, and the thirty days it is answered in (P-39.1, s. 32)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Select, delete, func, select

from app.core import clock, crypto, states
from app.core.db import changed, db
from app.core.errors import Conflict
from app.domains.notifications import outbox
from app.domains.privacy import facts, wording
from app.domains.privacy.models import PrivacyRequest
from app.domains.privacy.states import ANSWER_WITHIN, REQUEST_MOVES, WORRY_AFTER, RequestState
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.services import workspace_by_id

# One address asks a business so often a day; what comes above is taken as read.
MOST_A_DAY = 3
CONFIRM_WITHIN = timedelta(days=7)
# The officer is told at once, past twenty days, three days before the end, and once it is past.
STEPS = (timedelta(0), WORRY_AFTER, ANSWER_WITHIN - timedelta(days=3), ANSWER_WITHIN)
KEPT = timedelta(days=3 * 365)


def receive(workspace: Workspace, **values: str) -> None:
    """Note a request, and mail its author the link that confirms it; commits. Says nothing of who is known here."""
    recent = _of_address(workspace.id, values["email"]).where(PrivacyRequest.received_at > clock.in_seconds(-86_400))
    if workspace.is_demo or len(db.session.scalars(recent).all()) >= MOST_A_DAY:
        return
    token = crypto.new_token()
    row = PrivacyRequest(workspace_id=workspace.id, fingerprint=crypto.fingerprint(token), **values)
    db.session.add(row)
    db.session.flush()
    letter = outbox.Letter(workspace.id, "privacy_confirm", f"privacy_confirm:{row.id}", row.email)
    address = f"{outbox.site()}/confidentialite/demande/{token}"
    outbox.post(letter, workspace=workspace, address=address, told_because=wording.ASKED_HERE)
    db.session.commit()


def of_token(token: str) -> PrivacyRequest | None:
    """Return the request a mailed link confirms."""
    return db.session.scalar(select(PrivacyRequest).where(PrivacyRequest.fingerprint == crypto.fingerprint(token)))


def confirm(request: PrivacyRequest) -> bool:
    """Open a request whose author's address is proved, tell the officer, and commit; False when it was open."""
    won = states.claim(request, RequestState.OPEN, moves=REQUEST_MOVES, confirmed_at=clock.now())
    if won:
        _tell_officer(request)
    db.session.commit()
    return won


def close(request: PrivacyRequest, answer: str, *, by_id: int, refused: bool = False) -> None:
    """Note what was answered, and commit.

    Raises:
        Conflict: it was answered already, or nobody confirmed it.
    """
    to = RequestState.REFUSED if refused else RequestState.ANSWERED
    if not states.claim(request, to, moves=REQUEST_MOVES, answer=answer, answered_by=by_id, answered_at=clock.now()):
        db.session.rollback()
        raise Conflict("answered", wording.NOT_NOW)
    db.session.commit()


def of_workspace(workspace_id: int) -> Sequence[PrivacyRequest]:
    """Return the requests somebody confirmed, what is to be done first, then the newest."""
    mine = select(PrivacyRequest).where(
        PrivacyRequest.workspace_id == workspace_id, PrivacyRequest.state != RequestState.UNCONFIRMED
    )
    open_first = (PrivacyRequest.state != RequestState.OPEN).asc()
    return db.session.scalars(mine.order_by(open_first, PrivacyRequest.received_at.desc(), PrivacyRequest.id)).all()


def request_of(workspace_id: int, request_id: int) -> PrivacyRequest | None:
    """Return one confirmed request of a workspace."""
    mine = select(PrivacyRequest).where(PrivacyRequest.id == request_id, PrivacyRequest.workspace_id == workspace_id)
    return db.session.scalar(mine.where(PrivacyRequest.state != RequestState.UNCONFIRMED))


def days_left(request: PrivacyRequest) -> int:
    """Return how many days are left to answer; less than zero once it is late."""
    return (request.received_at + ANSWER_WITHIN - clock.now()).days


def worrying(workspace_id: int) -> int:
    """Count the open requests older than twenty days."""
    late = select(func.count(PrivacyRequest.id)).where(
        PrivacyRequest.workspace_id == workspace_id, PrivacyRequest.state == RequestState.OPEN,
        PrivacyRequest.received_at <= clock.now() - WORRY_AFTER,
    )  # fmt: skip
    return db.session.scalar(late) or 0


def remind() -> int:
    """Remind officers of what still waits, one step at a time; commit, and return how many were told."""
    told = 0
    for request in db.session.scalars(select(PrivacyRequest).where(PrivacyRequest.state == RequestState.OPEN)).all():
        if request.reminded < len(STEPS) and clock.now() >= request.received_at + STEPS[request.reminded]:
            _tell_officer(request)
            told += 1
    db.session.commit()
    return told


def forget_old() -> int:
    """Delete requests nobody confirmed, and those answered long ago; return how many went."""
    now = clock.now()
    unconfirmed = (PrivacyRequest.state == RequestState.UNCONFIRMED) & (
        PrivacyRequest.received_at < now - CONFIRM_WITHIN
    )
    gone = changed(delete(PrivacyRequest).where(unconfirmed | (PrivacyRequest.answered_at < now - KEPT)))
    db.session.commit()
    return gone


def _tell_officer(request: PrivacyRequest) -> None:
    workspace = workspace_by_id(request.workspace_id)
    recipient = facts.officer(workspace).email
    passed = [number for number, step in enumerate(STEPS) if clock.now() >= request.received_at + step]
    request.reminded = passed[-1] + 1
    if not recipient or workspace.is_demo:
        return
    key = f"privacy_request:{request.id}:{request.reminded}"
    outbox.post(
        outbox.Letter(workspace.id, "privacy_request", key, recipient),
        workspace=workspace, days=days_left(request), asked=wording.KINDS[request.kind],
        address=f"{outbox.site()}/reglages/confidentialite/demandes/{request.id}", told_because=wording.YOU_ANSWER,
    )  # fmt: skip


def _of_address(workspace_id: int, email: str) -> Select[int]:
    mine = select(PrivacyRequest.id).where(PrivacyRequest.workspace_id == workspace_id)
    return mine.where(PrivacyRequest.email == email)
