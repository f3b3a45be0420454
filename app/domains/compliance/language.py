"""Whether a text is at least in French, as the Charter asks of commercial publications."""

from __future__ import annotations

import re

from app.core.i18n import _l

ENGLISH_ONLY = "english_only"
MESSAGE = _l(
    "Ajoutez d’abord le français\u00a0: au Québec, une publication commerciale existe au moins dans cette langue. "
    "L’anglais peut suivre."
)
_ENGLISH = """
    the and of to is in you your we our with for from this that are have has it at be will can an their they come
    visit here new all more about us now not but just what when where who how by or if so up out get see
"""
_FRENCH = """
    le la les de des du un une et à en est on que qui dans pour avec sur au aux ce cette ces vous nous votre notre
    nos vos il elle ils elles son sa ses leur par plus pas ne se où mais ou si d l qu c j n s
"""
_KNOWN = (frozenset(_ENGLISH.split()), frozenset(_FRENCH.split()))
_FEWEST_WORDS = 6
_ENGLISH_SHARE, _TIMES_FRENCH = 0.12, 3


def is_english_only(text: str) -> bool:
    """Tell whether a text is in English and says next to nothing in French; a few words prove nothing."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < _FEWEST_WORDS:
        return False
    english, french = (sum(word in known for word in words) for known in _KNOWN)
    return english >= _ENGLISH_SHARE * len(words) and english > _TIMES_FRENCH * french
