"""Telephone numbers, in the one form they are stored in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import Leniency, NumberParseException, PhoneNumberFormat, PhoneNumberMatcher, PhoneNumberType

REGION = "CA"
# Québec’s area codes (Canadian Numbering Administrator).
QUEBEC_CODES = frozenset(["418", "581", "367", "514", "438", "263", "450", "579", "354", "819", "873", "468"])
# North America’s free codes (NANPA).
_FREE_CODES = "800|833|844|855|866|877|888"
_LONGEST = 500
_MOST = 20

_DASHES = re.compile(r"[\u2010-\u2015\u2212\u00ad\u30fc]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Between the groups of one number.
_GAP = r"[\s().·•/\-]{0,4}"
_ENTRY = rf"(?<!\d)(?:\+?1{_GAP})?"
_DIGITS = re.compile(
    rf"{_ENTRY}\(?([2-9]\d\d){_GAP}([2-9]\d\d){_GAP}(\d\d)[\s.\-]?(\d\d)"
    # Nothing stands between a whole number and the next: « 514-555-0199450-555-0123 ».
    r"(?:(?!\d)|(?=\(?[2-9]\d\d[).\s\-]+[2-9]\d\d[.\s\-]+\d{4}(?!\d)))"
)
# Pairs, as in France: « 51 45 55 01 99 ».
_PAIRS = re.compile(r"(?<![\d+])(?:\+?1[\s.\-])?([2-9]\d)([\s.\-])(\d\d)\2(\d\d)\2(\d\d)\2(\d\d)(?![\s.\-]?\d)")
# Nothing between two whole numbers: « 51455501994505550123 ».
_GLUED = re.compile(r"(?<!\d)(?:1?[2-9]\d\d[2-9]\d{6}){2,}(?!\d)")
_ONE_GLUED = re.compile(r"1?([2-9]\d\d[2-9]\d{6})")
# Letters of a keypad: « 1-800-PIZZA-GO », « 1 855 555-VAST (8278) ».
_LETTERS = re.compile(
    rf"{_ENTRY}(?:\(?({_FREE_CODES}){_GAP}|\(?([2-9]\d\d)[)\s.]*[\-)]\s*|\(?([2-9]\d\d)\)?[\s.\-]+(?=\d{{3}}))"
    r"((?:[A-Za-z0-9][\s.\-]{0,3}){6}[A-Za-z0-9])([A-Za-z]{0,4})(?![A-Za-z0-9])(?:\s*\(([\d\s.\-]{4,9})\))?"
)
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_FOREIGN = re.compile(r"\+\s?\(?[2-9]")
_ABROAD = re.compile(r"\+\s?\d{1,3}[\s.\-(]*$")

_EXTENSION = re.compile(
    r"^[\s,;.]{0,20}\(?\s{0,5}(?:postes?\b|pst\b|p\.|ext(?:ensions?|n)?\b|x(?![a-z])|#|int(?:erne)?\b|local\b)[\s:.#°]{0,20}"
    r"(\d{1,6})(?!\d|[\s.\-]?\d{3}[\s.\-]\d{4})\)?",
    re.IGNORECASE,
)
_FAX = re.compile(
    r"\bt[ée]l[ée]c(?:op\w*)?\b|\bt[ée]l[ée]fax\b|\bfax\b|\bfacs?(?:imil[ée]s?)?\b|\bf\s*[:.]", re.IGNORECASE
)
_VOICE = re.compile(
    r"\bt[ée]l(?:[ée]phones?|s)?\b|\bphones?\b|\bcell?(?:ulaire|phone)?\b|\bmobile\b|\bsans[\s-]frais\b|\bpaget?\w*\b"
    r"|\btoll[\s-]?free\b|\bbureau\b|\boffice\b|\bdirect\w*\b|\burgences?\b|\br[ée]servations?\b|\b[tmc]\s*[:.]",
    re.IGNORECASE,
)
_FAX_AFTER = re.compile(r"^\s*[(\[]\s*(?:t[ée]l[ée]c[\w.]*|t[ée]l[ée]fax|fax|facs?[\w.]*)\s*[)\]]", re.IGNORECASE)
_BREAK = re.compile(r"[\n;|]")


@dataclass(frozen=True)
class Phone:
    """One number: E.164, its extension, and whether it is free of charge."""

    e164: str
    extension: str = ""
    is_toll_free: bool = False


@dataclass(frozen=True)
class _Seen:
    """A number where it stands in a text."""

    start: int
    end: int
    phone: Phone


def clean(raw: str) -> str:
    """Return the first valid number of `raw` in E.164, or an empty text."""
    found = read(raw)
    return found[0].e164 if found else ""


def read(raw: str) -> list[Phone]:
    """Return every valid number of `raw` once, in order; faxes and what has no area code are left out."""
    text = _plain(raw)
    unique: dict[str, Phone] = {}
    for phone in _voices(text, _seen(text)):
        known = unique.get(phone.e164)
        if known is None or (phone.extension and not known.extension):
            unique[phone.e164] = phone
    return list(unique.values())[:_MOST]


def _plain(raw: str) -> str:
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", raw[:_LONGEST]))
    return _DASHES.sub("-", text)


def _seen(text: str) -> list[_Seen]:
    """Find the numbers of a text, most certain forms first, each place once."""
    found: list[_Seen] = []
    if _FOREIGN.search(text):
        for match in PhoneNumberMatcher(text, None, Leniency.VALID):
            found.append(_Seen(match.start, match.end, _phone(match.number)))
    for start, end, national in _north_american(text):
        free = all(end <= one.start or start >= one.end for one in found)
        if free and (number := _number(national)):
            found.append(_Seen(start, end, _phone(number)))
    return [_with_extension(text, one) for one in sorted(found, key=lambda one: one.start)]


def _north_american(text: str) -> list[tuple[int, int, str]]:
    places = []
    for run in _GLUED.finditer(text):
        places += [(run.start() + one.start(), run.start() + one.end(), one[1]) for one in _ONE_GLUED.finditer(run[0])]
    places += [(one.start(), one.end(), "".join(one.groups())) for one in _every(_DIGITS, text)]
    places += [(one.start(), one.end(), one[1] + one[3] + one[4] + one[5] + one[6]) for one in _every(_PAIRS, text)]
    places += [(one.start(), one.end(), national) for one in _every(_LETTERS, text) if (national := _spelled(one))]
    return [place for place in places if _is_ours(text, place)]


def _every(form: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Match a form from every position, so that a false start hides no number."""
    found, at = [], 0
    while match := form.search(text, at):
        national = "".join(part for part in match.groups() if part and part.isdigit())
        is_number = form is not _DIGITS or _number(national) is not None
        if is_number:
            found.append(match)
            text = " " * match.end() + text[match.end() :]
        at = match.end() if is_number else match.start() + 1
    return found


def _spelled(match: re.Match[str]) -> str:
    """Return the digits of a number given in letters, or an empty text where it is only words."""
    free, dashed, spaced, body, more, again = match.groups()
    keys = re.sub(r"[^A-Za-z0-9]", "", body)
    letters = sum(sign.isalpha() for sign in keys)
    if not letters or _EXTENSION.match(body) or re.search(r"\d[A-Za-z]+\d+[A-Za-z]", keys):
        return ""
    # Longer words are dialled by their first letters, only on the free numbers that advertise so.
    if not free and (more or not keys.isupper()):
        return ""
    digits = keys.upper().translate(_KEYPAD)
    repeated = re.sub(r"\D", "", again or "")
    if repeated and not digits.endswith(repeated):
        return ""
    return (free or dashed or spaced) + digits


def _is_ours(text: str, place: tuple[int, int, str]) -> bool:
    """Tell a national number from the middle of a foreign one; « +418 … » lacks only its 1."""
    start, _end, national = place
    before = text[max(0, start - 8) : start]
    if before.rstrip().endswith("+") and national[:3] not in QUEBEC_CODES:
        return False
    return not _ABROAD.search(before)


@lru_cache(maxsize=4096)
def _number(national: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(national, REGION)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _phone(number: phonenumbers.PhoneNumber) -> Phone:
    is_free = phonenumbers.number_type(number) == PhoneNumberType.TOLL_FREE
    return Phone(phonenumbers.format_number(number, PhoneNumberFormat.E164), number.extension or "", is_free)


def _with_extension(text: str, one: _Seen) -> _Seen:
    after = _EXTENSION.match(text[one.end :])
    if one.phone.extension or after is None:
        return one
    return _Seen(one.start, one.end + after.end(), Phone(one.phone.e164, after[1], one.phone.is_toll_free))


def _voices(text: str, seen: list[_Seen]) -> list[Phone]:
    """Leave out the faxes: a label holds for what follows it, up to another label or a break."""
    kept, is_fax, end = [], False, 0
    for one in seen:
        gap = text[end : one.start]
        if before := _FAX_AFTER.match(gap):
            gap = gap[before.end() :]
        if _VOICE.search(gap):
            is_fax = False
        elif _FAX.search(gap):
            is_fax = True
        elif _BREAK.search(gap):
            is_fax = False
        if not is_fax and not _FAX_AFTER.match(text[one.end :]):
            kept.append(one.phone)
        end = one.end
    return kept
