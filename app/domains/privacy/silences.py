"""The do-not-contact list: digests alone, added by hand or by a prospect's own request, effective at once."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from app.core.db import db
from app.domains.compliance import digests, queries
from app.domains.compliance import services as compliance
from app.domains.compliance.models import DoNotContact
from app.domains.compliance.states import Silence
from app.domains.leads.services import composing
from app.domains.privacy import needles, tracing


def marks(typed: str) -> dict[str, str]:
    """Return the number or the address a text is; nothing for what is neither."""
    number = needles.phone_of(typed)
    if number:
        return {"phone": number}
    return {"email": typed.strip().lower()} if "@" in typed else {}


def add(workspace_id: int, typed: str, by_id: int) -> bool:
    """Leave a number or an address alone from now on, and commit; False when it is neither."""
    values = marks(typed)
    if not values:
        return False
    compliance.forbid(workspace_id, values, reason=Silence.ASKED, by_id=by_id)
    compliance.end_consents(workspace_id, [values["email"]] if "email" in values else [])
    composing.recompose(workspace_id, [lead.id for lead in tracing.found_leads(workspace_id, typed)])
    db.session.commit()
    return True


def reasons(workspace_id: int, typed: str) -> frozenset[str]:
    """Return why a number or an address is on the list; nothing when it is not."""
    return queries.reasons(workspace_id, digests.of_business(workspace_id, marks(typed)))


def newest(workspace_id: int) -> Sequence[DoNotContact]:
    """Return the last lines of the list; what each one is of cannot be read back."""
    mine = select(DoNotContact).where(DoNotContact.workspace_id == workspace_id)
    return db.session.scalars(mine.order_by(DoNotContact.id.desc()).limit(100)).all()
