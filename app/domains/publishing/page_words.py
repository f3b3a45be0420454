"""What only the pages say."""

from __future__ import annotations

from app.core.i18n import NBSP

DEMO_HELD = f"C’est une démonstration{NBSP}: rien ne part sur LinkedIn."
WAITS_FOR_CONNECTION = "Elle partira quand LinkedIn sera connecté."
WAITS_FOR_TURN = "Son envoi sera planifié dans un instant."


def held_line(*, demo: bool, connected: bool) -> str:
    """Say why an approved publication has no delivery yet."""
    if demo:
        return DEMO_HELD
    return WAITS_FOR_TURN if connected else WAITS_FOR_CONNECTION
