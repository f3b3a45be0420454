"""What no line of a log and no report of a crash may hold: secrets, and whose address it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HIDDEN = "[redacted]"
SECRET_NAMES = re.compile(
    r"password|passphrase|token|secret|authorization|cookie|api_?key|private_?key|csrf|(^|auth_)code$", re.IGNORECASE
)
# The same inside a text: what follows « Bearer », a parameter's name, or the colon of user:password@host.
_NAMED = re.compile(
    r"(bearer\s+|\b\w*(?:token|secret|password|key|code)=|://[^\s/:@]*:(?=[^\s/@]+@))[^\s&@\"'<>]+", re.IGNORECASE
)
# What is a secret whatever stands before it: our own keys, a sealed value, Google's keys, a signed token.
_SHAPED = re.compile(r"\bag_[\w-]{20,}|\bgAAAA[\w=-]{20,}|\bAIza[\w-]{30,}|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+")
# Addresses that act without a session: who holds them decides, unsubscribes, joins, or takes an account.
_BY_TOKEN = re.compile(
    r"(/(?:a|desabonnement|calendrier|i|invitation|courriel|nouveau-mot-de-passe|confidentialite/demande)/)[\w.~-]{8,}"
)
# The domain stays: it says which mail server is at fault, and nobody in particular.
_LOCAL_PART = re.compile(r"[\w.%+'-]+@(?=[\w-]+(?:\.[\w-]+)+)")


def cleaned(value: Any) -> Any:
    """Return `value` without the secrets and the persons it names, however deep."""
    if isinstance(value, str):
        return cleaned_text(value)
    if isinstance(value, Mapping):
        return {name: HIDDEN if SECRET_NAMES.search(str(name)) else cleaned(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(each) for each in value]
    return value


def cleaned_text(text: str) -> str:
    """Return a text without the secrets and the persons it names."""
    text = _NAMED.sub(rf"\1{HIDDEN}", text)
    text = _BY_TOKEN.sub(rf"\1{HIDDEN}", text)
    return _LOCAL_PART.sub(f"{HIDDEN}@", _SHAPED.sub(HIDDEN, text))
