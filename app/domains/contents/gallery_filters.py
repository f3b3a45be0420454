"""What narrows the gallery, and its order: all of it is in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlencode

from app.core.forms import stripped, whole_number
from app.domains.contents.states import ContentState

LONGEST = 100


class Sort(StrEnum):
    """The order of the gallery."""

    NEWEST = "recent"
    BEST = "note"
    OLDEST = "ancien"


@dataclass(frozen=True)
class Filters:
    """What narrows the gallery; an empty text or a zero narrows nothing. `words` is free text."""

    state: str = ""
    campaign_id: int = 0
    least_score: int = 0
    words: str = ""
    sort: Sort = Sort.NEWEST

    @property
    def query(self) -> dict[str, str]:
        """Return what the address says: what is in force, and the order when it is not the usual one."""
        told = {"etat": self.state, "campaign_id": self.campaign_id, "note": self.least_score, "q": self.words,
                "tri": "" if self.sort == Sort.NEWEST else self.sort}  # fmt: skip
        return {name: str(value) for name, value in told.items() if value}

    @property
    def is_narrowed(self) -> bool:
        """Tell whether anything but the state narrows the gallery."""
        return bool(self.campaign_id or self.least_score or self.words)

    def told(self, **more: object) -> str:
        """Return the end of an address that says this, « ? » included; empty when there is nothing to say."""
        query = urlencode(self.query | {name: value for name, value in more.items() if value})
        return f"?{query}" if query else ""

    def of_state(self, state: str) -> Filters:
        """Return the same filters for another state."""
        return replace(self, state=state)

    def cleared(self) -> Filters:
        """Return the state and the order alone."""
        return Filters(state=self.state, sort=self.sort)


def read(arguments: Mapping[str, str]) -> Filters:
    """Read the filters of an address; what it says wrongly narrows nothing."""
    state, sort = arguments.get("etat", ""), arguments.get("tri", "")
    return Filters(
        state=state if state in set(ContentState) else "",
        campaign_id=whole_number(arguments.get("campaign_id", "")) or 0,
        least_score=min(whole_number(arguments.get("note", "")) or 0, 100),
        words=stripped(arguments.get("q", "")[:LONGEST]),
        sort=Sort(sort) if sort in set(Sort) else Sort.NEWEST,
    )
