"""What the sweep asks of prospects: bells that were lost, leases that ran out."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from app.core import clock, states
from app.core.background import ring
from app.core.db import db
from app.domains.leads.models import Enrichment, LeadImport
from app.domains.leads.services.enriching import JOB
from app.domains.leads.services.importing import JOB as IMPORT_JOB
from app.domains.leads.states import ENRICHMENT_MOVES, IMPORT_MOVES, EnrichmentState, ImportState
from app.domains.workspaces.models import Workspace

# A bell that has just rung needs no second one.
GRACE = timedelta(seconds=5)
MOST = 200


def ring_due_enrichments() -> int:
    """Free what a dead worker held, and ring for each workspace with visits due; return how many."""
    now = clock.now()
    held = select(Enrichment).limit(MOST)
    states.free(held, EnrichmentState.RUNNING, EnrichmentState.DUE, moves=ENRICHMENT_MOVES)
    other = aliased(Enrichment)
    at_work = exists().where(other.workspace_id == Enrichment.workspace_id, other.state == EnrichmentState.RUNNING)
    due = (
        select(Enrichment.workspace_id)
        .join(Workspace, Workspace.id == Enrichment.workspace_id)
        .where(Workspace.is_demo.is_(False), Enrichment.state == EnrichmentState.DUE,
               Enrichment.next_try_at <= now - GRACE, ~at_work)
        .distinct()
        .limit(MOST)
    )  # fmt: skip
    ids = db.session.scalars(due).all()
    db.session.commit()
    return sum(ring(JOB, workspace_id, on="bulk") for workspace_id in ids)


def ring_due_imports() -> int:
    """Free the imports a dead worker held, and ring for those that are due; return how many."""
    states.free(select(LeadImport).limit(MOST), ImportState.RUNNING, ImportState.DUE, moves=IMPORT_MOVES)
    ids = db.session.scalars(select(LeadImport.id).where(LeadImport.state == ImportState.DUE).limit(MOST)).all()
    db.session.commit()
    return sum(ring(IMPORT_JOB, import_id, on="bulk") for import_id in ids)
