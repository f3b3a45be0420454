"""What a cell holds, as one line of text; nothing in it is ever executed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

LONGEST = 2_000
CUT, ROUNDED, ERROR = "cell_cut", "rounded_number", "error_cell"
# « 5,14555E+09 »: a spreadsheet rounded a long number, its digits are lost.
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_WHOLE = re.compile(r"\d{7,15}[.,]0+")
# What a spreadsheet shows in place of a value, in English and in French.
_ERRORS = frozenset(
    ("#REF!", "#N/A", "#VALUE!", "#VALEUR!", "#DIV/0!", "#NAME?", "#NOM?", "#NULL!", "#NUL!", "#NUM!", "#NOMBRE!",
     "#SPILL!", "#PROPAGATION!", "#CALC!")
)  # fmt: skip


def texts(values: Iterable[Any], warnings: set[str]) -> list[str]:
    """Return the cells as texts; what was cut or doubtful is added to `warnings` (codes)."""
    return [_text(value, warnings) if value is not None and value != "" else "" for value in values]


def is_rounded(text: str) -> bool:
    """Tell whether a spreadsheet lost the digits of a number."""
    return bool(_ROUNDED.fullmatch(text))


def _text(value: Any, warnings: set[str]) -> str:
    raw = value if isinstance(value, str) else _shown(value)
    if len(raw) > LONGEST:
        warnings.add(CUT)
        raw = raw[:LONGEST]
    if not raw.isprintable():
        raw = "".join(sign if sign.isprintable() else _unseen(sign) for sign in raw)
    text = " ".join(raw.split())
    if text[:1] == "#" and text.upper() in _ERRORS:
        warnings.add(ERROR)
        return ""
    if not text[:1].isdigit():
        return text
    if is_rounded(text):
        warnings.add(ROUNDED)
    return re.split("[.,]", text)[0] if _WHOLE.fullmatch(text) else text


def _unseen(sign: str) -> str:
    # Marks of direction and joints are within words; the rest stands between them.
    return "" if unicodedata.category(sign) == "Cf" else " "


def _shown(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value)
