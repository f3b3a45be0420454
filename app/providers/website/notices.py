"""Notices against solicitation, in French and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A promise to visitors (« we will not send you… ») is no request to senders.
_PROMISES = (
    r"\bvous\s+(?:ne\s+)?(?:recevrez|serez|envo\w+|enverr\w+|contact\w+|sollicit\w+|adress\w+)",
    r"\bne\s+vous\b|\bvotre\s+(?:adresse|courriel)|\bvos\s+(?:renseignements|données|informations)",
    r"\bnous\s+ne\s+(?:faisons|pratiquons|sollicitons|vendons|partageons|transmettons)",
    r"\b(?:we|will)\s+(?:do\s+not|don.t|will\s+not|won.t|never|not|will\s+never)\s+(?:\w+\s+){0,2}"
    r"(?:send|spam|sell|share|solicit|contact|e-?mail)\b",
    r"\byou\s+(?:will\s+)?(?:not|never|won.t)\b|\bsend\s+you\b|\byour\s+(?:e-?mail|address|inbox|information|data)",
)
_SALES = (
    r"(?:sollicit\w*|démarch\w*|publicit\w*|publi-?postage\w*|promotion\w*|commercia\w*|offres?\s+de\s+services?"
    r"|pourriels?|infolettres?|prospection|vendeurs?|spam|marketing|télémarketing)"
)
_ENGLISH_SALES = (
    r"(?:solicit\w*|unsolicited|advertis\w*|promotion\w*|commercial|marketing|spam|telemarket\w*"
    r"|sales\s+(?:calls?|pitch\w*|e-?mails?|offers?|purposes?)|cold\s+(?:calls?|e-?mails?))"
)
_TAKES = r"(?:accept|désir|souhait|veu[xt]|voul|veuillez|prenons|répond|trait|lisons|considér|tolér|autoris|permett)\w*"
_SENDS = (
    r"(?:envo\w+|faire\s+parvenir|transmettre|adresser|utilis\w+|servir|sollicit\w+|soumettre|contacter|écrire"
    r"|communiquer|appeler|offrir|proposer|joindre|démarcher)"
)
_MAILS = r"(?:send|e-?mail|contact|call|use|solicit|spam|submit|mail|write|add|offer|reach\s+out)"
_FRENCH = (
    r"\b(?:pas|aucune?|point|zéro|non\s+à\s+la|non\s+aux?)\s+(?:de\s+|d['’])?(?:la\s+)?"
    r"(?:sollicit\w*|démarch\w*|colport\w*|pourriels?|publicité\w*|offres?\s+(?:commerciales?|non\s+sollicit\w*)"
    r"|courriels?\s+(?:publicitaires?|commercia\w*|non\s+sollicit\w*))",
    rf"\bn(?:['’]\s?|e\s+){_TAKES}\s+(?:pas|aucune?|plus|ni)\b[^.!?]{{0,80}}\b{_SALES}",
    rf"\b(?:ne\s+(?:\w+\s+)?(?:pas|plus)|jamais)\s+(?:nous\s+|me\s+|y\s+|l['’])?{_SENDS}\b[^.!?]{{0,80}}\b{_SALES}",
    r"\bne\s+pas\s+nous\s+(?:sollicit|démarch)\w+",
    rf"\bne\s+(?:doit|doivent|peut|peuvent|sera|seront|devra|devront|saurait)\s+(?:pas\s+|en\s+aucun\s+cas\s+)?(?:être\s+)?"
    rf"(?:utilis|employ|serv)\w*[^.!?]{{0,60}}\b{_SALES}",
    rf"\b(?:refus(?:ons|e|ent)|déclin(?:ons|e|ent))\b[^.!?]{{0,60}}\b{_SALES}",
    rf"\b{_SALES}[^.!?]{{0,60}}\b(?:interdit\w*|refus\w+|proscrit\w*|s['’]abstenir|ignor\w+|supprim\w+"
    r"|non\s+(?:accept|désir|bienven|autoris|souhait|admis)\w*"
    r"|pas\s+(?:accept\w+|bienven\w+|lus?|désir\w+|permis\w*|autoris\w+|tolér\w+))",
    r"\b(?:solliciteurs?|vendeurs?|colporteurs?|démarcheurs?)\b[^.!?]{0,30}\bs['’]abstenir",
    r"\bprière\s+de\s+(?:ne\s+pas|s['’]abstenir)[^.!?]{0,60}\b(?:sollicit|publicit|commercia|démarch)\w*",
)
_ENGLISH = (
    r"\bno\s+(?:\w+\s+)?(?:soliciting|solicitations?|solicitors?|unsolicited|spam\s+please|telemarket\w*"
    r"|cold\s+(?:calls?|e-?mails?)|sales\s+(?:calls?|pitch\w*|e-?mails?)|advertis\w+\s+e-?mails?"
    r"|marketing\s+(?:e-?mails?|calls?|messages?)|commercial\s+(?:e-?mails?|messages?|offers?))",
    rf"\b(?:(?:do\s+not|don['’]t|never|not\s+to)\s+{_MAILS}|not\s+accept\w*|refrain\s+from|refuse\w*"
    r"|(?:do\s+not|don['’]t)\s+(?:accept|wish|want|welcome|respond|reply|read))\b"
    rf"[^.!?]{{0,80}}\b{_ENGLISH_SALES}",
    r"\b(?:do\s+not|don['’]t)\s+(?:spam|solicit)\b",
    rf"\b(?:may|must|shall|should|can|is|are)\s?not\s+(?:to\s+)?be\s+used\b[^.!?]{{0,60}}\b{_ENGLISH_SALES}",
    rf"\b{_ENGLISH_SALES}[^.!?]{{0,60}}\b(?:not\s+(?:be\s+)?(?:accept\w+|welcome\w*|permitted|allowed|wanted|read|answered)"
    r"|unwelcome|prohibited|forbidden|will\s+be\s+(?:deleted|ignored|discarded|reported|blocked)"
    r"|(?:are|is)\s+(?:deleted|ignored|refused|declined))",
)
_HINTS = (
    r"sollicit|solicit|démarch|publicit|promotion|commercia|offres? de service|pourriel|marketing|spam|vend|advertis"
    r"|sales|cold|colport|infolettre|prospection"
)
_PROMISE = re.compile("|".join(_PROMISES), re.IGNORECASE)
_REFUSAL = re.compile("|".join((*_FRENCH, *_ENGLISH)), re.IGNORECASE)
_HINT = re.compile(_HINTS, re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]{1,600}[.!?]?")


def refusals(line: str) -> Iterator[str]:
    """Yield the sentences of a line that refuse solicitation."""
    if not _HINT.search(line):
        return
    for sentence in _SENTENCE.findall(line.replace("\u00a0", " ")):
        if _HINT.search(sentence) and not _PROMISE.search(sentence) and _REFUSAL.search(sentence):
            yield " ".join(sentence.split())
