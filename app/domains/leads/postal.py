"""Postal codes of Québec."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 300
# G, H and J are Québec's first letters; D F I O Q U are used nowhere (Canada Post).
_LETTER = "[ABCEGHJ-NPRSTV-Z]"
# Where only a digit may stand, O is 0 and I or L is 1; no letter can be a 0 or a 1, so nothing else is mended.
_DIGIT = "[0-9OIL]"
_ALONE = r"(?<![A-Z0-9]){}(?![A-Z0-9])"
_CODE = re.compile(_ALONE.format(rf"([GHJ])({_DIGIT})({_LETTER})[\s.\-]{{0,3}}({_DIGIT})({_LETTER})({_DIGIT})"))
_AREA = re.compile(_ALONE.format(rf"([GHJ]\d{_LETTER})"))
_SEEMING = str.maketrans("OIL", "011")


def clean(raw: str) -> str:
    """Return the code as one writes it, « H2V 4G9 », or an empty text."""
    return read(raw)[0]


def read(raw: str) -> tuple[str, str]:
    """Return the code and its first half, « H2V »; where only that half is written, the code is empty."""
    text = unicodedata.normalize("NFKC", raw[:_LONGEST]).upper()
    for found in _CODE.finditer(text):
        digits = found[2], found[4], found[6]
        # A word such as « HOT LOL » has no digit at all.
        if any(digit.isdigit() for digit in digits):
            first, second, third = (digit.translate(_SEEMING) for digit in digits)
            area = f"{found[1]}{first}{found[3]}"
            return f"{area} {second}{found[5]}{third}", area
    half = _AREA.search(text)
    return ("", half[1]) if half else ("", "")
