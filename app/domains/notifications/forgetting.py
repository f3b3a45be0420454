"""Let go of a prospect that is being forgotten: mails that wait and may name it are written again without it."""

from __future__ import annotations

from sqlalchemy import delete, exists, select, update

from app.core.db import db
from app.domains.contents.models import Content
from app.domains.leads.models import Lead
from app.domains.notifications.kinds import Kind
from app.domains.notifications.models import Mail
from app.domains.notifications.states import MailState

# Whose words name prospects; what they say is sealed, so that any of them may name this one.
NAMING = (Kind.TO_APPROVE, Kind.PUBLISHED, Kind.UNCONFIRMED)


def release(lead_id: int) -> None:
    """Forget what waits to be said of a prospect, and the subjects of what was, in the present transaction.

    The rounds ask again for what is left; lines of lists go with the publications they are about.
    """
    lead = db.session.get(Lead, lead_id)
    if lead is None or not db.session.scalar(select(exists().where(Content.lead_id == lead_id))):
        return
    naming = (Mail.workspace_id == lead.workspace_id, Mail.kind.in_(NAMING))
    db.session.execute(delete(Mail).where(*naming, Mail.state == MailState.DUE))
    db.session.execute(update(Mail).where(*naming, Mail.state != MailState.SENDING).values(subject=""))
