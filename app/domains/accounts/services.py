"""Sign up and sign in."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.core import clock, crypto, limits
from app.core.db import db
from app.core.i18n import FRENCH, LANGUAGES, language
from app.domains.accounts import changes, devices, journal, keys, links, passwords
from app.domains.accounts.changes import Change
from app.domains.accounts.links import Purpose
from app.domains.accounts.models import User
from app.domains.accounts.wording import (
    BAD_EMAIL,
    EMAIL_TAKEN,
    LANGUAGE_NEEDED,
    PASSWORD_SAME,
    PASSWORD_TOO_SHORT,
    PASSWORD_WRONG,
)


class AccountError(ValueError):
    """The account cannot be made; the message is French, `field` says where to show it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def normalised_email(address: str) -> str:
    """Return the address in the form it is stored in.

    Raises:
        AccountError: it is not an address.
    """
    try:
        checked = validate_email(address.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise AccountError("email", BAD_EMAIL) from error
    return checked.normalized.lower()


def check_vacant(address: str) -> None:
    """Tell, before anything is made, that an account may be opened at an address.

    Raises:
        AccountError: it is not an address, or it is somebody's.
    """
    if db.session.scalar(select(User.id).where(User.email == normalised_email(address))) is not None:
        raise AccountError("email", EMAIL_TAKEN)


def create_user(email: str, password: str, *, verified: bool = False) -> User:
    """Add a person, in the present transaction.

    Raises:
        AccountError: bad or taken address, password too short.
    """
    address = normalised_email(email)
    if not passwords.LENGTH[0] <= len(password) <= passwords.LENGTH[1]:
        raise AccountError("password", PASSWORD_TOO_SHORT)
    user = User(email=address, password_hash=passwords.hashed(password), verified_at=clock.now() if verified else None)
    user.language = language.code()
    try:
        with db.session.begin_nested():
            db.session.add(user)
    except IntegrityError as error:
        raise AccountError("email", EMAIL_TAKEN) from error
    return user


def authenticate(email: str, password: str) -> User | None:
    """Return the person these prove, or None."""
    user = user_by_email(email)
    return user if passwords.matches(user.password_hash if user else None, password) else None


def sign_in(email: str, password: str) -> User | None:
    """Return the person these prove; None, with the same work, after too many wrong tries on one address."""
    who = crypto.fingerprint(_counted_as(email))
    locked, user = limits.is_locked("sign-in", who), authenticate(email, password)
    if locked or user is None:
        limits.count_failure("sign-in", who)
        if not locked and limits.is_locked("sign-in", who):
            found = user_by_email(email)
            journal.ring_lock(found.id if found else None)
        return None
    limits.forget_failures("sign-in", who)
    return user


def _counted_as(email: str) -> str:
    # One account is one count, whichever way its address is written: « ｅxemple.ca » is exemple.ca.
    try:
        return normalised_email(email)
    except AccountError:
        return email.strip().casefold()


def change_password(user: User, present: str, new: str, *known: str) -> None:
    """Change a person's password; every session ends with the old one. `known` is what anyone may know of her.

    Raises:
        AccountError: the present one is not right, or the new one is too weak or the same.
    """
    if sign_in(user.email, present) is None:
        raise AccountError("present", PASSWORD_WRONG)
    if fault := passwords.fault_of(new, user.email, *known):
        raise AccountError("new", fault)
    if new == present:
        raise AccountError("new", PASSWORD_SAME)
    set_password(user, passwords.hashed(new))


def set_password(user: User, kept: str, why: Change = Change.PASSWORD) -> None:
    """Keep another password, of which this is the hash, end every session opened with the old one, and commit."""
    user.password_hash = kept
    devices.close_all(user.id)
    # Whoever held the account a moment ago may have asked for another address, or read an older letter.
    links.close_all(user.id, Purpose.CHANGE, Purpose.RESET)
    changes.note(user, why)
    db.session.commit()


def revoke_tokens(user: User) -> None:
    """Close every key of a person's programs, and commit: a new password does not, since programs would stop."""
    keys.revoke_tokens(user)
    db.session.commit()


def change_language(user: User, code: str) -> None:
    """Speak and write to a person in another language.

    Raises:
        AccountError: it is none of ours.
    """
    if code not in LANGUAGES:
        raise AccountError("language", LANGUAGE_NEEDED)
    user.language = code
    db.session.commit()


def language_of(user_id: int | None) -> str:
    """Return the language a person is written to in; French when it is nobody in particular."""
    found = db.session.scalar(select(User.language).where(User.id == user_id)) if user_id is not None else None
    return found or FRENCH


def user_by_email(email: str) -> User | None:
    """Return the person with this address, however its case and accents are typed."""
    try:
        address = normalised_email(email)
    except AccountError:
        return None
    return db.session.scalar(select(User).where(User.email == address))
