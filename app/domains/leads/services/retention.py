"""The calendar of what is kept, and for how long; each rule deletes by pieces and says how many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, Delete, Select, delete, exists, or_, select, update
from sqlalchemy.orm import aliased

from app.core import clock, logs, retention
from app.core.db import changed, db
from app.core.events import DomainEvent
from app.domains.compliance import services as compliance
from app.domains.leads.models import CachedPlace, Lead, LeadEvent, LeadRecord
from app.domains.leads.services import forgetting
from app.domains.workspaces.models import Workspace

PIECE = 500
# One run ends well before a job's time; the next hour takes the rest.
MOST_PIECES = 40
LOG_KEPT = relativedelta(months=12)
MOST_MONTHS = 120

log = logs.get("leads.retention")
_keepers: list[Callable[[type[Lead]], ColumnElement[bool]]] = []


def keep_when(clause: Callable[[type[Lead]], ColumnElement[bool]]) -> None:
    """Have prospects kept for which `clause(Lead)`, an SQL condition on Lead or an alias of it, is true."""
    if clause not in _keepers:
        _keepers.append(clause)


def purge() -> dict[str, int]:
    """Apply every rule of the calendar; return how many rows each reached. Demonstrations are left alone."""
    rules: dict[str, Callable[[], int]] = {
        "prospects": _prospects,
        "proofs": lambda: compliance.purge_proofs(PIECE),
        "cached_places": _cached_places,
        "points": _points,
        "lead_events": lambda: _old(LeadEvent),
        "domain_events": lambda: _old(DomainEvent),
    }
    counts = {name: _by_pieces(name, rule) for name, rule in rules.items()}
    retention.note(counts)
    log.info("retention applied", **counts)
    return counts


def _by_pieces(name: str, rule: Callable[[], int]) -> int:
    total = 0
    for _piece in range(MOST_PIECES):
        try:
            reached = rule()
            db.session.commit()
        except Exception:
            # One rule that fails must not keep the others from being applied.
            db.session.rollback()
            log.exception("retention failed", rule=name)
            return total
        total += reached
        if reached < PIECE:
            break
    return total


def _prospects() -> int:
    months = db.session.execute(
        select(Workspace.id, Workspace.retention_months).where(Workspace.is_demo.is_(False)).order_by(Workspace.id)
    ).all()
    reached = 0
    for workspace_id, kept in months:
        if reached < PIECE:
            ids = db.session.scalars(_past(workspace_id, kept).limit(PIECE - reached)).all()
            compliance.forget_consents(workspace_id, ids)
            forgetting.erase(ids)
            reached += len(ids)
    return reached


def _past(workspace_id: int, months: int) -> Select[Any]:
    # A prospect and those merged into it go together, by the age of the one that shows.
    limit = clock.now() - relativedelta(months=min(max(months, 1), MOST_MONTHS))
    merged = aliased(Lead)
    return select(Lead.id).where(
        Lead.workspace_id == workspace_id, Lead.merged_into_id.is_(None), Lead.updated_at < limit,
        Lead.created_at < limit, ~_is_kept(Lead), ~exists().where(merged.merged_into_id == Lead.id, _is_kept(merged)),
    ).order_by(Lead.id)  # fmt: skip


def _is_kept(entity: type[Lead]) -> ColumnElement[bool]:
    return or_(entity.last_contacted_at.is_not(None), *(clause(entity) for clause in _keepers))


def _cached_places() -> int:
    return _delete(CachedPlace, select(CachedPlace.id).where(CachedPlace.expires_at <= clock.now()))


def _points() -> int:
    past = select(LeadRecord.id).where(LeadRecord.point_until <= clock.now()).limit(PIECE)
    ids = db.session.scalars(past).all()
    gone = {"latitude": None, "longitude": None, "point_until": None}
    bare = {"synchronize_session": False}
    db.session.execute(update(LeadRecord).where(LeadRecord.id.in_(ids)).values(gone), execution_options=bare)
    return len(ids)


def _old(model: type[LeadEvent] | type[DomainEvent]) -> int:
    limit = clock.now() - LOG_KEPT
    kept = select(Workspace.id).where(Workspace.is_demo.is_(True))
    real = or_(model.workspace_id.is_(None), model.workspace_id.not_in(kept))
    past = select(model.id).where(model.created_at < limit, real)
    return _delete(model, past)


def _delete(model: Any, past: Select[Any]) -> int:
    ids = db.session.scalars(past.limit(PIECE)).all()
    statement: Delete = delete(model).where(model.id.in_(ids)).execution_options(synchronize_session=False)
    return changed(statement) if ids else 0
