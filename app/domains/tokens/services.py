"""Make, list, use and revoke the keys of programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import joinedload

from app.core import clock, crypto
from app.core.db import allow_writes, db
from app.core.errors import Conflict
from app.domains.accounts.models import ApiToken, User
from app.domains.audit import services as audit
from app.domains.tokens import wording
from app.domains.tokens.scopes import ALL

MOST_TOKENS = 50
PREFIX = "ag_"


@dataclass(frozen=True)
class Wish:
    """What a new token is to be; `days` is None for one that never ends."""

    name: str = ""
    scopes: Sequence[str] = (ALL,)
    days: int | None = None


def create(user: User, workspace_id: int, wish: Wish) -> str:
    """Add a token to one workspace, in the present transaction, and return it; only its fingerprint is kept."""
    token = PREFIX + crypto.new_token()
    row = ApiToken(
        user_id=user.id,
        workspace_id=workspace_id,
        fingerprint=crypto.fingerprint(token),
        name=wish.name,
        scopes=[str(each) for each in wish.scopes],
        expires_at=clock.now() + timedelta(days=wish.days) if wish.days else None,
    )
    db.session.add(row)
    return token


def open_token(user: User, workspace_id: int, wish: Wish) -> str:
    """Add a token and commit; return it, to be shown once.

    Raises:
        Conflict: there are as many as there may be.
    """
    if (db.session.scalar(select(func.count(ApiToken.id)).where(*_living(workspace_id))) or 0) >= MOST_TOKENS:
        raise Conflict("too_many_tokens", wording.TOO_MANY)
    token = create(user, workspace_id, wish)
    audit.record("token.created", workspace_id=workspace_id, subject=wish.name)
    db.session.commit()
    return token


def of_workspace(workspace_id: int) -> Sequence[ApiToken]:
    """Return the tokens that are not revoked, newest first, with whom each acts for."""
    statement = select(ApiToken).where(*_living(workspace_id)).options(joinedload(ApiToken.user))
    return db.session.scalars(statement.order_by(ApiToken.id.desc())).all()


def one(workspace_id: int, token_id: int) -> ApiToken | None:
    """Return a token of this workspace that is not revoked."""
    return db.session.scalar(select(ApiToken).where(*_living(workspace_id), ApiToken.id == token_id))


def revoke(row: ApiToken) -> None:
    """End a token now, and commit."""
    row.revoked_at = clock.now()
    audit.record("token.revoked", workspace_id=row.workspace_id, subject=row.name)
    db.session.commit()


def present(token: str) -> ApiToken | None:
    """Return the row of this very token, unless it was revoked or has ended."""
    lives = or_(ApiToken.expires_at.is_(None), ApiToken.expires_at > clock.now())
    statement = select(ApiToken).where(ApiToken.fingerprint == crypto.fingerprint(token), lives)
    return db.session.scalar(statement.where(ApiToken.revoked_at.is_(None)))


def note_use(row: ApiToken) -> None:
    """Note the day of a token's use, and commit; nothing more is kept of it."""
    if row.last_used_on == clock.today():
        return
    allow_writes()
    said = update(ApiToken).where(ApiToken.id == row.id).values(last_used_on=clock.today())
    db.session.execute(said.execution_options(synchronize_session=False))
    db.session.commit()


def _living(workspace_id: int) -> tuple[ColumnElement[bool], ...]:
    return ApiToken.workspace_id == workspace_id, ApiToken.revoked_at.is_(None)
