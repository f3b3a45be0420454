"""Addresses as pages carry them: escaped, hidden, or with the words around them stuck to them."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from publicsuffixlist import PublicSuffixList

_LONGEST = 2000
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# JSON’s escapes whose backslash was lost: « u003einfo@… ».
_ESCAPE = re.compile(r"\\u00([0-9a-f]{2})|u00(3[ce])|(?<![a-z0-9])u00(2[0267]|[c-f][0-9a-f])", re.IGNORECASE)
_AT = re.compile(r"\s{0,9}[\[({<]\s{0,9}(?:at|arobase?|chez|@)\s{0,9}[\])}>]\s{0,9}", re.IGNORECASE)
_DOT = re.compile(r"\s{0,9}[\[({<]\s{0,9}(?:dot|point|\.)\s{0,9}[\])}>]\s{0,9}", re.IGNORECASE)
_PHONE_BEFORE = re.compile(r"(\d{3}[\-.\s]\d{4})(?=[a-z])", re.IGNORECASE)
_CODE_BEFORE = re.compile(r"([GHJ]\d[A-Z]\s?\d[A-Z]\d)(?=[A-Za-z])")
_APART = r"\s<>()\[\]{},;:\"|/\\=?@«»“”‹›"
# Whole or not at all: the end of too long a word is nobody's address (RFC 5321 allows 64 signs, then 255; words
# may be stuck to either part).
_ADDRESS = re.compile(rf"(?<![^{_APART}])([^{_APART}]{{1,200}})@([^&{_APART}]{{1,400}})")
_LABEL = r"courriels?|e-?mails?|mailto|adresse|t[ée]l[ée]phone|phone|tel|contact"
_WORDS = (
    "info|infos|information|bonjour|contact|reservations?|reception|accueil|admin|administration|clinique|commandes?|"
    "direction|restaurant|resto|service|ventes|hello|rendezvous|rdv|emplois?|rh|comptabilite"
)
_LABELLED = re.compile(rf"(?:{_LABEL})(?={_WORDS}$)", re.IGNORECASE)
_ELIDED = re.compile(r"^(?:[ld]|qu)?['’]", re.IGNORECASE)
_NUMBERED = re.compile(rf"1?[2-9]\d\d[2-9]\d{{6}}(?=(?:{_WORDS})$)", re.IGNORECASE)
# Endings that Québec’s businesses have, and after which letters are surely the next word.
_STRONG = re.compile(r"(com|ca|net|org|quebec|fr)(.+)", re.IGNORECASE | re.DOTALL)
# « .cafemenu » may be « .cafe » or « .ca »: nobody can tell.
_UNSURE = re.compile(r"(?:cafe|camera|care|cash|catering|company|community|computer|network|organic)", re.IGNORECASE)
_FICTION = frozenset({"test", "example"})


def candidates(raw: str) -> list[str]:
    """Return the addresses of a text, mended where what is stuck to them is certain, in order."""
    text = _decoded(raw[:_LONGEST])
    found, at = [], 0
    while match := _ADDRESS.search(text, at):
        found.append(f"{_mended_local(match[1])}@{_mended_domain(match[2])}")
        # « a@b.cac@d.ca » holds two: what follows an address may begin the next.
        at = match.start(2)
    return found


def mended(address: str) -> str:
    """Return one address without what is stuck to it."""
    found = candidates(address)
    return found[0] if found else ""


@lru_cache(maxsize=1)
def endings() -> PublicSuffixList:
    """Read the public endings of domains once (https://publicsuffix.org)."""
    return PublicSuffixList(accept_unknown=False)


def has_known_ending(domain: str) -> bool:
    """Tell whether a domain ends as domains do; `.test` and `.example` are for fiction (RFC 2606)."""
    last = domain.rpartition(".")[2].lower()
    return last in _FICTION or endings().publicsuffix(last) is not None


def registered(domain: str) -> str:
    """Return the part of a host that somebody registered, or the host itself where unknown."""
    low = domain.lower()
    return str(endings().privatesuffix(low) or low)


def _decoded(raw: str) -> str:
    # One sign may become eighteen.
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", html.unescape(raw)))[:_LONGEST]
    if re.search(r"%[0-9a-f]{2}", text, re.IGNORECASE):
        text = unquote(text, errors="replace")
    text = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2] or found[3], 16)), text)
    text = _DOT.sub(".", _AT.sub("@", text))
    return _CODE_BEFORE.sub(r"\1 ", _PHONE_BEFORE.sub(r"\1 ", text))


def _mended_local(local: str) -> str:
    bare = _ELIDED.sub("", local).lstrip(".-–—•·!#$+'’")
    for stuck in (_NUMBERED, _LABELLED):
        if found := stuck.match(bare):
            bare = bare[found.end() :]
    return bare


def _mended_domain(domain: str) -> str:
    labels = re.split(r"['’!…]", domain)[0].rstrip(".-_•·").split(".")
    if len(labels) > 2 and labels[-1][:1].isupper() and labels[-2].islower() and has_known_ending(labels[-2]):
        # « resto.ca.Tel »: a sentence begins where it forgot a blank.
        labels.pop()
    while len(labels) > 2 and not has_known_ending(labels[-1]) and not _STRONG.match(labels[-1]):
        labels.pop()
    # « Resto.caHeures » changes case where the next word begins.
    ending = labels[-1]
    begun = _STRONG.match(ending) if not has_known_ending(ending) or re.match(r"[a-z]{2,}[A-Z]", ending) else None
    if begun and len(labels) > 1 and (begun[2][0].isupper() or not _UNSURE.match(ending)):
        labels[-1] = begun[1]
    return ".".join(labels)
