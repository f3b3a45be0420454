"""Close one's own account: seven days to change one's mind, then every row of hers, and her name wherever it stands."""

from __future__ import annotations

from sqlalchemy import Select, delete, func, or_, select, update

from app.core import clock, crypto, logs
from app.core.db import db
from app.core.errors import Conflict
from app.domains.accounts import changes
from app.domains.accounts.changes import Change
from app.domains.accounts.models import AccountLink, User
from app.domains.audit import services as audit
from app.domains.contents.models import ContentDecision
from app.domains.notifications.models import Mail
from app.domains.privacy import closing, erasing_words, erasures, scope
from app.domains.privacy.models import Erasure
from app.domains.privacy.states import GRACE, ErasureState, Subject
from app.domains.workspaces import members
from app.domains.workspaces.models import Invitation

JOB = "app.domains.privacy.jobs.close_account"
BARE = {"synchronize_session": False}

log = logs.get("privacy.account_closing")


def ask(user: User) -> Erasure:
    """Have an account erased in seven days, tell its person by mail, and commit; asked twice, it is once.

    Raises:
        Conflict: she alone owns a workspace, which would be left without anybody.
    """
    # One touch at a time: two at once would close the account twice, and one change of mind keep it once.
    db.session.execute(select(User.id).where(User.id == user.id).with_for_update(key_share=True))
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
    rows = db.session.scalars(_of(user)).all()
    if not rows:
        return
    if not all(erasures.cancelled(each, only_from=ErasureState.WAITING) for each in rows):
        db.session.rollback()
        raise Conflict("erasing", erasing_words.TOO_LATE)
    audit.record("security.closing_cancelled", person_id=user.id)
    db.session.commit()


def waiting(user: User) -> Erasure | None:
    """Return the erasure that waits for an account, or is under way; never one of who had its number before."""
    return db.session.scalar(_of(user).limit(1))


def _of(user: User) -> Select[Erasure]:
    return select(Erasure).where(
        Erasure.workspace_id == 0, Erasure.subject == Subject.ACCOUNT, Erasure.asked_by == user.id,
        Erasure.asked_at >= user.created_at,
        Erasure.state.in_((ErasureState.WAITING, ErasureState.RUNNING)),
    )  # fmt: skip


def close(erasure_id: int) -> None:
    """Erase an account whose days are over.

    Nothing goes when she came to own a workspace alone meanwhile: it is hers to close first.
    """
    row = db.session.get(Erasure, erasure_id)
    if row is None or row.asked_by is None:
        return
    if not erasures.claimed(row):
        db.session.rollback()
        return
    user = db.session.get(User, row.asked_by)
    if user is None or user.created_at > row.asked_at:
        _give_up(row)
        return
    counts = _counts(user)
    try:
        members.leave_all(user)
    except Conflict as refusal:
        db.session.rollback()
        if refusal.code != members.ALONE:
            raise
        _give_up(row)
        return
    _unname(user)
    db.session.execute(delete(User).where(User.id == user.id).execution_options(**BARE))
    closing.end(row, counts, ("account_erased", erasing_words.ACCOUNT_CERTIFIED))
    db.session.commit()
    log.info("account erased")


def _give_up(row: Erasure) -> None:
    """Let an erasure go that was taken up, and commit: nothing would ever end it."""
    erasures.cancelled(row)
    db.session.commit()


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
