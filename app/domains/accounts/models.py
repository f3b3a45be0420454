"""People, and the tokens their programs use."""

from __future__ import annotations

from datetime import date, datetime

from flask_login import UserMixin
from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.db import Row
from app.core.i18n import FRENCH
from app.domains.accounts import browsers


class User(Row, UserMixin):
    """A person who signs in. `email` is stored in lower case."""

    __tablename__ = "users"

    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    verified_at: Mapped[datetime | None]
    # What the pages and the mails are in for this person; publications are always in French.
    language: Mapped[str] = mapped_column(String(2), default=FRENCH)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    # She operates this installation: /exploitation exists for her.
    is_operator: Mapped[bool] = mapped_column(default=False)


class AccountChange(Row):
    """Something that touches the safety of an account; `address` is where its person was told of it."""

    __tablename__ = "account_changes"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    what: Mapped[str] = mapped_column(String(40))
    address: Mapped[str] = mapped_column(String(254))
    created_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)


class ApiToken(Row):
    """A program's key to one workspace; only its fingerprint is kept. `scopes` are of tokens/scopes.py."""

    __tablename__ = "api_tokens"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(80), default="")
    scopes: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime | None]
    # A day and no more: how often a program comes is nobody's business.
    last_used_on: Mapped[date | None]
    revoked_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="raise")


class Device(Row):
    """A signed-in browser; its cookie carries the token this row keeps the fingerprint of.

    `password_mark` is of the password it was opened with: it ends with it. `proved_at` is when its person last
    proved who she is there. `browser` and `system` are names, empty when unknown.
    """

    __tablename__ = "devices"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    password_mark: Mapped[str] = mapped_column(String(16))
    browser: Mapped[str] = mapped_column(String(20), default="")
    system: Mapped[str] = mapped_column(String(20), default="")
    address: Mapped[str] = mapped_column(String(45), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    seen_at: Mapped[datetime] = mapped_column(default=clock.now)
    proved_at: Mapped[datetime | None]

    @property
    def is_handheld(self) -> bool:
        """Tell whether it is a phone or a tablet."""
        return browsers.is_handheld(self.system)


class AccountLink(Row):
    """One letter asked for, and the right its link gives to whoever reads `email`, once.

    `purpose` is of links.Purpose. Only the token's fingerprint is kept; it is drawn when the letter is written,
    and `user_id` is found then: asking tells nobody whether an address has an account.
    """

    __tablename__ = "account_links"

    purpose: Mapped[str] = mapped_column(String(10))
    email: Mapped[str] = mapped_column(String(254), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    fingerprint: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]


class TwoSteps(Row):
    """What a person's phone makes its six digits from; `last_step` is that of the last code, which serves no more."""

    __tablename__ = "two_steps"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    sealed_secret: Mapped[str] = mapped_column(String(255))
    last_step: Mapped[int] = mapped_column(BigInteger, default=0)
    # None until she typed a first code: nobody is asked for codes her phone cannot make.
    confirmed_at: Mapped[datetime | None]


class BackupCode(Row):
    """One code for the day a phone is lost; it goes once it has served."""

    __tablename__ = "backup_codes"
    __table_args__ = (UniqueConstraint("user_id", "fingerprint"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    fingerprint: Mapped[str] = mapped_column(String(64))


class Passkey(Row):
    """A key a device or an account of the person's keeps, and the public half of it."""

    __tablename__ = "passkeys"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[str] = mapped_column(String(1400), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger, default=0)
    # The question it last answered; SpentChallenge keeps them all, and the version of before looks here.
    last_challenge: Mapped[str] = mapped_column(String(100), default="")
    name: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    used_at: Mapped[datetime | None]


class SpentChallenge(Row):
    """A question that a passkey answered: kept while it might be answered again. Many keys count nothing."""

    __tablename__ = "spent_challenges"

    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    spent_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
