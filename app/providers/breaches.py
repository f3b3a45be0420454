"""Whether a password is in a public breach, asked without giving it away.

The range API takes the first five signs of its SHA-1 and answers with every ending it knows, padded so that not even
the size of the answer tells (https://haveibeenpwned.com/API/v3#PwnedPasswords, 2026-11-21).
"""

from __future__ import annotations

import hashlib

from app.providers.errors import ProviderError
from app.providers.http import Call, HttpDoor, Limits

PREFIX = 5
LIMITS = Limits(connect_seconds=2, read_seconds=2, total_seconds=2, max_bytes=500_000)


def is_breached(url: str, user_agent: str, password: str) -> bool:
    """Tell whether a service that speaks the range API knows a password; False when it does not answer in two seconds.

    A person is never kept out of her account because somebody else's service is down.
    """
    digest = hashlib.sha1(password.encode(errors="surrogatepass"), usedforsecurity=False).hexdigest().upper()
    call = Call("GET", f"{url}/range/{digest[:PREFIX]}", headers={"Add-Padding": "true"})
    try:
        answer = HttpDoor(user_agent, LIMITS).send(call)
    except ProviderError:
        return False
    lines = answer.text.splitlines() if answer.status == 200 else []
    counts = dict(line.split(":", 1) for line in lines if ":" in line)
    # What only pads the answer is counted 0.
    return counts.get(digest[PREFIX:], "0").strip() != "0"
