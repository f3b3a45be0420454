"""When two descriptions are one business.

Names come first: the same name, or the same but for what spellings vary by, and one tie of number,
postal code, site, street or place. Names that differ need two ties. What contradicts keeps apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, inf, radians
from typing import Any

from app.domains.leads import facts, naming, sites
from app.domains.leads.cleaning import CleanLead

NEAR_METRES = 100.0
CLOSE_METRES = 40.0
SAME, MAYBE, OTHER = "same", "maybe", "other"
_METRES_PER_DEGREE = 111_320.0
# A number or a site that many names share is a switchboard or a platform: it ties nobody.
MOST_NAMES = 12


@dataclass
class Marks:
    """What identifies one business. Points are (latitude, longitude) in degrees."""

    names: set[str] = field(default_factory=set)
    loose_names: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    postal_codes: set[str] = field(default_factory=set)
    streets: set[str] = field(default_factory=set)
    points: list[tuple[float, float]] = field(default_factory=list)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Marks:
        """Gather the marks of one element's or one prospect's values."""
        name, point = values["name"], (values["latitude"], values["longitude"])
        return cls(
            names={naming.fold(name)} if name else set(),
            loose_names={naming.loose_key(name)} - {""} if name else set(),
            phones={values["phone"], *(values["other_phones"] or ())} - {""},
            domains={sites.domain(values["website"])} - {""},
            postal_codes={values["postal_code"]} - {""},
            streets={naming.street_key(values["address"])} - {""},
            points=[point] if None not in point else [],
        )

    def absorb(self, other: Marks) -> None:
        """Take the marks of another description of the same business."""
        for name in ("names", "loose_names", "phones", "domains", "postal_codes", "streets"):
            getattr(self, name).update(getattr(other, name))
        self.points += other.points

    def shared_keys(self) -> set[tuple[str, str]]:
        """Return what to look others up by: two that are one business share at least one."""
        kinds = {"name_key": self.names, "loose_key": self.loose_names, "phone": self.phones, "domain": self.domains}
        return {(kind, value) for kind, values in kinds.items() for value in values}

    def is_same(self, other: Marks) -> bool:
        """Tell whether two descriptions are surely of one business."""
        return self.tie(other)[0] == SAME

    def tie(self, other: Marks) -> tuple[str, str]:
        """Return how two descriptions stand, SAME, MAYBE or OTHER, and by what (a code)."""
        phone = bool(self.phones & other.phones)
        postal = bool(self.postal_codes & other.postal_codes)
        street = bool(self.streets & other.streets)
        named, alike = bool(self.names & other.names), bool(self.loose_names & other.loose_names)
        if named and (phone or postal) or alike and phone:
            return SAME, "phone" if phone else "name"
        # Two branches of one name differ by their numbers, their codes or their streets.
        apart = self.phones and other.phones and not phone or self.postal_codes and other.postal_codes and not postal
        apart = apart or self.streets and other.streets and not street
        near = NEAR_METRES if named else CLOSE_METRES
        if (named or alike) and (street or self._distance(other) < near):
            return (MAYBE, "place") if apart and not street else (SAME, "place")
        return self._other_name_tie(other, phone=phone, here=street or self._distance(other) < CLOSE_METRES)

    def _other_name_tie(self, other: Marks, *, phone: bool, here: bool) -> tuple[str, str]:
        domain = bool(self.domains & other.domains)
        if not (phone or domain):
            return OTHER, ""
        why = "phone" if phone else "domain"
        if here and self._within(other):
            return SAME, why
        named = bool(self.loose_names & other.loose_names)
        # A chain's branches share a site; a hotel and its table share a number.
        return (MAYBE, why) if phone and self._within(other) or named and here or phone and here else (OTHER, "")

    def _distance(self, other: Marks) -> float:
        return min((_metres(here, there) for here in self.points for there in other.points), default=inf)

    def _within(self, other: Marks) -> bool:
        pairs = [(one, two) for one in self.loose_names for two in other.loose_names if min(len(one), len(two)) >= 4]
        return any(one in two or two in one for one, two in pairs)


@dataclass
class Group:
    """The elements of one business."""

    members: list[CleanLead]
    marks: Marks


def group(leads: Sequence[CleanLead]) -> list[Group]:
    """Gather the elements that are one business, whatever their order."""
    groups = [Group([lead], Marks.of(lead.values)) for lead in leads]
    owner = list(range(len(groups)))

    def root(number: int) -> int:
        while owner[number] != number:
            owner[number] = owner[owner[number]]
            number = owner[number]
        return number

    for block in blocks([one.marks for one in groups]):
        for at, first in enumerate(block):
            for second in block[at + 1 :]:
                here, there = root(first), root(second)
                if here != there and groups[first].marks.is_same(groups[second].marks):
                    owner[max(here, there)] = min(here, there)
    gathered: dict[int, Group] = {}
    for number, one in enumerate(groups):
        kept = gathered.setdefault(root(number), Group([], Marks()))
        kept.members += one.members
        kept.marks.absorb(one.marks)
    for kept in gathered.values():
        kept.members.sort(key=lambda member: (-facts.richness(member.record), member.found.source_id))
    return list(gathered.values())


def blocks(marks: Sequence[Marks]) -> Iterable[list[int]]:
    """Return groups of positions worth comparing: those that share a key which is not a platform's."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(marks):
        for key in one.shared_keys():
            by_key[key].append(number)
    for (kind, _value), block in by_key.items():
        if len(block) < 2:
            continue
        names = {name for number in block for name in marks[number].loose_names}
        if kind in ("name_key", "loose_key") or len(names) <= MOST_NAMES:
            yield block


def _metres(here: tuple[float, float], there: tuple[float, float]) -> float:
    north = (here[0] - there[0]) * _METRES_PER_DEGREE
    east = (here[1] - there[1]) * _METRES_PER_DEGREE * cos(radians(here[0]))
    return hypot(north, east)
