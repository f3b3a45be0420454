"""Verbs of webhooks."""

from __future__ import annotations

from app.domains.webhooks.services.endpoints import Refused, add, change, remove, rotate
from app.domains.webhooks.services.messages import note, replay, try_out
from app.domains.webhooks.services.sending import send

__all__ = ["Refused", "add", "change", "note", "remove", "replay", "rotate", "send", "try_out"]
