"""Telephone numbers of a page, as it writes them; the domain makes them uniform."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

_NUMBER = re.compile(
    r"(?<![\d\-./])(?:\+?1[\s.\-]{0,2})?(?:\([2-9]\d\d\)|[2-9]\d\d)[\s.\-\u2010-\u2015\u00a0]{0,3}[2-9]\d\d"
    r"[\s.\-\u2010-\u2015\u00a0]{0,2}\d{4}(?:\s{0,2}(?:poste|ext\.?|#|x)\s{0,2}\d{1,6})?(?![\d\-]|\.\d)",
    re.IGNORECASE,
)
_FAX = re.compile(
    r"\b(?:fax|facsimil[ée]|t[ée]l[ée]c(?:op\w{0,6})?|f(?=[.:]))\s*(?:\.|:|\u00a0)?\s*:?\s*$", re.IGNORECASE
)
_MOST = 30


def in_text(line: str) -> Iterator[str]:
    """Yield the numbers of a line, less those of fax machines."""
    for count, found in enumerate(_NUMBER.finditer(line)):
        if count == _MOST:
            return
        # Ten figures without any sign between may be anything.
        if not follows_fax(line[: found.start()]) and not found[0].isdigit():
            yield " ".join(found[0].split())


def follows_fax(text: str) -> bool:
    """Tell whether what comes after these words is the number of a fax machine."""
    return bool(_FAX.search(text[-25:]))


def in_link(href: str) -> str:
    """Return the number of a `tel:` link, or an empty text."""
    said = unquote(href.partition(":")[2]).partition("?")[0].strip()
    return said[:40] if len(digits(said)) >= 10 else ""


def digits(number: str) -> str:
    """Return the ten figures that tell one number from another."""
    bare = re.split(r"(?:poste|ext|#|x|;)", number.lower())[0]
    return re.sub(r"\D", "", bare)[-10:]
