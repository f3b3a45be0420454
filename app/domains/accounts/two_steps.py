"""The second step of a sign-in: six digits of a phone (RFC 6238), or a backup code; each serves once."""

from __future__ import annotations

import hashlib
import hmac
import io
import secrets

import pyotp
import segno
from flask import current_app
from sqlalchemy import delete, func, select, update

from app.core import clock, crypto, limits
from app.core.db import changed, db
from app.domains.accounts import changes, journal
from app.domains.accounts.changes import Change
from app.domains.accounts.models import BackupCode, TwoSteps, User
from app.domains.accounts.services import AccountError
from app.domains.accounts.wording import CODE_WRONG

STEP_SECONDS = 30
# A phone whose clock is half a minute off still gets in.
NEIGHBOURS = (0, -1, 1)
CODE_COUNT, CODE_SIGNS = 10, 12
# Without the letters that read as digits.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def of(user_id: int) -> TwoSteps | None:
    """Return what a person's codes are made from, confirmed or not."""
    return db.session.scalar(select(TwoSteps).where(TwoSteps.user_id == user_id))


def is_on(user_id: int) -> bool:
    """Tell whether a person is asked for a code."""
    found = of(user_id)
    return found is not None and found.confirmed_at is not None


def begin(user: User) -> None:
    """Draw a secret for a phone to read, and commit; nothing when one is already in use."""
    row = of(user.id)
    if row is not None and row.confirmed_at is not None:
        return
    row = row or TwoSteps(user_id=user.id)
    row.sealed_secret = crypto.seal(pyotp.random_base32())
    db.session.add(row)
    db.session.commit()


def secret_of(row: TwoSteps) -> str:
    """Return the secret as it is typed where no camera reads it."""
    return crypto.unseal(row.sealed_secret)


def picture_of(row: TwoSteps, user: User) -> bytes:
    """Return the secret as an SVG picture a phone reads, on white in every scheme."""
    address = pyotp.TOTP(secret_of(row)).provisioning_uri(name=user.email, issuer_name="AstroGrowth")
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", scale=5, border=3, light="#fff", dark="#1a2240")
    return drawn.getvalue()


def confirm(user: User, code: str) -> list[str]:
    """Ask for codes from now on, commit, and return the backup codes, which nobody will see again.

    Raises:
        AccountError: the code is not one her phone makes now.
    """
    row = of(user.id)
    if row is None or not _claim_step(row, code):
        raise AccountError("code", CODE_WRONG)
    row.confirmed_at = clock.now()
    codes = _draw_codes(user)
    changes.note(user, Change.TOTP_ON)
    db.session.commit()
    return codes


def check(user: User, typed: str) -> bool:
    """Tell whether a code opens the second step, and take it, in one commit; never after too many wrong ones."""
    who, row = str(user.id), of(user.id)
    locked = limits.is_locked("code", who)
    code = "".join(typed.split()).replace("-", "").lower()
    taken = row is not None and not locked and (_claim_step(row, code) or _claim_backup(user, code))
    db.session.commit()
    (limits.forget_failures if taken else limits.count_failure)("code", who)
    if not taken and not locked and limits.is_locked("code", who):
        journal.ring_lock(user.id)
    return taken


def turn_off(user: User) -> None:
    """Ask for codes no longer, and commit."""
    if is_on(user.id):
        changes.note(user, Change.TOTP_OFF)
    db.session.execute(delete(TwoSteps).where(TwoSteps.user_id == user.id))
    db.session.execute(delete(BackupCode).where(BackupCode.user_id == user.id))
    db.session.commit()


def renew_codes(user: User) -> list[str]:
    """Draw other backup codes, commit, and return them; those of before serve no more."""
    codes = _draw_codes(user)
    changes.note(user, Change.RECOVERY_CODES)
    db.session.commit()
    return codes


def codes_left(user_id: int) -> int:
    """Count the backup codes a person has not used."""
    return db.session.scalar(select(func.count(BackupCode.id)).where(BackupCode.user_id == user_id)) or 0


def are_codes_of(user: User, codes: list[str]) -> bool:
    """Tell whether each of these is a living backup code of a person: a page may then put them in a file."""
    kept = set(db.session.scalars(select(BackupCode.fingerprint).where(BackupCode.user_id == user.id)))
    return bool(codes) and {_fingerprint(user.id, each.replace("-", "")) for each in codes} <= kept


def _draw_codes(user: User) -> list[str]:
    db.session.execute(delete(BackupCode).where(BackupCode.user_id == user.id))
    codes = ["".join(secrets.choice(_ALPHABET) for _ in range(CODE_SIGNS)) for _ in range(CODE_COUNT)]
    db.session.add_all([BackupCode(user_id=user.id, fingerprint=_fingerprint(user.id, each)) for each in codes])
    return ["-".join((each[:4], each[4:8], each[8:])) for each in codes]


def _claim_step(row: TwoSteps, code: str) -> bool:
    """Take the moment a code is of; False for a wrong one, or one that has served, here or in another tab."""
    if not code.isascii():
        return False
    now, made = int(clock.now().timestamp()) // STEP_SECONDS, pyotp.TOTP(secret_of(row))
    steps = [now + each for each in NEIGHBOURS if hmac.compare_digest(made.generate_otp(now + each), code)]
    if not steps:
        return False
    fresh = update(TwoSteps).where(TwoSteps.id == row.id, TwoSteps.last_step < steps[0])
    return changed(fresh.values(last_step=steps[0])) == 1


def _claim_backup(user: User, code: str) -> bool:
    mine = delete(BackupCode).where(
        BackupCode.user_id == user.id, BackupCode.fingerprint == _fingerprint(user.id, code)
    )
    if changed(mine) != 1:
        return False
    journal.write("security.recovery_code_used", user)
    return True


def _fingerprint(user_id: int, code: str) -> str:
    # Under a key that is in no dump of the database: a code is too short to stand a search alone.
    key = current_app.config["SETTINGS"].secret_key.encode()
    return hmac.new(key, f"backup:{user_id}:{code}".encode(errors="replace"), hashlib.sha256).hexdigest()
