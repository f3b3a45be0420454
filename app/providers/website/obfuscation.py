"""Addresses that a page writes so that machines do not read them, and people do."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from app.providers.website.addresses import found_in

_MOST_SCRIPT = 200_000
_OPEN, _CLOSE = r"[\[({<«“\"‹]", r"[\])}>»”\"›]"
_AT = re.compile(
    rf"\s{{0,5}}{_OPEN}{{1,2}}\s{{0,3}}(?:at|ät|a|à|arobase?|arrobase|arobas|chez|@)\s{{0,3}}{_CLOSE}{{1,2}}\s{{0,5}}"
    r"|(?<=\w)_{1,2}(?:at|arobas)_{1,2}(?=\w)"
    r"|\s{1,5}(?:arobase?|arrobase|arobas)\s{1,5}",
    re.IGNORECASE,
)
_DOT = re.compile(
    rf"\s{{0,5}}{_OPEN}{{1,2}}\s{{0,3}}(?:dot|point|pt|\.)\s{{0,3}}{_CLOSE}{{1,2}}\s{{0,5}}"
    r"|(?<=[\w\-])\s{1,3}(?:point|dot|DOT)\s{1,3}(?=(?:com|ca|net|org|quebec|qc|example|COM|CA)\b)",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<=[\w.\-])\s{1,3}@\s{1,3}(?=[\w\-]{1,63}\s{0,2}\.)")
_SPACED_DOT = re.compile(r"(?<=[\w\-])\s{1,2}\.\s{1,2}(?=(?:com|ca|net|org|quebec|example)\b)")
_GENERIC = r"info|infos|contact|bonjour|allo|reception|accueil|reservations?|commandes?|admin|direction|clinique|resto"
# « Visit us at resto.ca » is no address: a bare word needs a local part that is one for sure.
_BARE = re.compile(
    rf"\b({_GENERIC})\s{{1,3}}(?:@\s{{0,3}}|(?:à|at|AT|chez)\s{{1,3}})(?=[\w\-]{{2,63}}\.\w)", re.IGNORECASE
)
_BARE_WITH_DOT = re.compile(
    r"([\w.\-]{2,64})\s{1,3}(?:à|at)\s{1,3}([\w\-]{2,63})\s{1,3}(?:point|dot)\s{1,3}(com|ca|net|org|quebec)\b",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(r"\b(?:moc|ac|ten|gro|cebeuq|rf|elpmaxe)\.[\w.\-]{1,63}@[\w.\-]{1,64}")
_STRING = r"""(?:"(?:[^"\\\n]|\\.){0,300}"|'(?:[^'\\\n]|\\.){0,300}')"""
_CODE = r"String\.fromCharCode\(\s*[\d\s,]{1,400}\)"
_NAME = r"[A-Za-z_$][\w$]{0,40}"
_SUM = re.compile(rf"(?:{_STRING}|{_CODE}|{_NAME})(?:\s{{0,5}}\+\s{{0,5}}(?:{_STRING}|{_CODE}|{_NAME})){{1,60}}")
_PIECE = re.compile(rf"{_STRING}|{_CODE}|{_NAME}")
_GIVEN = re.compile(rf"({_NAME})\s{{0,5}}=\s{{0,5}}({_STRING})")
_JOINED = re.compile(rf"\[\s*({_STRING}(?:\s*,\s*{_STRING}){{1,60}})\s*\]\s*\.join\(\s*({_STRING})\s*\)")
_TURNED = re.compile(rf"({_STRING})\s*\.split\(\s*(?:''|\"\")\s*\)\s*\.reverse\(\)")
_UNPACKED = re.compile(rf"\batob\(\s*({_STRING})\s*\)")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{8,200}={0,2}")
_PARTS = (("user", "name", "local", "nom", "account", "before", "u", "part1", "first", "alias"),
          ("domain", "domaine", "host", "site", "after", "d", "part2", "server"),
          ("tld", "ext", "extension"))  # fmt: skip


def in_text(text: str) -> Iterator[str]:
    """Yield the addresses a text says in a roundabout way."""
    low = text.lower()
    if not any(sign in low for sign in ("@", "at", "à", "aro", "chez", "(a)", "[a]")):
        return
    opened = _BARE_WITH_DOT.sub(r"\1@\2.\3", text)
    opened = _SPACED_DOT.sub(".", _SPACED.sub("@", _DOT.sub(".", _AT.sub("@", opened))))
    opened = _BARE.sub(r"\1@", opened)
    if opened != text:
        yield from found_in(opened)
    for backwards in _BACKWARDS.findall(text):
        yield from found_in(backwards[::-1])


def in_attributes(attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield the addresses an element carries for a script to show."""
    if coded := attributes.get("data-cfemail"):
        yield from found_in(cloudflare(coded))
    said = {name.removeprefix("data-"): value for name, value in attributes.items() if name.startswith("data-")}
    for name, value in said.items():
        yield from found_in(html.unescape(unquote(value[:1_000])))
        if "mail" in name or "courriel" in name or "contact" in name:
            yield from in_text(value[:1_000])
            yield from found_in(value[:200][::-1])
            yield from found_in(_from_base64(value[:300]))
    local, domain, ending = (next((said[each] for each in names if said.get(each)), "") for names in _PARTS)
    if local and domain:
        whole = f"{local}@{domain}" + (f".{ending.lstrip('.')}" if ending else "")
        yield from found_in(whole)


def in_link(url: str) -> Iterator[str]:
    """Yield the address behind a link that Cloudflare protects."""
    _, mark, coded = url.partition("/cdn-cgi/l/email-protection#")
    if mark:
        yield from found_in(cloudflare(coded))


def in_script(script: str) -> Iterator[str]:
    """Yield the addresses a script puts together from plain pieces; nothing is run."""
    script = script[:_MOST_SCRIPT]
    known = {name: _literal(value) for name, value in _GIVEN.findall(script)}
    for pieces, sign in _JOINED.findall(script):
        yield from _said_by(_literal(sign).join(_literal(each) for each in re.findall(_STRING, pieces)))
    for turned in _TURNED.findall(script):
        yield from _said_by(_literal(turned)[::-1])
    for packed in _UNPACKED.findall(script):
        yield from _said_by(_from_base64(_literal(packed)))
    for found in _SUM.finditer(script):
        yield from _said_by("".join(_worth(each, known) for each in _PIECE.findall(found[0])))
    for link in re.finditer(r"mailto:[^\s\"'<>\\]{3,200}", script):
        yield from found_in(unquote(html.unescape(link[0])))


def cloudflare(coded: str) -> str:
    """Return what Cloudflare hid: each byte mixed with the first."""
    try:
        first, *others = bytes.fromhex(coded.strip()[:600])
    except ValueError:
        return ""
    return bytes(byte ^ first for byte in others).decode("utf-8", "replace")


def _said_by(joined: str) -> Iterator[str]:
    plain = html.unescape(unquote(joined))
    if "@" in plain or "[at]" in plain.lower():
        yield from found_in(plain)
        yield from in_text(plain)


def _worth(piece: str, known: Mapping[str, str]) -> str:
    if piece[0] in "\"'":
        return _literal(piece)
    if piece.startswith("String.fromCharCode"):
        codes = [int(each) for each in re.findall(r"\d{1,7}", piece)]
        return "".join(chr(code) for code in codes if code < 0x110000)
    return known.get(piece, "")


def _literal(quoted: str) -> str:
    inside = quoted[1:-1]
    inside = re.sub(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))", lambda at: chr(int(at[1] or at[2], 16)), inside)
    return re.sub(r"\\(.)", r"\1", inside)


def _from_base64(value: str) -> str:
    if not _BASE64.fullmatch(value):
        return ""
    try:
        return base64.b64decode(value + "=" * (-len(value) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
