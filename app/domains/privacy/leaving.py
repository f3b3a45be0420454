"""Close one's own account: seven days to change one's mind, then every row of hers, and her name wherever it stands."""

from __future__ import annotations

from sqlalchemy import delete, func, or_, select, update

from app.core import clock, crypto, logs, states
from app.core.db import db
from app.core.errors import Conflict
from app.domains.accounts import changes
from app.domains.accounts.changes import Change
from app.domains.accounts.models import AccountLink, User
from app.domains.audit import services as audit
from app.domains.contents.models import ContentDecision
from app.domains.notifications.models import Mail
from app.domains.privacy import closing, erasing_words, scope
from app.domains.privacy.models import Erasure
from app.domains.privacy.states import ERASURE_MOVES, GRACE, ErasureState, Subject
from app.domains.workspaces import members
from app.domains.workspaces.models import Invitation

JOB = "app.domains.privacy.jobs.close_account"
BARE = {"synchronize_session": False}

log = logs.get("privacy.leaving")


def ask(user: User) -> Erasure:
    """Have an account erased in seven days, tell its person by mail, and commit; asked twice, it is once.

    Raises:
        Conflict: she alone owns a workspace, which would be left without anybody.
    """
    known = waiting(user)
    if known is not None:
        return known
    if members.owned_alone(user.id):
        raise Conflict("owned_alone", erasing_words.OWNED_ALONE)
    row = Erasure(workspace_id=0, subject=Subject.ACCOUNT, code=crypto.new_code(), asked_by=user.id,
                  due_at=clock.now() + GRACE, sealed_recipient=crypto.seal(user.email),
                  language=user.language)  # fmt: skip
    db.session.add(row)
    changes.note(user, Change.CLOSING)
    db.session.commit()
    return row


def cancel(user: User) -> None:
    """Keep an account after all, and commit.

    Raises:
        Conflict: its erasure began.
    """
    row = waiting(user)
    if row is None:
        return
    if not _dropped(row):
        db.session.rollback()
        raise Conflict("erasing", erasing_words.TOO_LATE)
    audit.record("security.closing_cancelled", person_id=user.id)
    db.session.commit()


def waiting(user: User) -> Erasure | None:
    """Return the erasure that waits for an account, or is under way; never one of who had its number before."""
    hers = select(Erasure).where(
        Erasure.workspace_id == 0, Erasure.subject == Subject.ACCOUNT, Erasure.asked_by == user.id,
        Erasure.asked_at >= user.created_at,
        Erasure.state.in_((ErasureState.WAITING, ErasureState.RUNNING)),
    )  # fmt: skip
    return db.session.scalar(hers)


def ring_due() -> int:
    """Ring for the accounts whose days of grace are over; return how many."""
    return closing.ring_due(Subject.ACCOUNT, JOB)


def close(erasure_id: int) -> None:
    """Erase an account whose days are over.

    Nothing goes when she came to own a workspace alone meanwhile: it is hers to close first.
    """
    row = db.session.get(Erasure, erasure_id)
    if row is None or row.asked_by is None:
        return
    user = db.session.get(User, row.asked_by)
    if user is None or user.created_at > row.asked_at or members.owned_alone(user.id):
        _dropped(row)
        db.session.commit()
        return
    if not closing.claimed(row):
        db.session.rollback()
        return
    counts = _counts(user)
    members.leave_all(user)
    _unname(user)
    db.session.execute(delete(User).where(User.id == user.id).execution_options(**BARE))
    closing.end(row, counts, ("account_erased", erasing_words.ACCOUNT_CERTIFIED))
    db.session.commit()
    log.info("account erased")


def _dropped(row: Erasure) -> bool:
    return states.claim(row, ErasureState.CANCELLED, moves=ERASURE_MOVES, only_from=ErasureState.WAITING,
                        certificate={}, sealed_recipient="", ended_at=clock.now())  # fmt: skip


def _counts(user: User) -> dict[str, int]:
    """Count what goes with an account, table by table."""
    counts = {scope.USERS: 1}
    for table in scope.tables():
        hers = [key.parent == user.id for key in scope.owners(table) if key.column.table.name == scope.USERS]
        if hers:
            counts[table.name] = db.session.scalar(select(func.count()).select_from(table).where(or_(*hers))) or 0
    return counts


def _unname(user: User) -> None:
    """Take her address out of what stays: the journals keep what was done, and that a person did it."""
    db.session.execute(delete(Mail).where(or_(Mail.user_id == user.id, Mail.recipient == user.email)))
    db.session.execute(delete(AccountLink).where(AccountLink.email == user.email))
    db.session.execute(delete(Invitation).where(Invitation.email == user.email))
    decided = update(ContentDecision).where(ContentDecision.by_id == user.id, ContentDecision.by_name != "")
    db.session.execute(decided.values(by_name="", address="").execution_options(**BARE))
    audit.unname(user.id, user.email)
