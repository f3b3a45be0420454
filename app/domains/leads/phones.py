"""Telephone numbers, in the one form they are stored in."""

from __future__ import annotations

import re

import phonenumbers

REGION = "CA"
# Sources write several numbers in one field: « 514 470-1011 / 450 973-2251 », « … ou … ».
_BETWEEN = re.compile(r"[;/,|&]|\bou\b|\bor\b|\bet\b", re.IGNORECASE)
_EXTENSION = re.compile(r"(?:\bposte|\bext\.?|#|\bx)\s*\d*\s*$", re.IGNORECASE)
_LONGEST = 200


def clean(raw: str) -> str:
    """Return the first valid number of `raw` in E.164, or an empty text."""
    for part in _BETWEEN.split(raw[:_LONGEST]):
        number = _parse(_EXTENSION.sub("", part).strip())
        if number:
            return number
    return ""


def _parse(part: str) -> str:
    if not any(sign.isdigit() for sign in part):
        return ""
    try:
        number = phonenumbers.parse(part, REGION)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
