"""When two elements are one business.

The same folded name with the same phone or the same postal code is one prospect. So is the same
name within 100 m, where neither phone nor postal code says otherwise: maps often hold a business
twice, as a point and as a building.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, hypot, radians

from app.domains.leads.cleaning import CleanLead

NEAR_METRES = 100.0
_METRES_PER_DEGREE = 111_320.0


@dataclass
class Marks:
    """What identifies one business among those of the same name. Points are (latitude, longitude)."""

    phones: set[str] = field(default_factory=set)
    postal_codes: set[str] = field(default_factory=set)
    points: list[tuple[float, float]] = field(default_factory=list)

    @classmethod
    def of(cls, phone: str, postal_code: str, latitude: float | None, longitude: float | None) -> Marks:
        """Gather the marks of one row or element."""
        points = [(latitude, longitude)] if latitude is not None and longitude is not None else []
        return cls({phone} - {""}, {postal_code} - {""}, points)

    def absorb(self, other: Marks) -> None:
        """Take the marks of another element of the same business."""
        self.phones |= other.phones
        self.postal_codes |= other.postal_codes
        self.points += other.points

    def is_same(self, other: Marks) -> bool:
        """Tell whether two businesses of one name are one."""
        if self.phones & other.phones or self.postal_codes & other.postal_codes:
            return True
        if self.phones and other.phones or self.postal_codes and other.postal_codes:
            return False
        return any(_near(here, there) for here in self.points for there in other.points)


@dataclass
class Group:
    """The elements of one business, the richest first."""

    key: str
    members: list[CleanLead]
    marks: Marks


def group(leads: Sequence[CleanLead]) -> list[Group]:
    """Gather the elements that are one business, whatever their order."""
    by_key: dict[str, list[CleanLead]] = defaultdict(list)
    for lead in leads:
        by_key[lead.key].append(lead)
    groups: list[Group] = []
    for key, members in by_key.items():
        groups += _merge([Group(key, [member], _marks(member)) for member in members])
    return groups


def _merge(groups: list[Group]) -> list[Group]:
    merged: list[Group] = []
    for one in groups:
        # An element may tie together two groups that nothing tied before it.
        ties = [other for other in merged if other.marks.is_same(one.marks)]
        if not ties:
            merged.append(one)
            continue
        first, *others = ties
        for other in [*others, one]:
            first.members += other.members
            first.marks.absorb(other.marks)
        merged = [kept for kept in merged if not any(kept is other for other in others)]
    if len(merged) < len(groups):
        return _merge(merged)
    for one in merged:
        one.members.sort(key=lambda member: (-member.richness, member.found.source_id))
    return merged


def _marks(lead: CleanLead) -> Marks:
    values = lead.values
    return Marks.of(values["phone"], values["postal_code"], values["latitude"], values["longitude"])


def _near(here: tuple[float, float], there: tuple[float, float]) -> bool:
    north = (here[0] - there[0]) * _METRES_PER_DEGREE
    east = (here[1] - there[1]) * _METRES_PER_DEGREE * cos(radians(here[0]))
    return hypot(north, east) < NEAR_METRES
