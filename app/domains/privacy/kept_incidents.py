"""The incidents of closed workspaces: the law has them kept five years from the day they were known (P-39.1, s. 3.8;
Règlement sur les incidents de confidentialité, s. 8). The operator holds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateutil.relativedelta import relativedelta
from sqlalchemy import delete, select

from app.core import clock, csv_files
from app.core.db import changed, db
from app.domains.privacy import incident_words, incidents
from app.domains.privacy.models import KeptIncident
from app.domains.workspaces.models import Workspace

KEPT = relativedelta(years=5)


def keep(workspace_id: int) -> None:
    """Keep what a workspace that closes noted, its name and the facts alone, in the present transaction."""
    workspace = db.session.get_one(Workspace, workspace_id)
    for row in incidents.of_workspace(workspace_id):
        facts = {name: getattr(row, name) for name in incidents.FIELDS}
        db.session.add(KeptIncident(workspace_name=workspace.name, **facts))
    db.session.flush()


def every() -> Sequence[KeptIncident]:
    """Return what is kept, the newest first."""
    return db.session.scalars(select(KeptIncident).order_by(KeptIncident.known_on.desc(), KeptIncident.id.desc())).all()


def csv(rows: Sequence[KeptIncident]) -> Iterator[str]:
    """Yield the register as CSV."""
    heads = [str(incident_words.WORKSPACE), *incidents.heads()]
    return csv_files.pieces(heads, ([row.workspace_name, *incidents.cells(row)] for row in rows))


def forget_old() -> int:
    """Delete what was known more than five years ago, and commit; return how many went."""
    gone = changed(delete(KeptIncident).where(KeptIncident.known_on < clock.today() - KEPT))
    db.session.commit()
    return gone
