"""Keep what a source lets us keep of it: its ids, and a point for a month; its facts for a day, to be shown.

Google Maps Platform terms, section 3.2.3 (https://cloud.google.com/maps-platform/terms): place ids may be
kept, coordinates 30 days, nothing else. What a prospect is made of comes from its own site, found through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from app.core import clock
from app.core.db import db
from app.domains.leads import facts
from app.domains.leads.cleaning import CleanLead, clean_all
from app.domains.leads.composition import compose
from app.domains.leads.models import CachedPlace, Lead, LeadRecord
from app.domains.leads.sameness import Group, group
from app.domains.leads.services import composing
from app.domains.leads.services.chunks import chunks
from app.domains.leads.services.matching import candidates
from app.domains.leads.services.storing import Batch, Stored
from app.domains.leads.states import LeadState
from app.domains.workspaces.models import Workspace
from app.providers.contracts import FoundLead

SHOWN_FOR = timedelta(hours=24)
POINT_KEPT_FOR = timedelta(days=30)
_SHOWN = ("name", "address", "city", "postal_code", "phone", "website", "rating", "review_count", "category",
          "opening_hours")  # fmt: skip


def link(batch: Batch, found: Sequence[FoundLead], *, city: str = "") -> Stored:
    """Link prospects to what a source found without keeping its facts, in the present transaction.

    `city` is the town of the search: all that a prospect nobody else knows has at first.
    """
    groups = group(clean_all(found))
    own = select(Workspace.id).where(Workspace.id == batch.workspace_id)
    db.session.execute(own.with_for_update(key_share=True))
    cache(member for one in groups for member in one.members)
    known = _known(batch.workspace_id, [member for one in groups for member in one.members])
    unknown = [one for one in groups if not any(_key(member) in known for member in one.members)]
    near = candidates(batch.workspace_id, [one.marks for one in unknown])
    owners: list[tuple[int, Group]] = []
    new_ids: list[int] = []
    for one in groups:
        ids = [known[_key(member)] for member in one.members if _key(member) in known]
        ids = ids or [lead_id for lead_id, marks in near.of(one.marks) if one.marks.is_same(marks)]
        if not ids:
            ids = [_nameless(batch, city, one.members[0])]
            new_ids += ids
        owners.append((min(ids), one))
    _save(batch, owners, known, city)
    return Stored(list(dict.fromkeys(lead_id for lead_id, _one in owners)), new_ids)


def cache(members: Iterable[CleanLead]) -> None:
    """Hold what a source says for a day, in the only table that may, in the present transaction."""
    once = {_key(member): member for member in members}
    until = clock.now() + SHOWN_FOR
    rows = [{"source": source, "source_id": source_id, "expires_at": until,
             "facts": {name: member.values[name] for name in _SHOWN if member.values[name] not in ("", None)}}
            for (source, source_id), member in once.items()]  # fmt: skip
    for chunk in chunks(rows):
        ids = [row["source_id"] for row in chunk]
        db.session.execute(delete(CachedPlace).where(CachedPlace.source_id.in_(ids)))
        db.session.execute(insert(CachedPlace), list(chunk))


def _nameless(batch: Batch, city: str, member: CleanLead) -> int:
    record = facts.Record(member.found.source, member.found.source_id, _kept(member, city))
    lead = Lead(workspace_id=batch.workspace_id, industry=batch.industry, state=LeadState.READY,
                **compose([record], composing.rules(batch.workspace_id)))  # fmt: skip
    db.session.add(lead)
    db.session.flush()
    return lead.id


def _kept(member: CleanLead, city: str) -> dict[str, Any]:
    # The town is the search's own, not the source's.
    return {"city": facts.fact(city, facts.FROM_SEARCH, member.found.seen_on.isoformat(), "")} if city else {}


def _known(workspace_id: int, members: Sequence[CleanLead]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for chunk in chunks([member.found.source_id for member in members]):
        statement = select(LeadRecord.source, LeadRecord.source_id, LeadRecord.lead_id).where(
            LeadRecord.workspace_id == workspace_id, LeadRecord.source_id.in_(chunk)
        )
        found |= {(row.source, row.source_id): row.lead_id for row in db.session.execute(statement)}
    return found


def _save(batch: Batch, owners: Sequence[tuple[int, Group]], known: dict[tuple[str, str], int], city: str) -> None:
    until = clock.now() + POINT_KEPT_FOR
    for lead_id, member in ((lead_id, member) for lead_id, one in owners for member in one.members):
        point = {"latitude": member.found.latitude, "longitude": member.found.longitude, "point_until": until,
                 "seen_on": member.found.seen_on}  # fmt: skip
        if _key(member) in known:
            source, source_id = _key(member)
            mine = (LeadRecord.workspace_id == batch.workspace_id, LeadRecord.source == source,
                    LeadRecord.source_id == source_id)  # fmt: skip
            db.session.execute(update(LeadRecord).where(*mine).values(**point))
        else:
            db.session.add(LeadRecord(workspace_id=batch.workspace_id, lead_id=lead_id, source=member.found.source,
                                      source_id=member.found.source_id, licence=member.found.licence[:60],
                                      facts=_kept(member, city), **point))  # fmt: skip
    db.session.flush()


def _key(member: CleanLead) -> tuple[str, str]:
    return (member.found.source, member.found.source_id)
