"""The register of confidentiality incidents, in the fields of the CAI's regulation; nothing deletes a line of it.

A workspace that closes leaves its own to the operator: kept_incidents.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from app.core import csv_files
from app.core.db import db
from app.core.i18n import _, day
from app.domains.privacy import incident_words
from app.domains.privacy.models import Incident, IncidentFacts
from app.domains.privacy.paper import Block, Kind, printed
from app.domains.workspaces.models import Workspace

_WORTH = {"low": 0, "medium": 1, "high": 2}
FIELDS = ("concerned", "circumstances", "happened_on", "known_on", "people_count", "sensitivity", "harm", "likelihood",
          "risk", "authority_told_on", "people_told_on", "notices", "measures")  # fmt: skip


def keep(workspace_id: int, by_id: int, row: Incident | None, **values: Any) -> Incident:
    """Note an incident, or what was learnt of one since, and commit."""
    if row is None:
        row = Incident(workspace_id=workspace_id, noted_by=by_id)
        db.session.add(row)
    for name, value in values.items():
        setattr(row, name, value)
    db.session.commit()
    return row


def of_workspace(workspace_id: int) -> Sequence[Incident]:
    """Return the register of a workspace, the newest first."""
    mine = select(Incident).where(Incident.workspace_id == workspace_id)
    return db.session.scalars(mine.order_by(Incident.known_on.desc(), Incident.id.desc())).all()


def incident_of(workspace_id: int, incident_id: int) -> Incident | None:
    """Return one incident of a workspace."""
    return db.session.scalar(select(Incident).where(Incident.id == incident_id, Incident.workspace_id == workspace_id))


def advice(row: Incident) -> str:
    """Return what the answers suggest about telling the CAI: tell, doubt or keep; unsaid while one is missing.

    P-39.1, s. 3.7: the sensitivity of the information, the consequences to be feared, the likelihood of harm. It
    decides nothing: a person does.
    """
    answers = (row.sensitivity, row.harm, row.likelihood)
    if "" in answers:
        return "unsaid"
    worth = sum(_WORTH[each] for each in answers)
    if "high" in (row.harm, row.likelihood) or worth >= 4:
        return "tell"
    return "doubt" if worth >= 2 else "keep"


def csv(rows: Sequence[Incident]) -> Iterator[str]:
    """Yield the register as CSV."""
    return csv_files.pieces(heads(), map(cells, rows))


def heads() -> list[str]:
    """Return the headings of the register."""
    return [str(incident_words.FIELDS[name]) for name in FIELDS]


def cells(row: IncidentFacts) -> list[str]:
    """Return the facts of an incident, heading by heading."""
    return [_said(row, name) for name in FIELDS]


def paper(workspace: Workspace, rows: Sequence[Incident]) -> bytes:
    """Return the register as PDF."""
    blocks = [Block(Kind.TITLE, _("Registre des incidents de confidentialité")), Block(Kind.SOFT, workspace.name)]
    for row in rows:
        blocks.append(Block(Kind.HEADING, day(row.known_on)))
        blocks.append(Block(Kind.TABLE, rows=[list(pair) for pair in zip(heads(), cells(row), strict=True)]))
    return printed(_("Registre des incidents de confidentialité"), blocks)


def _said(row: IncidentFacts, name: str) -> str:
    value = getattr(row, name)
    if name in incident_words.OF_LEVEL:
        return str(incident_words.LEVELS.get(value, ""))
    return "" if value is None else str(value)
