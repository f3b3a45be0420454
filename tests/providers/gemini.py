"""How Gemini refuses, whatever it is asked for: a text or a picture."""

from __future__ import annotations

from typing import Any

import pytest

from app.providers.errors import AccessRevoked, PermissionMissing, ProviderError, Refused
from tests.providers.scripted import Reply, as_json

KEY = "AIzaCleDeTest"


def refusal(status: int, *details: dict[str, Any]) -> Reply:
    """Return an error as Gemini words it, with the key in its message."""
    return as_json({"error": {"code": status, "message": f"clé {KEY}", "details": list(details)}}, status)


# An answer, the error it is for us, and its code.
each_refusal = pytest.mark.parametrize(
    ("reply", "kind", "code"),
    [
        pytest.param(refusal(400, {"reason": "API_KEY_INVALID"}), AccessRevoked, "key_invalid", id="400-key_invalid"),
        pytest.param(refusal(400), Refused, "refused", id="400"),
        pytest.param(refusal(403), PermissionMissing, "permission_missing", id="403"),
        pytest.param(refusal(404), Refused, "model_missing", id="404"),
        pytest.param(refusal(500), ProviderError, "unavailable", id="500"),
        pytest.param(refusal(503), ProviderError, "unavailable", id="503"),
    ],
)
