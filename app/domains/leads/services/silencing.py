"""« Ne plus contacter », and its undo: effective at once, for every prospect that shares a mark of this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, or_, select

from app.core.db import db
from app.core.errors import Conflict
from app.domains.compliance import services as compliance
from app.domains.compliance.states import Silence
from app.domains.leads import queries, wording
from app.domains.leads.identity import known_as, mail_domains
from app.domains.leads.models import Lead, LeadEvent
from app.domains.leads.services import composing
from app.domains.workspaces.models import Workspace

SILENCED, HEARD = "silenced", "heard"


def silence(lead: Lead, *, by_id: int | None) -> None:
    """Leave a prospect alone from now on, whatever names it later; commits."""
    hold(lead.workspace_id)
    marks = own_marks(lead)
    known = compliance.forbid(lead.workspace_id, marks, reason=Silence.ASKED, by_id=by_id)
    ended = compliance.end_consents(lead.workspace_id, marks["emails"])
    tell(lead, SILENCED, by_id, digests=sorted(known), consents=ended)
    composing.recompose(lead.workspace_id, sharers(lead, marks))
    db.session.commit()


def hear(lead: Lead, *, by_id: int | None) -> None:
    """Take a silence back, and bring back the consents it ended; commits.

    Raises:
        Conflict: the business itself asked, or was forgotten for good.
    """
    hold(lead.workspace_id)
    marks = known_as(values_of(lead), queries.records(lead.id))
    before = silences(lead)
    digests = {digest for event in before for digest in event.told.get("digests", [])}
    standing = compliance.allow(lead.workspace_id, marks, also=digests)
    if standing:
        reason = Silence.ERASED if Silence.ERASED in standing else Silence.UNSUBSCRIBED
        raise Conflict("silence_stands", wording.SILENCE_STANDS[reason])
    if before:
        compliance.reopen_consents(lead.workspace_id, before[0].told.get("consents", []))
    tell(lead, HEARD, by_id)
    composing.recompose(lead.workspace_id, sharers(lead, marks))
    db.session.commit()


def hold(workspace_id: int) -> None:
    """Wait for the store under way in a workspace, which judges by the list as it read it."""
    own = select(Workspace.id).where(Workspace.id == workspace_id)
    db.session.execute(own.with_for_update(key_share=True))


def own_marks(lead: Lead) -> dict[str, list[str]]:
    """Return what a prospect alone is known by: a domain that others share would silence them too."""
    marks = known_as(values_of(lead), queries.records(lead.id))
    marks["domains"] = [] if lead.is_chain else [name for name in marks["domains"] if not _is_shared(lead, name)]
    return marks


def values_of(lead: Lead) -> Mapping[str, Any]:
    """Return a prospect's values as its marks are read from."""
    names = ("email", "phone", "other_phones", "domain", "name_key", "postal_code")
    return {name: getattr(lead, name) for name in names}


def sharers(lead: Lead, marks: Mapping[str, Sequence[str]]) -> list[int]:
    """Return the prospects that share a mark, `lead` itself first."""
    ways: list[ColumnElement[bool]] = [
        Lead.phone.in_(marks["phones"]), Lead.email.in_(marks["emails"]), Lead.domain.in_(marks["domains"]),
        and_(Lead.name_key == lead.name_key, Lead.postal_code == lead.postal_code, Lead.name_key != ""),
        *(cast(Lead.other_phones, String).contains(number, autoescape=True) for number in marks["phones"]),
    ]  # fmt: skip
    # A prospect without a site is known by its address's domain.
    ways += [and_(Lead.domain == "", Lead.email.endswith(f"@{name}", autoescape=True)) for name in marks["domains"]]
    same = select(Lead.id).where(Lead.workspace_id == lead.workspace_id, Lead.id != lead.id, or_(*ways))
    return [lead.id, *db.session.scalars(same)]


def silences(lead: Lead) -> Sequence[LeadEvent]:
    """Return the times a prospect was silenced here, the last one first."""
    mine = select(LeadEvent).where(LeadEvent.lead_id == lead.id, LeadEvent.kind == SILENCED)
    return db.session.scalars(mine.order_by(LeadEvent.id.desc())).all()


def tell(lead: Lead, kind: str, by_id: int | None, **told: Any) -> None:
    """Add a line to a prospect's history."""
    db.session.add(LeadEvent(workspace_id=lead.workspace_id, lead_id=lead.id, kind=kind, by_id=by_id, told=told))


def _is_shared(lead: Lead, domain: str) -> bool:
    others = select(Lead.email, Lead.domain).where(
        Lead.workspace_id == lead.workspace_id,
        Lead.id != lead.id,
        Lead.loose_key != lead.loose_key,
        Lead.merged_into_id.is_(None),
        or_(Lead.domain == domain, Lead.email.endswith(f"@{domain}", autoescape=True)),
    )
    return any(domain in (row.domain, *mail_domains([row.email])) for row in db.session.execute(others.limit(5)))
