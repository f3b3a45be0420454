"""Until when the model asked to be left alone. Kept in Redis for all workers: a hint, never the truth."""

from __future__ import annotations

from datetime import UTC, datetime
from zlib import crc32

import redis
from flask import current_app

from app.core import clock
from app.core.background import connection


def close_until(moment: datetime, note: str, model: str = "") -> None:
    """Keep every worker from calling a model before `moment`; without Redis each finds out by itself.

    `model` is the one texts are asked of, unless named.
    """
    seconds = int((moment - clock.now()).total_seconds()) + 1
    if seconds <= 0:
        return
    try:
        connection().set(_name(model), f"{moment.timestamp()} {note}", ex=seconds)
    except redis.RedisError:
        return


def closed_until(model: str = "") -> tuple[datetime, str] | None:
    """Return until when, and the note that says why; None when the model may be called. `model`: see close_until."""
    try:
        found = connection().get(_name(model))
    except redis.RedisError:
        return None
    stamp, _, note = found.decode().partition(" ") if isinstance(found, bytes) else ("", "", "")
    if not stamp:
        return None
    moment = datetime.fromtimestamp(float(stamp), UTC)
    return (moment, note) if moment > clock.now() else None


def _name(model: str) -> str:
    # Another key or another model has a quota of its own.
    settings = current_app.config["SETTINGS"]
    of = f"{settings.gemini_api_key} {model or settings.gemini_text_model}"
    return f"astrogrowth:gemini:closed:{crc32(of.encode()):08x}"
