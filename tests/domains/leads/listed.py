"""Prospects of a list, and what the list says of them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert

from app.core import clock
from app.core.db import db
from app.domains.leads import naming
from app.domains.leads.models import Lead, LeadRecord
from tests.people import Person


def lead(person: Person, name: str, *, sources: tuple[str, ...] = ("openstreetmap",), **values: Any) -> Lead:
    """Add a prospect, known by these sources."""
    usual = {"industry": "restaurant", "city": "Lévis", "state": "ready", "name_key": naming.fold(name) if name else ""}
    row = Lead(workspace_id=person.workspace.id, name=name, **(usual | values))
    db.session.add(row)
    db.session.flush()
    db.session.add_all(
        LeadRecord(workspace_id=row.workspace_id, lead_id=row.id, source=source, source_id=f"{source}/{row.id}",
                   licence="ODbL 1.0" if source == "openstreetmap" else "Licence propre",
                   seen_on=date(2026, 11, 20), facts={})
        for source in sources
    )  # fmt: skip
    db.session.commit()
    return row


def many(person: Person, count: int) -> None:
    """Add so many prospects at once, with ties in every order."""
    now = clock.now()
    db.session.execute(
        insert(Lead),
        [
            {"workspace_id": person.workspace.id, "industry": "restaurant", "name": f"Café {number // 3}",
             "name_key": f"cafe{number // 3}", "city": "Lévis", "score": number % 7, "state": "ready",
             "latitude": 46.7 + number % 90 / 1000, "longitude": -71.2 - number % 70 / 1000,
             "created_at": now - timedelta(minutes=number // 4)}
            for number in range(count)
        ],
    )  # fmt: skip
    db.session.commit()


def names(person: Person, query: str = "") -> list[str]:
    """Return the names on the list, in order."""
    answer = person.client.get(f"/prospects{query}")
    assert answer.status_code == 200, answer.text
    return re.findall(r'class="leads-name"><a href="[^"]+">([^<]+)</a>', answer.text)


def following(html: str) -> str:
    """Return the address of the next page, or an empty text."""
    found = re.search(r'href="([^"]+)" rel="next"', html)
    return found[1].replace("&amp;", "&") if found else ""
