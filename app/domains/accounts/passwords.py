"""Passwords: kept as argon2, and refused when a stranger would try them first."""

from __future__ import annotations

import re
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app

from app.core.db import db
from app.domains.accounts.wording import PASSWORD_BREACHED, PASSWORD_COMMON, PASSWORD_CONTEXT, PASSWORD_TOO_SHORT
from app.providers import breaches

LENGTH = (10, 200)
# What has to be left of a password once the words anyone knows of its owner are taken out of it.
OWN_SIGNS = 6
SHORTEST_WORD = 4
# RFC 9106's second recommendation, lighter in memory than its first.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Verified against when nobody has the address, so that both answers take the same time.
_NOBODY = _hasher.hash("nobody signs in with this")


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    return _hasher.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Tell whether a password is the kept one, in the same time when there is none."""
    # It takes its time: no transaction keeps the others from writing meanwhile.
    db.session.commit()
    try:
        _hasher.verify(kept or _NOBODY, password)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False
    return kept is not None


def fault_of(password: str, *known: str) -> str:
    """Return why a new password is refused, in French, or "". `known` is what anyone may know of its owner."""
    if not LENGTH[0] <= len(password) <= LENGTH[1]:
        return PASSWORD_TOO_SHORT
    folded = password.casefold()
    if folded in _common() or len(set(folded)) < OWN_SIGNS - 2:
        return PASSWORD_COMMON
    if _is_made_of(folded, known):
        return PASSWORD_CONTEXT
    settings = current_app.config["SETTINGS"]
    if settings.breached_passwords_url:
        # Another's service is asked between two transactions.
        db.session.commit()
        if breaches.is_breached(settings.breached_passwords_url, settings.user_agent, password):
            return PASSWORD_BREACHED
    return ""


def _is_made_of(folded: str, known: tuple[str, ...]) -> bool:
    words = {word for text in known for word in re.split(r"[\W_]+", text.casefold()) if len(word) >= SHORTEST_WORD}
    rest = folded
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, "")
    return rest != folded and len(rest) < OWN_SIGNS


@cache
def _common() -> frozenset[str]:
    # Read when the first person chooses a password: it is 2 MB of lists, of which a fraction is long enough.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(word for word in FREQUENCY_LISTS["passwords"] if len(word) >= LENGTH[0])
