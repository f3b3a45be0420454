"""/healthz: this process answers. /readyz: everything it needs does too."""

from __future__ import annotations

import time

import redis
from flask import Blueprint, Response, jsonify
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.core import background, workers
from app.core.db import db
from app.core.schedule import SWEEP_KEY

STALE_SECONDS = 60
blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def live() -> Response:
    """Say that the web process answers."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
def ready() -> Response:
    """Say whether the database, Redis, a worker and the sweep are all well; 503 when one is not."""
    checks = {"database": _database(), **_redis_side()}
    well = all(check == "ok" for check in checks.values())
    response = jsonify(status="ok" if well else "degraded", checks=checks)
    response.status_code = 200 if well else 503
    return response


def _database() -> str:
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return "unreachable"
    return "ok"


def _redis_side() -> dict[str, str]:
    try:
        beat, sweep = background.connection().mget(workers.HEARTBEAT_KEY, SWEEP_KEY)
    except redis.RedisError:
        return {"redis": "unreachable", "worker": "unknown", "sweep": "unknown"}
    return {"redis": "ok", "worker": _age(beat), "sweep": _age(sweep)}


def _age(stamp: bytes | str | None) -> str:
    if stamp is None:
        return "absent"
    seconds = int(time.time()) - int(stamp)
    return "ok" if seconds <= STALE_SECONDS else f"stale for {seconds} s"
