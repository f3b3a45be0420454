"""Carry a keyed request out once, and give its answer again to whoever repeats it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Response, abort, g, jsonify, request
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from app.api import wording
from app.api.models import ApiRequest
from app.core import clock, crypto
from app.core.db import changed, db
from app.core.errors import Conflict, problem

HEADER = "Idempotency-Key"
LONGEST_KEY = 200
# The name of what an answer shows once (api/webhook_schemas.py).
SECRET = "secret"  # noqa: S105  # a name
KEPT = timedelta(hours=24)
# Longer than any request lasts: one that has not answered by then died with its process.
LEASE = timedelta(minutes=5)


def once(act: Callable[[], Response]) -> Response:
    """Act, unless the request's key has acted already.

    Only what succeeded is kept: a refusal changed nothing, and may be asked again.

    Raises:
        Conflict: the key served another request, or the same one is under way.
    """
    key = request.headers.get(HEADER, "").strip()
    if not key:
        return act()
    if len(key) > LONGEST_KEY:
        abort(problem(400, code="idempotency_key_too_long", title=wording.KEY_TOO_LONG))
    # What the body says is read first: no transaction waits for it.
    fingerprint = _fingerprint()
    found = _find(key)
    claimed = _claim(key, fingerprint) if found is None else _take_up(found, fingerprint)
    if claimed is None:
        return _replay(found or _find(key), fingerprint)
    try:
        answer = act()
    except BaseException:
        _release(claimed)
        raise
    _keep(claimed, answer) if answer.status_code < 300 else _release(claimed)
    return answer


def _fingerprint() -> str:
    said = (request.method.encode(), request.path.encode(), _body())
    return hashlib.sha256(b"\n".join(said)).hexdigest()


def _body() -> bytes:
    raw = request.get_data(cache=True)
    if request.mimetype != "multipart/form-data":
        return raw
    # The boundary is drawn anew each time: what is repeated is what it parts.
    boundary = request.mimetype_params.get("boundary", "").encode()
    return raw.replace(boundary, b"") if boundary else raw


def _find(key: str) -> ApiRequest | None:
    statement = select(ApiRequest).where(
        ApiRequest.workspace_id == g.workspace_id, ApiRequest.key == key, ApiRequest.created_at > clock.now() - KEPT
    )
    return db.session.scalar(statement)


def _claim(key: str, fingerprint: str) -> int | None:
    forgotten = (ApiRequest.workspace_id == g.workspace_id, ApiRequest.created_at <= clock.now() - KEPT)
    db.session.execute(delete(ApiRequest).where(*forgotten).execution_options(synchronize_session=False))
    row = ApiRequest(workspace_id=g.workspace_id, key=key, fingerprint=fingerprint)
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        return None
    # Kept by the act's own commit: either both are, or neither.
    return row.id


def _take_up(known: ApiRequest, fingerprint: str) -> int | None:
    """Claim the key of the same request that died unanswered."""
    died = (ApiRequest.status == 0, ApiRequest.created_at <= clock.now() - LEASE)
    statement = update(ApiRequest).where(ApiRequest.id == known.id, ApiRequest.fingerprint == fingerprint, *died)
    statement = statement.values(created_at=clock.now()).execution_options(synchronize_session=False)
    return known.id if changed(statement) == 1 else None


def _replay(known: ApiRequest | None, fingerprint: str) -> Response:
    if known is not None and known.fingerprint != fingerprint:
        raise Conflict("idempotency_key_reused", wording.KEY_REUSED)
    if known is None or not known.status:
        raise Conflict("in_progress", wording.IN_PROGRESS)
    answer = jsonify(_with_secret(known.response, crypto.unseal))
    answer.status_code = known.status
    answer.headers["Idempotency-Replayed"] = "true"
    return answer


def _keep(row_id: int, answer: Response) -> None:
    values = {"status": answer.status_code, "response": _with_secret(answer.get_json(), crypto.seal)}
    db.session.execute(update(ApiRequest).where(ApiRequest.id == row_id).values(values))
    db.session.commit()


def _with_secret(said: Any, turned: Callable[[str], str]) -> Any:
    """Return what was answered with its secret, if it has one, sealed or opened: it is no clearer here than at home."""
    return said | {SECRET: turned(said[SECRET])} if isinstance(said, dict) and said.get(SECRET) else said


def _release(row_id: int) -> None:
    db.session.rollback()
    db.session.execute(delete(ApiRequest).where(ApiRequest.id == row_id))
    db.session.commit()
