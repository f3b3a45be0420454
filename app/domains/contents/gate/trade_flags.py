"""The rules of the trades, as flags."""

from __future__ import annotations

from collections.abc import Sequence

from app.domains.compliance.language import ENGLISH_ONLY, MESSAGE, is_english_only
from app.domains.compliance.trade_rules import trade_findings
from app.domains.contents.gate.flags import REMOVE_SENTENCE, Flag, Subject
from app.domains.contents.hashtags import spread

_FACT = "fact_"


def trade_flags(text: str, hashtags: Sequence[str], subject: Subject, *, by_machine: bool) -> list[Flag]:
    """List what a trade or the law refuses; a claim nothing holds blocks a machine's text and warns a person."""
    found = [Flag(ENGLISH_ONLY, MESSAGE, blocking=True)] if is_english_only(text) else []
    for each in trade_findings(f"{text}\n\n{spread(hashtags)}", subject.industries, subject.facts):
        is_in_text = each.start < len(text)
        found.append(
            Flag(
                each.code,
                each.message,
                each.blocking or (by_machine and is_fact(each.code)),
                quote=each.excerpt,
                excerpt=each.excerpt if is_in_text else "",
                fix=REMOVE_SENTENCE if is_in_text else "",
            )
        )
    return found


def is_fact(code: str) -> bool:
    """Tell whether a flag is of a claim that no given fact holds."""
    return code.startswith(_FACT)
