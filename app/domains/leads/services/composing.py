"""Compose one prospect from the elements that are it, and score it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.core import clock
from app.domains.leads import emails, scoring
from app.domains.leads.models import Lead
from app.domains.leads.sameness import Group
from app.domains.leads.states import LeadState

COMPOSED = ("name", "address", "city", "postal_code", "phone", "email", "website", "latitude", "longitude",
            "rating", "review_count", "category", "brand", "is_chain")  # fmt: skip
JUDGED = ("score", "reasons", "contactable", "contact_nature")
COLUMNS = [getattr(Lead, name) for name in ("id", "name_key", "industry", *COMPOSED, *JUDGED)]


@dataclass(frozen=True)
class Judge:
    """Composes and scores the prospects of one search."""

    workspace_id: int
    industry: str
    has_ratings: bool

    def row(self, group: Group) -> dict[str, Any]:
        """Return the values of a new prospect."""
        values = _composed(group)
        now = clock.now()
        return {"workspace_id": self.workspace_id, "industry": self.industry, "name_key": group.key,
                "state": LeadState.NEW, "province": "QC", "created_at": now, "updated_at": now,
                **values, **self._judged(values, group)}  # fmt: skip

    def changes(self, lead: Any, group: Group) -> dict[str, Any] | None:
        """Return what the elements change in a known prospect, with its id; None when nothing does."""
        present = {name: getattr(lead, name) for name in COMPOSED}
        fresh = {name: value for name, value in _composed(group).items() if value not in ("", None)}
        # A prospect keeps the name it is known by, and a real town is worth more than an assumed one.
        fresh.pop("name", None)
        if present["city"] and all(member.city_is_assumed for member in group.members):
            fresh.pop("city", None)
        fresh["is_chain"] = fresh["is_chain"] or present["is_chain"]
        values = present | fresh
        values |= self._judged(values, group)
        if all(getattr(lead, name) == value for name, value in values.items()):
            return None
        return {"id": lead.id, "updated_at": clock.now(), **values}

    def _judged(self, values: dict[str, Any], group: Group) -> dict[str, Any]:
        known = scoring.Known(**{name: values[name] for name in scoring.Known.__dataclass_fields__})
        judged = scoring.score(known, has_ratings=self.has_ratings, source=group.members[0].found.source)
        nature = emails.nature(values["email"], values["name"])
        # A person's own address is never written to: it does not make a prospect contactable.
        reachable = bool(values["phone"]) or bool(values["email"] and nature != emails.PERSONAL)
        return {"score": judged.total, "reasons": judged.reasons, "contact_nature": nature, "contactable": reachable}


def _composed(group: Group) -> dict[str, Any]:
    values = {name: _first(group, name) for name in COMPOSED}
    values["is_chain"] = any(member.values["is_chain"] for member in group.members)
    towns = [member.values["city"] for member in group.members if not member.city_is_assumed]
    values["city"] = next((town for town in towns if town), values["city"])
    return values


def _first(group: Group, name: str) -> Any:
    for member in group.members:
        if member.values[name] not in ("", None):
            return member.values[name]
    return group.members[0].values[name]
