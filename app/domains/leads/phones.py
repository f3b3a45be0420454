"""Telephone numbers, in the one form they are stored in."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Phone:
    """One number: E.164, its extension, and whether it is free of charge."""

    e164: str
    extension: str = ""
    is_toll_free: bool = False


def read(raw: str) -> list[Phone]:
    """Return every valid number of `raw`, in order."""
    numbers = [_parse(_EXTENSION.sub("", part).strip()) for part in _BETWEEN.split(raw[:_LONGEST])]
    return [Phone(number) for number in dict.fromkeys(numbers) if number]
