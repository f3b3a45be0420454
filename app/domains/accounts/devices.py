"""The browsers a person is signed in with: one row each, so that any of them can be signed out from another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select, update

from app.core import clock, crypto
from app.core.db import changed, db
from app.domains.accounts import browsers, journal
from app.domains.accounts.models import Device, User

LIFE = timedelta(days=30)
# A visit is written down this often at most: pages read, and reading should not write.
SEEN_EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class Visitor:
    """What a request says of where it comes from."""

    agent: str
    address: str


def open_device(user: User, visitor: Visitor, *, proved: bool = True) -> str:
    """Add a signed-in browser, commit, and return the token its cookie is to carry."""
    token = crypto.new_token()
    db.session.add(
        Device(
            user_id=user.id,
            fingerprint=crypto.fingerprint(token),
            password_mark=mark_of(user),
            browser=browsers.browser_of(visitor.agent),
            system=browsers.system_of(visitor.agent),
            address=visitor.address[:45],
            proved_at=clock.now() if proved else None,
        )
    )
    db.session.commit()
    return token


def find(token: str) -> tuple[Device, User] | None:
    """Return the living browser of a token with its person, in one query."""
    statement = select(Device, User).join(User, Device.user_id == User.id)
    row = db.session.execute(statement.where(Device.fingerprint == crypto.fingerprint(token), _is_alive())).first()
    # A sign-in that was under way while the password changed opened its row with the old one.
    return (row[0], row[1]) if row is not None and row[0].password_mark == mark_of(row[1]) else None


def mark_of(user: User) -> str:
    """Return a mark of the present password, that tells nothing of it."""
    return crypto.fingerprint(user.password_hash)[:16]


def is_stale(device: Device) -> bool:
    """Tell whether the last visit that was written down is old enough to write this one."""
    return clock.now() - device.seen_at > SEEN_EVERY


def note_visit(device: Device, visitor: Visitor) -> None:
    """Write down a visit, and commit; of several at once, one writes."""
    now = clock.now()
    fresh = update(Device).where(Device.id == device.id, Device.seen_at < now - SEEN_EVERY)
    db.session.execute(fresh.values(seen_at=now, address=visitor.address[:45]))
    db.session.commit()


def prove(device: Device) -> None:
    """Write down that its person just proved who she is, and commit."""
    device.proved_at = clock.now()
    db.session.commit()


def devices_of(user_id: int) -> Sequence[Device]:
    """Return a person's browsers, the last seen first."""
    statement = select(Device).where(Device.user_id == user_id, _is_alive())
    return db.session.scalars(statement.order_by(Device.seen_at.desc(), Device.id.desc())).all()


def device_of(user_id: int, device_id: int) -> Device | None:
    """Return one browser of a person."""
    return db.session.scalar(select(Device).where(Device.id == device_id, Device.user_id == user_id))


def sign_out(user: User, device: Device) -> None:
    """Sign a browser of hers out from another, and commit."""
    journal.write("security.session_ended", user, subject=browsers.named(device.browser, device.system))
    close(device.id)


def close(device_id: int) -> None:
    """Sign a browser out, and commit: its cookie opens nothing any more, wherever it is."""
    db.session.execute(delete(Device).where(Device.id == device_id))
    db.session.commit()


def close_all(user_id: int) -> None:
    """Sign out every browser of a person, in the present transaction."""
    db.session.execute(delete(Device).where(Device.user_id == user_id))


def close_others(user: User, present: Device | None) -> int:
    """Sign out every browser of a person but the one she holds, and commit; return how many."""
    others = delete(Device).where(Device.user_id == user.id, Device.id != (present.id if present else 0))
    count = changed(others)
    if count:
        journal.write("security.sessions_ended", user)
    db.session.commit()
    return count


def forget_old() -> None:
    """Delete the rows whose cookie has expired, in the present transaction."""
    db.session.execute(delete(Device).where(~_is_alive()))


def _is_alive() -> Any:
    return Device.created_at > clock.now() - LIFE
