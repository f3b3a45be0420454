"""Notices against solicitation, in French and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST = 600
# A promise to visitors (« we will not send you… ») is no request to senders.
_PROMISE = re.compile(
    r"\bvous\s+(?:ne\s+)?(?:recevrez|serez|envo\w+|enverr\w+|contact\w+|sollicit\w+|adress\w+)|\bne\s+vous\b|\bvotre\s+(?:adresse|courriel)"
    r"|\b(?:we|will)\s+(?:do\s+not|don.t|will\s+not|won.t|never|not|will\s+never)\s+(?:\w+\s+){0,2}(?:send|spam|sell|share|solicit|contact|e-?mail|share)"
    r"|\byou\s+(?:will\s+)?(?:not|never|won.t)\b|\bsend\s+you\b|\byour\s+(?:e-?mail|address|inbox|information)"
    r"|\bnous\s+ne\s+(?:faisons|pratiquons|sollicitons|vendons|partageons|transmettons)|\bwe\s+(?:do\s+not|don.t|never)\s+(?:solicit|spam)",
    re.IGNORECASE,
)
_SALES = (
    r"(?:sollicit\w*|démarch\w*|publicit\w*|publi-?postage\w*|promotion\w*|commercia\w*|offres?\s+de\s+services?|pourriels?"
    r"|infolettres?|prospection|vendeurs?|spam|marketing|télémarketing)"
)
_ENGLISH_SALES = (
    r"(?:solicit\w*|unsolicited|advertis\w*|promotion\w*|commercial|marketing|sales\s+(?:calls?|pitch\w*|e-?mails?|offers?)"
    r"|spam|telemarket\w*|cold\s+(?:calls?|e-?mails?))"
)
_NO = r"(?:n['’e]\s?\w+\s+(?:pas|aucune?|plus)|ne\s+(?:pas|plus)|refus\w+|declin\w+|déclin\w+)"
_REFUSALS = re.compile(
    "|".join((
        rf"\b(?:pas|aucune?|point|zéro|non\s+à\s+la|non\s+aux?)\s+(?:de\s+|d['’])?(?:la\s+)?(?:sollicit\w*|démarch\w*|colport\w*|pourriels?|publicité\w*|offres?\s+(?:commerciales?|non\s+sollicit\w*)|courriels?\s+(?:publicitaires?|commercia\w*|non\s+sollicit\w*))",
        rf"\b{_NO}\b[^.!?]{{0,80}}\b{_SALES}",
        rf"\b{_SALES}[^.!?]{{0,60}}\b(?:interdit\w*|refus\w+|proscrit\w*|non\s+(?:accept|désir|bienven|autoris|souhait|admis)\w*|s['’]abstenir|ignor\w+|supprim\w+|pas\s+(?:accept\w+|bienven\w+|lus?|désir\w+|permis\w*|autoris\w+|tolér\w+))",
        r"\b(?:solliciteurs?|vendeurs?|colporteurs?|démarcheurs?)\b[^.!?]{0,30}\bs['’]abstenir",
        r"\bprière\s+de\s+(?:ne\s+pas|s['’]abstenir)[^.!?]{0,60}\b(?:sollicit|publicit|commercia|démarch)\w*",
        rf"\bno\s+(?:\w+\s+)?(?:soliciting|solicitations?|solicitors?|unsolicited|spam\s+please|cold\s+(?:calls?|e-?mails?)|sales\s+(?:calls?|pitch\w*|e-?mails?)|telemarket\w*|advertis\w+\s+e-?mails?|marketing\s+(?:e-?mails?|calls?|messages?)|commercial\s+(?:e-?mails?|messages?|offers?)|vendors?)",
        rf"\b(?:do\s+not|don['’]t|please\s+(?:do\s+not|refrain|no)|we\s+(?:do\s+not|don['’]t)\s+(?:accept|wish|want|welcome|respond|reply|read)|not\s+accept\w*|refrain\s+from)\b[^.!?]{{0,80}}\b{_ENGLISH_SALES}",
        rf"\b{_ENGLISH_SALES}[^.!?]{{0,60}}\b(?:not\s+(?:be\s+)?(?:accept\w+|welcome\w*|permitted|allowed|wanted|read|answered)|unwelcome|prohibited|forbidden|will\s+be\s+(?:deleted|ignored|discarded|reported|blocked)|(?:are|is)\s+(?:deleted|ignored|refused|declined))",
    )),
    re.IGNORECASE,
)  # fmt: skip
_HINT = re.compile(r"sollicit|solicit|démarch|publicit|promotion|commercia|offres? de service|pourriel|marketing|spam|vend|"
                   r"advertis|sales|cold|colport|infolettre|prospection", re.IGNORECASE)  # fmt: skip
_SENTENCE = re.compile(r"[^.!?]{1,600}[.!?]?")


def refusals(line: str) -> Iterator[str]:
    """Yield the sentences of a line that refuse solicitation."""
    if not _HINT.search(line):
        return
    for sentence in _SENTENCE.findall(line.replace("\u00a0", " ")):
        if len(sentence) <= _LONGEST and _HINT.search(sentence) and not _PROMISE.search(sentence):
            if _REFUSALS.search(sentence):
                yield " ".join(sentence.split())
