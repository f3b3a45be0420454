"""What a new account goes through; the list leaves the page once it is done."""

from __future__ import annotations

from dataclasses import dataclass

from flask import g

from app.core.access import may
from app.domains.dashboard import wording
from app.domains.dashboard.queries import Overview


@dataclass(frozen=True)
class Step:
    """One step: whether it is done, its words, the way there, and where the guide tells it."""

    done: bool
    title: str
    why: str
    address: str
    help_address: str


def steps_left(overview: Overview) -> list[Step]:
    """Return every step while one is left to the person; none for who may not take them, nor in the demonstration."""
    if g.workspace.is_demo or not may("profile.write"):
        return []
    done = {
        "profile": bool(g.workspace.city),
        "campaign": bool(overview.campaign_count),
        "approval": bool(overview.decided),
        "linkedin": overview.connected or overview.connection_lost,
    }
    steps = [Step(done[name], *words) for name, words in wording.START.items()]
    return [] if all(done.values()) else steps
