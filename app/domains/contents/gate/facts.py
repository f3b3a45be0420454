"""The gate of facts: what a text claims comes from the prospect's record or the profile, or is flagged."""

from __future__ import annotations

import re
from collections.abc import Collection

from app.core import clock
from app.domains.contents.gate.claims import Claim, Known, Span, meets, spans_of
from app.domains.contents.gate.fact_names import name_claims, quote_claims
from app.domains.contents.gate.fact_numbers import figures, number_claims
from app.domains.contents.gate.flags import REMOVE_SENTENCE, Flag, Subject
from app.domains.contents.gate.known_words import parts
from app.domains.contents.gate.wording import FACTS
from app.domains.leads.wording import category_in_french

MOST_OF_A_KIND = 6
# Tried at the first sign of a run only: from each of its signs, a long run would cost its square.
_MACHINE = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+|(?<!\w)[#@]\w+"
    r"|(?<![\w-])(?<![\w-]\.)[\w-]+(?:\.[\w-]+)*\.(?:ca|com|org|net|quebec)\b"
)


def fact_flags(text: str, subject: Subject, said: Collection[Span] = (), *, by_machine: bool) -> list[Flag]:
    """List the numbers, dates, prices, quotations and names that no given fact holds.

    `said` are the passages reproached already. What a machine claims blocks; a person is only asked to check.
    """
    return [
        Flag(
            claim.code,
            FACTS[claim.code],
            blocking=by_machine,
            quote=text[claim.start : claim.end],
            excerpt=text[claim.start : claim.end],
            fix=REMOVE_SENTENCE,
        )
        for claim in claims(text, subject, said)
    ]


def claims(text: str, subject: Subject, said: Collection[Span] = ()) -> list[Claim]:
    """List what a text claims and no fact holds, in order, six of a kind at most."""
    known = known_of(subject)
    given = [*spans_of(text, known.facts), *(match.span() for match in _MACHINE.finditer(text))]
    closed = list(said)
    found: dict[tuple[str, str], Claim] = {}
    counts: dict[str, int] = {}
    # A number inside a quotation is the quotation's: each passage is reproached once.
    for claim in (*quote_claims(text, known), *number_claims(text, known), *name_claims(text, known)):
        key = (claim.code, text[claim.start : claim.end])
        is_given = any(start <= claim.start and claim.end <= end for start, end in given)
        if is_given or key in found or meets(claim.start, claim.end, closed):
            continue
        closed.append((claim.start, claim.end))
        counts[claim.code] = counts.get(claim.code, 0) + 1
        if counts[claim.code] <= MOST_OF_A_KIND:
            found[key] = claim
    return sorted(found.values(), key=lambda claim: claim.start)


def known_of(subject: Subject) -> Known:
    """Gather what may be said of a prospect and by its business."""
    lead = subject.lead
    facts = (*subject.facts, *filter(None, (lead.category, category_in_french(lead.category), lead.industry_words)))
    joined = " ".join(facts)
    words = frozenset(parts(joined))
    return Known(facts, words, figures(joined), clock.today().year)
