"""What the professional orders and the law of advertising refuse in a publication."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domains.compliance.trade_tables import DENTIST, EVERYONE, REAL_ESTATE, TradeRule

_BY_INDUSTRY: dict[str, tuple[TradeRule, ...]] = {"dentist": DENTIST, "real_estate": REAL_ESTATE}


@dataclass(frozen=True)
class TradeFinding:
    """One passage a trade may not publish, at `start` in the text; codes in `fact_` are claims no given fact holds."""

    code: str
    message: str
    blocking: bool
    excerpt: str
    start: int = 0
    end: int = 0


def trade_findings(text: str, industries: Collection[str], facts: Collection[str] = ()) -> list[TradeFinding]:
    """List what the trades concerned, and the law for everyone, refuse in a text.

    `facts` are the strings known to be true (names, addresses, figures): what they hold is never reproached.
    Trade rules block; claims without a known fact only warn, and the caller may be stricter with a machine's text.
    """
    names = _spans(text, facts)
    known = {number for fact in facts for number in re.findall(r"\d+", fact)}
    found: dict[tuple[str, str], TradeFinding] = {}
    for rule in (*EVERYONE, *_rules_of(industries)):
        if rule.unless and rule.unless.search(text):
            continue
        for match in rule.pattern.finditer(text):
            if _is_inside(match, names) or _is_known(match, known):
                continue
            excerpt = match.group().strip()
            finding = TradeFinding(rule.code, rule.message, rule.blocking, excerpt, *match.span())
            found.setdefault((rule.code, excerpt), finding)
    return list(found.values())


def _rules_of(industries: Collection[str]) -> Iterable[TradeRule]:
    for industry in sorted(industries):
        yield from _BY_INDUSTRY.get(industry, ())


def _spans(text: str, facts: Collection[str]) -> list[tuple[int, int]]:
    return [match.span() for fact in facts if fact.strip() for match in re.finditer(re.escape(fact), text)]


def _is_inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)


def _is_known(match: re.Match[str], known: set[str]) -> bool:
    numbers = set(re.findall(r"\d+", match.group()))
    return bool(numbers) and numbers <= known
