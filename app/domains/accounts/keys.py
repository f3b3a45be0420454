"""What opens an account beside its password: passkeys, and the tokens of a person's programs."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import delete, func, select, update

from app.core import clock
from app.core.db import changed, db
from app.domains.accounts import changes
from app.domains.accounts.changes import Change
from app.domains.accounts.models import ApiToken, BackupCode, Passkey, TwoSteps, User
from app.domains.audit import services as audit
from app.domains.audit.actors import present


def has_any(user_id: int) -> bool:
    """Tell whether a person has passkeys or living tokens."""
    held = select(func.count(Passkey.id)).where(Passkey.user_id == user_id)
    given = select(func.count(ApiToken.id)).where(ApiToken.user_id == user_id, ApiToken.revoked_at.is_(None))
    return any(db.session.scalar(each) for each in (held, given))


def revoke_all(user: User) -> None:
    """Let in no passkey and no program of a person's any more, and tell her, in the present transaction."""
    if changed(delete(Passkey).where(Passkey.user_id == user.id)):
        changes.note(user, Change.PASSKEY_REMOVED)
    revoke_tokens(user)


def revoke_tokens(user: User) -> None:
    """Close every token of a person's programs, in the present transaction, and note each where it worked."""
    living = select(ApiToken).where(ApiToken.user_id == user.id, ApiToken.revoked_at.is_(None))
    who = replace(present(), by_id=user.id)
    for token in db.session.scalars(living).all():
        audit.record("token.revoked", workspace_id=token.workspace_id, subject=token.name, actor=who)
    closed = update(ApiToken).where(ApiToken.user_id == user.id, ApiToken.revoked_at.is_(None))
    db.session.execute(closed.values(revoked_at=clock.now()))


def erase_all(user: User) -> None:
    """Delete what opens an account beside its password, codes included, in the present transaction."""
    for table in (Passkey, TwoSteps, BackupCode, ApiToken):
        db.session.execute(delete(table).where(table.user_id == user.id))
