"""Whom the lines to Google trust, read once: three contexts a call cost more than the call itself."""

from __future__ import annotations

import ssl
from typing import Any

import certifi

TRUST = ssl.create_default_context(cafile=certifi.where())
# The client would otherwise make one for its asynchronous half, which is never used here.
ASYNC_ARGS: dict[str, Any] = {"ssl": TRUST, "verify": TRUST}
