"""Erase a whole workspace: seven days to change one's mind, then every row and every file; a certificate is mailed."""

from __future__ import annotations

from collections.abc import Sequence

from flask import current_app
from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import aliased

from app.core import clock, crypto, logs
from app.core.db import db
from app.core.errors import Conflict
from app.core.storage import StorageError, store
from app.domains.accounts.models import User
from app.domains.accounts.services import language_of
from app.domains.audit import services as audit
from app.domains.notifications import outbox
from app.domains.notifications.models import Mail
from app.domains.privacy import erasing_words, erasures, kept_incidents, scope
from app.domains.privacy.models import Erasure
from app.domains.privacy.states import GRACE, ErasureState, Subject
from app.domains.publishing import accounts
from app.domains.publishing import services as publishing
from app.domains.workspaces.models import Membership, Workspace

JOB = "app.domains.privacy.jobs.close_workspace"
# What stores keep of a workspace lies under these, then its number.
FOLDERS = ("contents", "logos", "imports", "privacy")
_PAUSED = "paused"

log = logs.get("privacy.closing")


def ask(workspace: Workspace, user: User) -> Erasure:
    """Have a workspace erased in seven days, hold what was to leave meanwhile, and commit; asked twice, it is once."""
    # One touch at a time: two at once would close it twice, and one change of mind keep it once.
    db.session.execute(select(Workspace.id).where(Workspace.id == workspace.id).with_for_update(key_share=True))
    waiting = closing(workspace.id)
    if waiting is not None:
        return waiting
    paused = workspace.paused_at is None
    workspace.paused_at = workspace.paused_at or clock.now()
    row = Erasure(workspace_id=workspace.id, subject=Subject.WORKSPACE, code=crypto.new_code(), asked_by=user.id,
                  due_at=clock.now() + GRACE, sealed_recipient=crypto.seal(user.email),
                  language=language_of(user.id), certificate={_PAUSED: paused})  # fmt: skip
    db.session.add(row)
    audit.record("erasure.asked", workspace_id=workspace.id)
    db.session.commit()
    return row


def cancel(workspace: Workspace) -> None:
    """Keep a workspace after all, let leave what waited, and commit.

    Raises:
        Conflict: its erasure began.
    """
    rows = db.session.scalars(erasures.under_way(workspace.id, Subject.WORKSPACE)).all()
    if not rows:
        return
    was_going = any(each.certificate.get(_PAUSED) for each in rows)
    if not all(erasures.cancelled(each, only_from=ErasureState.WAITING) for each in rows):
        db.session.rollback()
        raise Conflict("erasing", erasing_words.TOO_LATE)
    if was_going:
        workspace.paused_at = None
    audit.record("erasure.cancelled", workspace_id=workspace.id)
    db.session.commit()


def closing(workspace_id: int) -> Erasure | None:
    """Return the erasure that waits for a workspace, or is under way."""
    return db.session.scalar(erasures.under_way(workspace_id, Subject.WORKSPACE).limit(1))


def close(erasure_id: int) -> None:
    """Erase a workspace whose days are over; a worker that dies leaves the rest to the next."""
    row = db.session.get(Erasure, erasure_id)
    if row is None or not erasures.claimed(row):
        db.session.rollback()
        return
    workspace_id, people = row.workspace_id, _only_here(row.workspace_id)
    for connection in accounts.connections(workspace_id):
        publishing.disconnect(connection)
    counts = _counts(workspace_id, people)
    counts["files"] = _delete_files(workspace_id)
    kept_incidents.keep(workspace_id)
    for person in db.session.scalars(erasures.under_way(workspace_id, Subject.PERSON)).all():
        # All that is known of her here goes now.
        erasures.cancelled(person)
    bare = {"synchronize_session": False}
    db.session.execute(delete(Mail).where(Mail.user_id.in_(people)).execution_options(**bare))
    db.session.execute(delete(Workspace).where(Workspace.id == workspace_id).execution_options(**bare))
    db.session.execute(delete(User).where(User.id.in_(people)).execution_options(**bare))
    end(row, counts, ("workspace_erased", erasing_words.CERTIFIED))
    db.session.commit()
    log.info("workspace erased", workspace_id=workspace_id)


def _only_here(workspace_id: int) -> list[int]:
    other = aliased(Membership)
    elsewhere = exists().where(other.user_id == Membership.user_id, other.workspace_id != workspace_id)
    return list(
        db.session.scalars(select(Membership.user_id).where(Membership.workspace_id == workspace_id, ~elsewhere))
    )


def _counts(workspace_id: int, people: Sequence[int]) -> dict[str, int]:
    counts = {"users": len(people)}
    for table in scope.tables():
        clause = scope.of_workspace(table, workspace_id)
        if clause is not None and table.name != Erasure.__tablename__:
            counts[table.name] = db.session.scalar(select(func.count()).select_from(table).where(clause)) or 0
    return counts


def _delete_files(workspace_id: int) -> int:
    """Delete every file of a workspace; a store that does not answer has the erasure tried again."""
    try:
        return sum(store().delete_folder(f"{folder}/{workspace_id}") for folder in FOLDERS)
    except StorageError:
        log.exception("files not deleted", workspace_id=workspace_id)
        raise


def end(row: Erasure, counts: dict[str, int], mail: tuple[str, str]) -> None:
    """End an erasure with its certificate, mailed by a letter and the reason it is sent; in the present transaction."""
    recipient, (kind, because) = crypto.unseal(row.sealed_recipient), mail
    erasures.end(row, counts, asked_by=None)
    site = current_app.config["SETTINGS"].public_url
    letter = outbox.Letter(None, kind, f"{kind}:{row.id}", recipient, language=row.language)
    outbox.post(letter, address=f"{site}/confidentialite/attestation/{row.code}", digest=row.digest,
                told_because=because)  # fmt: skip
