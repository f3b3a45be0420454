"""/healthz: this process answers. /readyz: everything it needs does too."""

from __future__ import annotations

import time
from collections.abc import Callable

import redis
from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from app.core import background, logs, pulse, ringer, schema
from app.core.schedule import SWEEP_KEY
from app.core.schema import Fit

STALE_SECONDS = 60
log = logs.get("health")
blueprint = Blueprint("health", __name__)
# Told what each part said, whenever somebody asks: a worker that died can tell nobody.
followers: list[Callable[[dict[str, str]], None]] = []
# Each says in words what a part said in a code; nothing where it has none.
describers: list[Callable[[str, str], str]] = []


@blueprint.get("/healthz")
def live() -> Response:
    """Say that the web process answers."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
def ready() -> Response:
    """Say whether the database, Redis, a worker, its jobs and the sweep are all well; 503, and why, when one is not."""
    found = checks()
    _tell(found)
    if all(check == "ok" for check in found.values()):
        return jsonify(status="ok", checks=found)
    response = jsonify(status="degraded", checks=found, reasons=_reasons(found))
    response.status_code = 503
    return response


def _reasons(found: dict[str, str]) -> dict[str, str]:
    """Say in words what is unwell; what nobody can tell while another part is gone has none."""
    return {name: words for name, said in found.items() for each in describers if (words := each(name, said))}


def _tell(found: dict[str, str]) -> None:
    for follower in followers:
        try:
            follower(found)
        except Exception:
            # Who asks how we are is answered, whatever its followers make of it.
            log.exception("a follower failed")


def checks() -> dict[str, str]:
    """Return what each part says of itself; « ok » when it is well."""
    return {"database": _database(), **_redis_side()}


def _database() -> str:
    try:
        found = schema.standing()
    except SQLAlchemyError:
        return "unreachable"
    return "ok" if found.fit in {Fit.READY, Fit.AHEAD} else found.fit


def _redis_side() -> dict[str, str]:
    try:
        beat, sweep = background.connection().mget(ringer.HEARTBEAT_KEY, SWEEP_KEY)
        overdue = pulse.overdue(background.connection())
    except redis.RedisError:
        return {"redis": "unreachable", "worker": "unknown", "jobs": "unknown", "sweep": "unknown"}
    return {"redis": "ok", "worker": _age(beat), "jobs": _since(overdue), "sweep": _age(sweep)}


def _since(overdue: int | None) -> str:
    if overdue is None:
        return "absent"
    return "ok" if overdue <= 0 else f"stale for {pulse.IDLE_SECONDS + overdue} s"


def _age(stamp: bytes | str | None) -> str:
    if stamp is None:
        return "absent"
    seconds = int(time.time()) - int(stamp)
    return "ok" if seconds <= STALE_SECONDS else f"stale for {seconds} s"
