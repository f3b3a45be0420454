"""Visit the sites of prospects: who is due, a slice at a time, never two visits of one host at once.

A job takes a workspace, visits up to sixteen hosts side by side for ten seconds, keeps how far each
went, and rings again: long work leaves room for everybody else's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import exists, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from app.core import clock, logs
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.states import claim
from app.domains.leads import finders, sites
from app.domains.leads.models import CachedPlace, Enrichment, Lead, LeadRecord
from app.domains.leads.services import learning, visiting
from app.domains.leads.services.billing import note_use
from app.domains.leads.services.chunks import chunks
from app.domains.leads.states import ENRICHMENT_MOVES, EnrichmentState, LeadState
from app.providers.contracts import SiteQuery, SiteVisit

JOB = "app.domains.leads.jobs.enrich"
AT_ONCE = 16
SLICE_SECONDS = 10.0
LEASE_SECONDS = 60
PACE = timedelta(seconds=1)
# An unreachable site is tried again later, a few times.
AGAIN_AFTER = (timedelta(minutes=10), timedelta(hours=6))
# What a site said a week ago, for another branch of the same business, still stands.
FRESH = timedelta(days=7)

log = logs.get("leads.enrich")


@dataclass(frozen=True)
class Claimed:
    """One visit this job holds until `lease_until`."""

    id: int
    lead_id: int
    query: SiteQuery
    so_far: SiteVisit | None


def order(workspace_id: int, lead_ids: Iterable[int]) -> int:
    """Order a visit for each prospect that has a site of its own and had none, in the present transaction.

    Returns:
        How many were ordered.
    """
    ordered = 0
    for chunk in chunks(list(lead_ids)):
        rows = _orders(workspace_id, chunk)
        if rows:
            db.session.execute(insert(Enrichment), rows)
            _mark(workspace_id, [row["lead_id"] for row in rows], LeadState.READY, LeadState.ENRICHING)
        ordered += len(rows)
    if ordered:
        ring_after_commit(JOB, workspace_id, on="bulk")
    return ordered


def look_again(lead: Lead) -> bool:
    """Have a prospect's site visited again, and commit; False when it has none."""
    row = db.session.scalar(select(Enrichment).where(Enrichment.lead_id == lead.id))
    if row is None:
        ordered = order(lead.workspace_id, [lead.id])
        db.session.commit()
        return ordered == 1
    host = sites.domain(lead.website) or row.host
    moved = claim(row, EnrichmentState.DUE, moves=ENRICHMENT_MOVES, visit={}, tries=0, next_try_at=clock.now(),
                  host=host, website=lead.website or row.website, outcome="")  # fmt: skip
    if moved:
        _mark(lead.workspace_id, [lead.id], LeadState.READY, LeadState.ENRICHING)
        ring_after_commit(JOB, lead.workspace_id, on="bulk")
    db.session.commit()
    return True


def run(workspace_id: int) -> None:
    """Carry the visits that are due one slice further, and ring again while some remain."""
    claimed = _claim(workspace_id)
    if claimed:
        visits = visiting.slices(finders.site_finder(), [(one.query, one.so_far) for one in claimed], SLICE_SECONDS)
        visits = [visiting.reachable_only(visit) for visit in visits] if finders.checks_mail_servers() else visits
        directory = finders.directory_finder()
        for one, visit in zip(claimed, visits, strict=True):
            asked = visiting.ask_directory(directory, one.query, visit)
            _keep(one, visit, asked)
    # Where another job is at it, its bell is enough: two would never end as one.
    next_due = _next_due(workspace_id) if claimed or not _is_running(workspace_id) else None
    if next_due is not None:
        ring_after_commit(JOB, workspace_id, on="bulk", at=next_due)
    db.session.commit()


def _orders(workspace_id: int, lead_ids: Sequence[int]) -> list[dict[str, Any]]:
    has_one = exists().where(Enrichment.lead_id == Lead.id)
    statement = (
        select(Lead.id, Lead.website)
        .where(Lead.workspace_id == workspace_id, Lead.id.in_(lead_ids), ~has_one, Lead.merged_into_id.is_(None))
        .order_by(Lead.score.desc(), Lead.id)
    )
    found = [(row.id, row.website) for row in db.session.execute(statement)]
    passing = _passing_websites([lead_id for lead_id, website in found if not website])
    now = clock.now()
    return [
        {"workspace_id": workspace_id, "lead_id": lead_id, "state": EnrichmentState.DUE, "website": address,
         "host": sites.domain(address), "tries": 0, "next_try_at": now, "visit": {}, "outcome": "", "created_at": now}
        for lead_id, website in found
        if (address := website) and sites.domain(address)
    ] + [
        # The address came from a source whose facts may not be kept: it is read from the cache, by the visit.
        {"workspace_id": workspace_id, "lead_id": lead_id, "state": EnrichmentState.DUE, "website": "",
         "host": f"place:{lead_id}", "tries": 0, "next_try_at": now, "visit": {}, "outcome": "", "created_at": now}
        for lead_id in passing
    ]  # fmt: skip


def _claim(workspace_id: int) -> list[Claimed]:
    now = clock.now()
    other = aliased(Enrichment)
    # One request a second and a host, whoever asks: not while another visit is there, nor just after.
    busy = exists().where(
        other.host == Enrichment.host,
        other.id != Enrichment.id,
        or_(other.state == EnrichmentState.RUNNING, other.ended_at > now - PACE),
    )
    due = (
        select(Enrichment)
        .where(Enrichment.workspace_id == workspace_id, Enrichment.state == EnrichmentState.DUE,
               Enrichment.next_try_at <= now, ~busy)
        .order_by(Enrichment.next_try_at, Enrichment.id)
        .limit(AT_ONCE * 4)
    )  # fmt: skip
    claimed: list[Claimed] = []
    hosts: set[str] = set()
    for row in db.session.scalars(due).all():
        if row.host in hosts or len(claimed) == AT_ONCE:
            continue
        hosts.add(row.host)
        if _take(row):
            claimed += _claimed(row)
    db.session.commit()
    return claimed


def _take(row: Enrichment) -> bool:
    try:
        with db.session.begin_nested():
            return claim(row, EnrichmentState.RUNNING, moves=ENRICHMENT_MOVES, only_from=EnrichmentState.DUE,
                         lease_until=clock.in_seconds(LEASE_SECONDS))  # fmt: skip
    except IntegrityError:
        # Another worker has just begun with this host.
        return False


def _claimed(row: Enrichment) -> list[Claimed]:
    lead = db.session.get_one(Lead, row.lead_id)
    website = row.website or _passing_websites([lead.id]).get(lead.id, "")
    if not website:
        _end(row, "forgotten")
        return []
    if not row.visit and (known := _known_visit(website)):
        learning.learn(lead, website, visiting.from_json(known), None)
        _end(row, "read", visit=known)
        return []
    so_far = visiting.from_json(row.visit) if row.visit else None
    return [Claimed(row.id, lead.id, SiteQuery(website, lead.name, lead.city), so_far)]


def _known_visit(website: str) -> dict[str, Any] | None:
    statement = select(Enrichment.visit).where(
        Enrichment.website == website, Enrichment.state == EnrichmentState.DONE, Enrichment.outcome == "read",
        Enrichment.ended_at > clock.now() - FRESH,
    )  # fmt: skip
    return db.session.scalar(statement.limit(1))


def _keep(one: Claimed, visit: SiteVisit, asked: SiteVisit | None) -> None:
    row = db.session.get(Enrichment, one.id)
    if row is not None and asked is not None and (asked.findings.emails or asked.findings.refusals):
        # A search that finds nothing is free.
        note_use(row.workspace_id, None, finders.DIRECTORY, {finders.DOMAIN_SEARCH: 1})
    if row is None or row.state != EnrichmentState.RUNNING:
        db.session.commit()
        return
    lead = db.session.get_one(Lead, one.lead_id)
    if not visit.ended:
        claim(row, EnrichmentState.DUE, moves=ENRICHMENT_MOVES, visit=visiting.to_json(visit), lease_until=None,
              next_try_at=clock.now() + PACE)  # fmt: skip
    elif visit.ended == "unreachable" and row.tries < len(AGAIN_AFTER):
        claim(row, EnrichmentState.DUE, moves=ENRICHMENT_MOVES, visit={}, lease_until=None, outcome=visit.ended,
              tries=row.tries + 1, next_try_at=clock.now() + AGAIN_AFTER[row.tries])  # fmt: skip
        _mark(lead.workspace_id, [lead.id], LeadState.ENRICHING, LeadState.READY)
    else:
        learning.learn(lead, one.query.website, visit, asked)
        # What was read of a site whose address may not be kept is kept: the site is the business's own.
        _end(row, visit.ended, visit=visiting.to_json(visit))
    db.session.commit()


def _end(row: Enrichment, outcome: str, **values: Any) -> None:
    state = EnrichmentState.DONE if outcome == "read" else EnrichmentState.FAILED
    claim(row, state, moves=ENRICHMENT_MOVES, outcome=outcome, lease_until=None, ended_at=clock.now(), **values)
    _mark(row.workspace_id, [row.lead_id], LeadState.ENRICHING, LeadState.READY)


def _mark(workspace_id: int, lead_ids: Sequence[int], before: LeadState, after: LeadState) -> None:
    for chunk in chunks(lead_ids):
        db.session.execute(
            update(Lead)
            .where(Lead.workspace_id == workspace_id, Lead.id.in_(chunk), Lead.state == before)
            .values(state=after)
            .execution_options(synchronize_session="fetch")
        )


def _passing_websites(lead_ids: Sequence[int]) -> dict[int, str]:
    statement = (
        select(LeadRecord.lead_id, CachedPlace.facts)
        .join(CachedPlace, (CachedPlace.source == LeadRecord.source) & (CachedPlace.source_id == LeadRecord.source_id))
        .where(LeadRecord.lead_id.in_(lead_ids), CachedPlace.expires_at > clock.now())
    )
    found = {row.lead_id: row.facts.get("website", "") for row in db.session.execute(statement)} if lead_ids else {}
    return {lead_id: website for lead_id, website in found.items() if sites.domain(website)}


def _is_running(workspace_id: int) -> bool:
    running = exists().where(Enrichment.workspace_id == workspace_id, Enrichment.state == EnrichmentState.RUNNING)
    return bool(db.session.scalar(select(running)))


def _next_due(workspace_id: int) -> Any:
    statement = select(Enrichment.next_try_at).where(
        Enrichment.workspace_id == workspace_id, Enrichment.state == EnrichmentState.DUE
    )
    return db.session.scalar(statement.order_by(Enrichment.next_try_at).limit(1))
