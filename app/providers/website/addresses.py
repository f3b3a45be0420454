"""E-mail addresses of a text: what is structurally one, whatever the words stuck to it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from publicsuffixlist import PublicSuffixList

MOST_SIGNS = 2_000
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\-]{1,64}$")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62})\.){1,8}[A-Za-z][A-Za-z0-9\-]{1,62}")
_ODD = frozenset("!#$%&'*/=?^`{|}~")
_STUCK_BEFORE = re.compile(
    r"^(?:[ld]'|mailto:|.*[/=]|\d{3}[.\-]\d{3}[.\-]\d{4}(?=[a-z])"
    r"|(?:courriels?|e-?mails?|adresse|contact|t[ée]l[ée]phone)(?=(?:info|contact|bonjour|reservation|reception|admin)))",
    re.IGNORECASE,
)
_COMMON_ENDING = re.compile(r"(com|ca|net|org|quebec|example)(?=[a-z]|\d{3})", re.IGNORECASE)
_NO_SPAM = re.compile(r"[._\-]?(?:NO-?_?SPAM|ENLEVER\w{0,12}|REMOVE-?_?THIS|RETIRER\w{0,12})[._\-]?")
# For fiction (RFC 2606), which demonstrations are made of.
_FICTION = frozenset({"test", "example"})


def found_in(text: str) -> Iterator[str]:
    """Yield the addresses of a text, in order, in lower case."""
    for count, sign in enumerate(re.finditer("@", text)):
        if count == MOST_SIGNS:
            return
        local = _LOCAL.search(text, max(0, sign.start() - 64), sign.start())
        domain = _DOMAIN.match(text, sign.end())
        # « réservation@… »: letters no address has are no place to begin one.
        is_cut = local and text[local.start() - 1 : local.start()].isalpha()
        if local and not is_cut and domain and (address := _tidied(local[0], domain[0])):
            yield address


def one_of(raw: str) -> str:
    """Return the first address of a value somebody wrote as one (a link, a field), or an empty text."""
    return next(found_in(unquote(html.unescape(raw[:1_000]))), "")


def registered(domain: str) -> str:
    """Return the part of a domain that somebody registered, or the domain itself where nobody can tell."""
    low = domain.lower().removeprefix("www.")
    return str(endings().privatesuffix(low) or low)


@lru_cache(maxsize=1)
def endings() -> PublicSuffixList:
    """Read the public endings of domains once (https://publicsuffix.org)."""
    return PublicSuffixList(accept_unknown=False)


def is_known_ending(label: str) -> bool:
    """Tell whether domains end with this label."""
    low = label.lower()
    return low in _FICTION or endings().publicsuffix(low) is not None


def _tidied(local: str, domain: str) -> str:
    for _ in range(3):
        local = _STUCK_BEFORE.sub("", local, count=1)
    local = _NO_SPAM.sub("", local).strip(".-_'")
    labels = _NO_SPAM.sub("", domain).rstrip("-.").split(".")
    if len(labels) > 2 and labels[-1][:1].isupper() and labels[-2].islower() and is_known_ending(labels[-2]):
        # « resto.ca.Tel »: a sentence begins where it forgot a blank.
        labels.pop()
    ending = re.match(r"[a-z]+(?=[A-Z])", labels[-1])
    if ending and is_known_ending(ending[0]):
        # « resto.caHeures » changes case where the next word begins.
        labels[-1] = ending[0]
    elif not is_known_ending(labels[-1]):
        stuck = _COMMON_ENDING.match(labels[-1])
        if not stuck or len(labels[-1]) - len(stuck[1]) < 3:
            return ""
        labels[-1] = stuck[1]
    if not local or len(labels) < 2 or ".." in local or not _ODD.isdisjoint(local) or any(not each for each in labels):
        return ""
    return f"{local}@{'.'.join(labels)}".lower()
