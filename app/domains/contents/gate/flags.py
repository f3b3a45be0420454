"""What the gate says of a text, and what it knows when it judges one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from app.core.i18n import FRENCH, _, said, speaking
from app.providers.contracts import BusinessFacts, LeadFacts

PERSON = "person"  # the writer of a text that somebody typed
# What one touch does to a text: see `Flag.fix`.
REPLACE, REMOVE_SENTENCE, PROFILE = "replace", "remove_sentence", "profile"
_BLANKS = re.compile(r"[ \t\n]+")


@dataclass(frozen=True)
class Flag:
    """One thing to know before approving; a blocking one forbids it.

    `reason` is French, as the catalogue knows it, and `quote` what it is said of. `excerpt` is the passage as it
    stands in the text, empty when the fault is elsewhere. `fix` is what one touch does: "replace" (put `replacement`
    in its place), "remove_sentence", "profile" (open the profile), or empty when a person must choose.
    """

    code: str
    reason: str
    blocking: bool
    excerpt: str = ""
    fix: str = ""
    replacement: str = ""
    quote: str = ""

    @property
    def said(self) -> str:
        """Say it in the reader's language."""
        quote = _BLANKS.sub(" ", self.quote.strip())
        words = said(self.reason)
        return _("«\u00a0%(quote)s\u00a0»\u00a0: %(reason)s", quote=quote, reason=words) if quote else words

    @property
    def message(self) -> str:
        """Say it in French, as programs and models read it."""
        with speaking(FRENCH):
            return self.said

    def kept(self) -> dict[str, Any]:
        """Return it as a publication keeps it."""
        return {**asdict(self), "reason": str.__str__(self.reason), "message": self.message}


def kept_flag(row: Mapping[str, Any]) -> Flag:
    """Return a flag as it was kept; one of before has its French message alone."""
    known = {each.name: row[each.name] for each in fields(Flag) if each.name in row}
    return Flag(**({"reason": row["message"]} | known))


@dataclass(frozen=True)
class Subject:
    """Whom a publication presents, who signs it, the offer a person worded for it, and the texts it stands among."""

    lead: LeadFacts
    business: BusinessFacts
    offer_words: str = ""
    others: Sequence[str] = ()

    @property
    def names(self) -> list[str]:
        """Return what is quoted as it is: the linter leaves it alone."""
        lead, business = self.lead, self.business
        known = (lead.name, business.name, lead.street, lead.city, business.city, business.permit_name,
                 business.permit_title, business.agency_name)  # fmt: skip
        return [name.strip() for name in known if name.strip()]

    @property
    def facts(self) -> list[str]:
        """Return the strings known to be true."""
        said = (self.lead.cuisine, self.lead.website, self.business.industry_words, self.offer_words)
        return [*self.names, *filter(None, said)]

    @property
    def industries(self) -> set[str]:
        """Return the trades whose rules apply: the prospect's and the workspace's own."""
        return {self.lead.industry, self.business.industry}
