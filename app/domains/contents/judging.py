"""Judge a text: what is wrong with it, how good it is, and whether a model's may be shown at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from app.domains.compliance.french import repair
from app.domains.compliance.french_mending import mend_words
from app.domains.compliance.language import ENGLISH_ONLY
from app.domains.contents.gate.blanks import blank_flags
from app.domains.contents.gate.claims import spans_of
from app.domains.contents.gate.facts import fact_flags
from app.domains.contents.gate.flags import PERSON, Flag, Subject
from app.domains.contents.gate.footer import identity_flags
from app.domains.contents.gate.french_flags import french_flags
from app.domains.contents.gate.hashtag_flags import hashtag_flags
from app.domains.contents.gate.repairing import repaired
from app.domains.contents.gate.trade_flags import is_fact, trade_flags
from app.domains.contents.quality import LONGEST, SHORTEST, Quality, QualityInput, assess, count_words
from app.domains.contents.quality import as_columns as kept
from app.domains.leads.wording import category_in_french
from app.providers.linkedin.little_text import MAX_LENGTH, escaped_length

__all__ = ["PERSON", "Flag", "Subject", "as_columns", "judged", "mended", "proposed", "quality", "refusal"]

_JOINERS = "\n\u200d"  # a line's end, and what holds the parts of an emoji together


def judged(text: str, hashtags: Sequence[str], subject: Subject, *, by_machine: bool) -> list[Flag]:
    """List what is wrong with a text and its mots-clics; a person's claims are hers to know, a machine's block."""
    refused = trade_flags(text, hashtags, subject, by_machine=by_machine)
    said = spans_of(text, [flag.excerpt for flag in refused])
    claimed = fact_flags(text, subject, said, by_machine=by_machine)
    owed = [*blank_flags(text), *identity_flags(subject.business), *hashtag_flags(hashtags)]
    # Faults of French say nothing of a text that has none yet.
    french = [] if any(flag.code == ENGLISH_ONLY for flag in refused) else french_flags(text, subject.names)
    found = [*refused, *claimed, *owed, *french]
    return list(dict.fromkeys(found))


def quality(text: str, hashtags: Sequence[str], alt_text: str, subject: Subject, *, has_picture: bool) -> Quality:
    """Score a publication."""
    known = (subject.lead.street, category_in_french(subject.lead.category), subject.lead.industry_words)
    return assess(
        QualityInput(
            text=text,
            hashtags=hashtags,
            alt_text=alt_text,
            has_picture=has_picture,
            lead_name=subject.lead.name,
            city=subject.lead.city,
            business_name=subject.business.name,
            known_words=[word for word in known if word],
            industries=subject.industries,
            facts=subject.facts,
            others=subject.others,
        )
    )


def as_columns(found: Quality, flags: Sequence[Flag]) -> dict[str, Any]:
    """Return a judgment as the columns of a publication."""
    return {"quality": kept(found), "score": found.total, "flags": [flag.kept() for flag in flags]}


def refusal(text: str, hashtags: Sequence[str], flags: Sequence[Flag], subject: Subject) -> str:
    """Say why a machine's text may not be shown, as a note of `wording.NOTES`; empty when it may."""
    # Words are counted both ways people count them: a dash alone is a word for some.
    counts = (count_words(text), len(text.split()))
    blocking = [flag.code for flag in flags if flag.blocking]
    if min(counts) < SHORTEST or max(counts) > LONGEST:
        return "gate_length"
    if subject.lead.name.strip() not in text:
        return "gate_name"
    if escaped_length(text, hashtags) > MAX_LENGTH:
        return "gate_too_long"
    if any(not is_fact(code) for code in blocking):
        return "gate_trade"
    return "gate_fact" if blocking else ""


def mended(text: str, subject: Subject) -> str:
    """Mend the typography and the plain words of a machine's text, and give the prospect its name, sign for sign."""
    kept = (sign for sign in text.replace("\r\n", "\n") if sign in _JOINERS or unicodedata.category(sign)[0] != "C")
    plain = "".join(kept)
    return mend_words(repair(_with_exact_name(plain.strip(), subject.lead.name.strip()), subject.names), subject.names)


def proposed(text: str, subject: Subject) -> str:
    """Return a person's text with its French mended, for her to accept; empty when nothing changes."""
    better = repaired(text, subject, words=True)
    return "" if better == text else better


def _with_exact_name(text: str, name: str) -> str:
    if not name or name in text:
        return text
    # A model sets apostrophes, dashes and spaces its own way.
    pattern = re.escape("".join(sign for sign in name if unicodedata.category(sign) != "Cf"))  # marks are not seen
    pattern = re.sub(r"['’‘`]", "['’‘`]", pattern)
    pattern = re.sub(r"(?:\\?[\s\u00a0])+", "[\\\\s\u00a0]+", pattern)
    pattern = re.sub(r"\\?[-‐‑–—]", "[-‐‑–—]", pattern)
    return re.sub(pattern, lambda _: name, text)
