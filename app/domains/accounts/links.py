"""Links of letters that prove who reads a mailbox: signed, kept as fingerprints, good for one use."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import cast

from sqlalchemy import delete, func, select, update

from app.core import clock, crypto, events, letter_tokens
from app.core.db import changed, db
from app.domains.accounts.models import AccountLink, User

SALT = "account-link"
# A dead link still says what became of it, for a while.
KEPT = timedelta(days=30)
# Whoever asks more often is answered the same, and nothing more is written to the mailbox.
MOST_LETTERS, LETTERS_WITHIN = 5, timedelta(hours=1)


class Purpose(StrEnum):
    """What a link is for."""

    VERIFY = "verify"
    CHANGE = "change"
    RESET = "reset"


LIFE = {Purpose.VERIFY: timedelta(hours=48), Purpose.CHANGE: timedelta(hours=48), Purpose.RESET: timedelta(hours=1)}


def ask(purpose: Purpose, email: str, user: User | None = None) -> None:
    """Have a letter with a link written to an address, in the present transaction; the same work whoever has it."""
    row = AccountLink(
        purpose=purpose, email=email, user_id=user.id if user else None, expires_at=clock.now() + LIFE[purpose]
    )
    db.session.add(row)
    db.session.flush()
    events.emit("account.link_asked", row.id, workspace_id=None)


def issue(link_id: int) -> tuple[AccountLink, User, str] | None:
    """Draw the token of a link that was asked for; None when nobody is to be written to. No commit."""
    link = db.session.get(AccountLink, link_id)
    if link is None or link.used_at is not None or link.expires_at <= clock.now():
        return None
    whose = User.id == link.user_id if link.user_id is not None else User.email == link.email
    user = db.session.scalar(select(User).where(whose))
    if user is None or _is_pressing(link):
        return None
    token = letter_tokens.draw(SALT)
    link.user_id, link.fingerprint = user.id, crypto.fingerprint(token)
    return link, user, token


def find(token: str, *purposes: Purpose) -> AccountLink | None:
    """Return the link of a token, whatever became of it; what was not signed here is not even looked for."""
    known = letter_tokens.kept_as(SALT, token)
    if known is None:
        return None
    here = AccountLink.fingerprint == known
    return db.session.scalar(select(AccountLink).where(here, AccountLink.purpose.in_(purposes)))


def is_open(link: AccountLink) -> bool:
    """Tell whether a link may still be used."""
    return link.used_at is None and link.expires_at > clock.now()


def use(link: AccountLink) -> bool:
    """Take a link, in the present transaction; True for the one caller who did. Those asked for with it die too."""
    now = clock.now()
    free = update(AccountLink).where(
        AccountLink.id == link.id, AccountLink.used_at.is_(None), AccountLink.expires_at > now
    )
    won = changed(free.values(used_at=now)) == 1
    if won:
        close_all(cast(int, link.user_id), link.purpose)
    return won


def close_all(user_id: int, *purposes: str) -> None:
    """Close a person's links of some purposes, in the present transaction."""
    mine = update(AccountLink).where(AccountLink.user_id == user_id, AccountLink.purpose.in_(purposes))
    db.session.execute(mine.where(AccountLink.used_at.is_(None)).values(used_at=clock.now()))


def forget_old() -> None:
    """Delete the links that died a month ago, in the present transaction."""
    db.session.execute(delete(AccountLink).where(AccountLink.expires_at < clock.now() - KEPT))


def _is_pressing(link: AccountLink) -> bool:
    recent = select(func.count(AccountLink.id)).where(
        AccountLink.email == link.email,
        AccountLink.purpose == link.purpose,
        AccountLink.fingerprint.is_not(None),
        AccountLink.created_at > clock.now() - LETTERS_WITHIN,
    )
    return (db.session.scalar(recent) or 0) >= MOST_LETTERS
