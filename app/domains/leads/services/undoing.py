"""Take an import back: what it alone brought goes, what it completed keeps the rest."""

from __future__ import annotations

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.core.states import claim
from app.domains.leads.models import Lead, LeadEvent, LeadImport, LeadRecord
from app.domains.leads.services import composing
from app.domains.leads.services.chunks import chunks
from app.domains.leads.states import IMPORT_MOVES, ImportState, LeadState


def undo_import(row: LeadImport) -> bool:
    """Take an import back, and commit; False when it is under way, or was taken back before.

    A prospect that something was written for, or that another source knows, stays.
    """
    if not claim(row, ImportState.UNDONE, moves=IMPORT_MOVES):
        db.session.commit()
        return False
    mine = select(LeadRecord.lead_id).where(LeadRecord.import_id == row.id)
    lead_ids = list(dict.fromkeys(db.session.scalars(mine)))
    for chunk in chunks(lead_ids):
        other = aliased(LeadRecord)
        known = exists().where(other.lead_id == Lead.id, other.import_id.is_distinct_from(row.id))
        begun = Lead.state.in_((LeadState.WRITING, LeadState.WRITTEN, LeadState.WAITING_QUOTA))
        quiet = {"synchronize_session": False}
        db.session.execute(
            delete(Lead).where(Lead.id.in_(chunk), Lead.workspace_id == row.workspace_id, ~known, ~begun),
            execution_options=quiet,
        )
        kept = exists().where(Lead.id == LeadRecord.lead_id, ~begun)
        db.session.execute(
            delete(LeadRecord).where(LeadRecord.import_id == row.id, LeadRecord.lead_id.in_(chunk), kept),
            execution_options=quiet,
        )
        left = list(db.session.scalars(select(Lead.id).where(Lead.id.in_(chunk))))
        composing.recompose(row.workspace_id, left)
        db.session.add_all(LeadEvent(workspace_id=row.workspace_id, lead_id=lead_id, kind="import_undone")
                           for lead_id in left)  # fmt: skip
    db.session.commit()
    return True
