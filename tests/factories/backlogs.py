"""Many workspaces with many deliveries due in the same minute, written in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from app.core import crypto
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing.models import Connection, Delivery
from app.domains.workspaces.models import Workspace

PIECE = 2_000


def backlog(counts: Sequence[int], minute: datetime, *, token: str = "", onto: Connection | None = None) -> list[int]:
    """Give each workspace one account and so many deliveries due within `minute`; return the accounts' ids.

    Args:
        counts: how many deliveries each workspace has.
        minute: when the first is due.
        token: what every account signs its calls with.
        onto: the account that takes the only count, instead of a new one.
    """
    if onto is not None:
        workspaces, accounts = [onto.workspace_id], [onto.id]
    else:
        workspaces = _insert(Workspace, [{"name": f"Espace {number}"} for number in range(len(counts))])
        sealed = crypto.seal(token) if token else "-"
        accounts = _insert(Connection, [_account(key, sealed, minute) for key in workspaces])
    owners = [owner for owner, count in enumerate(counts) for _ in range(count)]
    contents = _insert(Content, [_content(workspaces[owner], number) for number, owner in enumerate(owners)])
    moments = [minute + timedelta(milliseconds=number * 60_000 // len(owners)) for number in range(len(owners))]
    _insert(Delivery, [_delivery(workspaces[owner], accounts[owner], content, moment)
                       for owner, content, moment in zip(owners, contents, moments, strict=True)])  # fmt: skip
    db.session.commit()
    return accounts


def _insert(model: Any, rows: list[dict[str, Any]]) -> list[int]:
    ids: list[int] = []
    for start in range(0, len(rows), PIECE):
        wanted = insert(model).returning(model.id, sort_by_parameter_order=True)
        ids += db.session.scalars(wanted, rows[start : start + PIECE]).all()
    return ids


def _account(workspace_id: int, sealed: str, minute: datetime) -> dict[str, Any]:
    return {"workspace_id": workspace_id, "network": "linkedin", "account_urn": "urn:li:person:sbx7Camille",
            "account_name": "Camille", "sealed_access_token": sealed, "scopes": ["w_member_social"],
            "expires_at": minute + timedelta(days=50)}  # fmt: skip


def _content(workspace_id: int, number: int) -> dict[str, Any]:
    return {"workspace_id": workspace_id, "state": "approved", "text": f"Le pain numéro {number} sort du four.",
            "hashtags": [], "alt_text": "", "quality": {"total": 80, "parts": []}, "writer": "person"}  # fmt: skip


def _delivery(workspace_id: int, connection_id: int, content_id: int, moment: datetime) -> dict[str, Any]:
    return {"workspace_id": workspace_id, "connection_id": connection_id, "content_id": content_id, "hashtags": [],
            "text": f"Le pain de la publication {content_id} sort du four.", "scheduled_at": moment,
            "promised_at": moment, "undo_until": moment}  # fmt: skip
