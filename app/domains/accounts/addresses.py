"""The address of a person: verified by a letter to it, changed by a letter to the new one."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db
from app.domains.accounts import changes, keys, links, passwords, services
from app.domains.accounts.changes import Change
from app.domains.accounts.links import Purpose
from app.domains.accounts.models import AccountLink, User
from app.domains.accounts.services import AccountError
from app.domains.accounts.wording import EMAIL_OF_OTHER, EMAIL_SAME, LINK_DEAD


def ask_verification(user: User) -> None:
    """Write to a person once more, unless her address is verified, and commit."""
    if user.verified_at is None:
        links.ask(Purpose.VERIFY, user.email, user)
        db.session.commit()


def ask_change(user: User, email: str) -> None:
    """Write to the address a person wants, and commit; hers is the same until she opens that letter.

    Raises:
        AccountError: it is not an address, or it is hers already.
    """
    address = services.normalised_email(email)
    if address == user.email:
        raise AccountError("email", EMAIL_SAME)
    links.ask(Purpose.CHANGE, address, user)
    db.session.commit()


def confirm(link: AccountLink) -> None:
    """Do what the letter was sent for: the address is hers, and commit.

    Raises:
        AccountError: the link is used or too old, or the address has become another account's.
    """
    user = db.session.get_one(User, link.user_id)
    if not links.use(link) or (link.purpose == Purpose.VERIFY and user.email != link.email):
        db.session.rollback()
        raise AccountError("link", LINK_DEAD)
    old, user.email, user.verified_at = user.email, link.email, clock.now()
    try:
        db.session.flush()
    except IntegrityError as error:
        db.session.rollback()
        raise AccountError("link", EMAIL_OF_OTHER) from error
    if link.purpose == Purpose.CHANGE:
        # A letter on its way to the old mailbox must not open the account.
        links.close_all(user.id, *Purpose)
        changes.note(user, Change.EMAIL, address=old)
    db.session.commit()


def ask_reset(email: str) -> None:
    """Have a letter written to an address if it has an account, and commit. Whether it has is not looked up here.

    Raises:
        AccountError: it is not an address.
    """
    links.ask(Purpose.RESET, services.normalised_email(email))
    db.session.commit()


def reset(link: AccountLink, new: str, *, revokes_keys: bool = False) -> User:
    """Give a person the password she chose, end every session, commit, and return her: she proved her mailbox.

    A mailbox is one proof and no more: a second step she asked for is still asked. What was added to her account
    beside its password goes with `revokes_keys`, where somebody else may have added it.

    Raises:
        AccountError: the password is too weak, or the link is used or too old.
    """
    user = db.session.get_one(User, link.user_id)
    if fault := passwords.fault_of(new, user.email):
        raise AccountError("new", fault)
    kept = passwords.hashed(new)
    if not links.use(link):
        db.session.rollback()
        raise AccountError("link", LINK_DEAD)
    if user.verified_at is None:
        # Nobody had proved this mailbox: whoever opened the account may not have been she, and keeps no way in.
        keys.erase_all(user)
        user.verified_at = clock.now()
    if revokes_keys:
        keys.revoke_all(user)
    services.set_password(user, kept, Change.RESET)
    return user
