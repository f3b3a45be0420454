"""« Oublier ce prospect »: erase it everywhere, and keep only what prevents it from coming back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sqlalchemy import delete, select

from app.core import logs
from app.core.background import after_commit
from app.core.db import db
from app.core.discarding import discard
from app.core.events import emit
from app.domains.audit import services as audit
from app.domains.compliance import services as compliance
from app.domains.compliance.states import Silence
from app.domains.leads.models import Lead, LeadImport, LeadRecord
from app.domains.leads.services import composing, silencing
from app.domains.leads.services.chunks import chunks
from app.domains.leads.states import ImportState

FORGOTTEN = "lead.forgotten"

log = logs.get("leads.forgetting")


def forget(lead: Lead, *, by_id: int | None) -> None:
    """Erase a prospect, those merged into it, and all that tells of them; commits.

    The digests of its addresses and numbers join the do-not-contact list for good.

    Raises:
        Conflict: something about it is on its way out (raised by who listens to lead.forgotten).
    """
    silencing.hold(lead.workspace_id)
    family = _family(lead)
    others: set[int] = set()
    for one in family:
        marks = silencing.own_marks(one)
        compliance.forbid(one.workspace_id, marks, reason=Silence.ERASED, by_id=by_id)
        compliance.end_consents(one.workspace_id, marks["emails"])
        compliance.unname_consents(one.workspace_id, marks["emails"])
        others |= set(silencing.sharers(one, marks))
        emit(FORGOTTEN, one.id, workspace_id=one.workspace_id)
    ids = [one.id for one in family]
    if not any(one.last_contacted_at for one in family):
        compliance.forget_consents(lead.workspace_id, ids)
    _forget_files(ids)
    erase(ids)
    composing.recompose(lead.workspace_id, others - set(ids))
    audit.record("erasure.lead", workspace_id=lead.workspace_id)
    db.session.commit()
    log.info("prospect forgotten", lead_id=ids[0], merged=len(ids) - 1)


def erase(lead_ids: Sequence[int]) -> None:
    """Delete prospects with all that hangs on them, in the present transaction."""
    for chunk in chunks(lead_ids):
        db.session.execute(delete(Lead).where(Lead.id.in_(chunk)).execution_options(synchronize_session=False))


def with_merged(leads: Sequence[Lead]) -> list[Lead]:
    """Return prospects and all that were merged into them: they are one business, and go together."""
    found, last = list(leads), list(leads)
    while last:
        into = Lead.merged_into_id.in_([one.id for one in last])
        seen = [one.id for one in found]
        last = list(db.session.scalars(select(Lead).where(into, Lead.id.not_in(seen)).order_by(Lead.id)))
        found += last
    return found


def _family(lead: Lead) -> list[Lead]:
    """Return a prospect, the one it was merged into, and all that were merged into that one."""
    while lead.merged_into_id is not None:
        lead = db.session.get_one(Lead, lead.merged_into_id)
    return with_merged([lead])


def _forget_files(lead_ids: Sequence[int]) -> None:
    """Delete the imported files that hold these prospects, once they have been read to the end."""
    mine = select(LeadRecord.import_id).where(LeadRecord.lead_id.in_(lead_ids), LeadRecord.import_id.is_not(None))
    ended = LeadImport.state.in_((ImportState.DONE, ImportState.UNDONE))
    for row in db.session.scalars(select(LeadImport).where(LeadImport.id.in_(mine), ended, LeadImport.file_key != "")):
        key, row.file_key = row.file_key, ""
        after_commit(partial(discard, key))
