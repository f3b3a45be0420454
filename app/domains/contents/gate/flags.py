"""What the gate says of a text, and what it knows when it judges one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.providers.contracts import BusinessFacts, LeadFacts

PERSON = "person"  # the writer of a text that somebody typed
# What one touch does to a text: see `Flag.fix`.
REPLACE, REMOVE_SENTENCE, PROFILE = "replace", "remove_sentence", "profile"


@dataclass(frozen=True)
class Flag:
    """One thing to know before approving; a blocking one forbids it. The message is French.

    `excerpt` is the passage as it stands in the text, empty when the fault is elsewhere. `fix` is what one touch
    does: "replace" (put `replacement` in its place), "remove_sentence", "profile" (open the profile), or empty
    when a person must choose.
    """

    code: str
    message: str
    blocking: bool
    excerpt: str = ""
    fix: str = ""
    replacement: str = ""


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
