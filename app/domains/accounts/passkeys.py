"""Passkeys: a key that a device keeps behind a finger, a face or a code, verified on this site's own name.

A relying party is a host name, never an IP address (https://www.w3.org/TR/webauthn-3/#relying-party-identifier):
they are offered only where PUBLIC_URL has one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from app.core import clock, crypto
from app.core.db import changed, db
from app.domains.accounts import challenges, changes
from app.domains.accounts.changes import Change
from app.domains.accounts.models import Passkey, User
from app.domains.accounts.services import AccountError
from app.domains.accounts.wording import PASSKEY_KNOWN, PASSKEY_REFUSED, PASSKEY_UNNAMED, PASSKEYS_ENOUGH

MOST = 20
NAME_LENGTH = 60
LONGEST_ANSWER = 20_000


def site() -> tuple[str, str]:
    """Return the name passkeys are made for and the origin pages are read from; no name where none can be."""
    parts = urlsplit(current_app.config["SETTINGS"].public_url)
    host = parts.hostname or ""
    try:
        ip_address(host)
    except ValueError:
        # Browsers have passkeys in secure contexts alone: TLS, or this very machine.
        is_secure = parts.scheme == "https" or host == "localhost"
        return (host if is_secure else ""), f"{parts.scheme}://{parts.netloc}"
    return "", ""


def is_offered() -> bool:
    """Tell whether passkeys can be made here."""
    return bool(site()[0])


def passkeys_of(user_id: int) -> Sequence[Passkey]:
    """Return a person's passkeys, oldest first."""
    return db.session.scalars(select(Passkey).where(Passkey.user_id == user_id).order_by(Passkey.id)).all()


def passkey_of(user_id: int, passkey_id: int) -> Passkey | None:
    """Return one passkey of a person."""
    return db.session.scalar(select(Passkey).where(Passkey.id == passkey_id, Passkey.user_id == user_id))


def ask_new(user: User) -> tuple[str, str]:
    """Return what a browser is told to make a passkey from, as JSON, and the challenge it is to sign."""
    made = generate_registration_options(
        rp_id=site()[0],
        rp_name="AstroGrowth",
        user_name=user.email,
        user_id=bytes.fromhex(crypto.fingerprint(f"passkeys of {user.id}")),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=base64url_to_bytes(each.credential_id)) for each in passkeys_of(user.id)
        ],
    )
    return options_to_json(made), bytes_to_base64url(made.challenge)


def ask_known() -> tuple[str, str]:
    """Return what a browser is told to sign in from, as JSON, and the challenge; it names nobody."""
    made = generate_authentication_options(rp_id=site()[0], user_verification=UserVerificationRequirement.REQUIRED)
    return options_to_json(made), bytes_to_base64url(made.challenge)


def add(user: User, answer: str, challenge: str, name: str) -> Passkey:
    """Keep the passkey a browser made, and commit.

    Raises:
        AccountError: it was not made for this site and this question, it is known, or there are enough.
    """
    if len(passkeys_of(user.id)) >= MOST:
        raise AccountError("credential", PASSKEYS_ENOUGH)
    host, origin = site()
    try:
        verified = verify_registration_response(
            credential=_read(answer),
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=host,
            expected_origin=origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as error:
        raise AccountError("credential", PASSKEY_REFUSED) from error
    if not challenges.spend(challenge):
        raise AccountError("credential", PASSKEY_REFUSED)
    row = Passkey(
        user_id=user.id,
        credential_id=bytes_to_base64url(verified.credential_id),
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        name=name[:NAME_LENGTH] or str(PASSKEY_UNNAMED),
    )
    db.session.add(row)
    try:
        db.session.flush()
    except IntegrityError as error:
        db.session.rollback()
        raise AccountError("credential", PASSKEY_KNOWN) from error
    changes.note(user, Change.PASSKEY_ADDED)
    db.session.commit()
    return row


def owner_of(answer: str, challenge: str) -> User | None:
    """Return the person whose passkey signed a challenge, her finger or her face verified; None otherwise. Commits."""
    host, origin = site()
    try:
        credential = _read(answer)
        row = db.session.scalar(select(Passkey).where(Passkey.credential_id == str(credential.get("id"))))
        if row is None or not host:
            return None
        verified = verify_authentication_response(
            credential=credential,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=host,
            expected_origin=origin,
            credential_public_key=row.public_key,
            credential_current_sign_count=row.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError):
        return None
    fresh = update(Passkey).where(Passkey.id == row.id, Passkey.sign_count == row.sign_count)
    counted = fresh.values(sign_count=verified.new_sign_count, last_challenge=challenge, used_at=clock.now())
    won = challenges.spend(challenge) and changed(counted) == 1
    db.session.commit()
    return db.session.get(User, row.user_id) if won else None


def rename(passkey: Passkey, name: str) -> None:
    """Call a passkey otherwise, and commit."""
    passkey.name = name[:NAME_LENGTH] or str(PASSKEY_UNNAMED)
    db.session.commit()


def remove(user: User, passkey: Passkey) -> None:
    """Let a passkey in no more, and commit."""
    db.session.delete(passkey)
    changes.note(user, Change.PASSKEY_REMOVED)
    db.session.commit()


def _read(answer: str) -> dict[str, Any]:
    found = json.loads(answer) if len(answer) <= LONGEST_ANSWER else None
    if not isinstance(found, dict):
        raise ValueError("no credential")
    return found
