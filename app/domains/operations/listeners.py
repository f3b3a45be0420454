"""What the operator's pages and alarms learn from the rest."""

from __future__ import annotations

from app.core import health
from app.domains.operations import alarm_words, alarms, outside
from app.providers import watching


def register() -> None:
    """Listen, once a process, to calls outside and to what /readyz found."""
    if outside.note not in watching.listeners:
        watching.listeners.append(outside.note)
    if alarms.look_at not in health.followers:
        health.followers.append(alarms.look_at)
    if alarm_words.unwell not in health.describers:
        health.describers.append(alarm_words.unwell)
