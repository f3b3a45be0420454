"""What Lato can draw of a name: every character shown is one the font really holds."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import font_lato
from PIL import ImageFont

HEAVY = "LatoBlack"
PLAIN = "Lato"
# A noncharacter: no font maps it, so it draws the empty box.
NO_GLYPH = "\uffff"
PROBE_SIZE = 40
SAME = str.maketrans({"'": "’", "ʼ": "’", "＆": "&", "‐": "-", "‑": "-", "−": "-", "\u2028": " ", "\u2029": " "})
EMPTY_PAIR = re.compile(r"\(\W*\)|\[\W*\]|«\W*»|“\W*”|\"\W*\"")
EDGES = " \u00a0-–—,;:/|·•&+"


@lru_cache(maxsize=48)
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a face of Lato, its size in pixels."""
    # Basic layout: the same picture whether or not the machine has Raqm.
    return ImageFont.truetype(font_lato.font_files[face], size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> str:
    """Return the text as Lato can draw it, one line, possibly empty.

    Accents Lato lacks leave their letter bare; scripts and pictograms it lacks are dropped,
    with the brackets and joints they leave behind.
    """
    text = unicodedata.normalize("NFC", text).translate(SAME)
    kept = "".join(_closest(character) for character in text)
    kept = EMPTY_PAIR.sub("", kept)
    kept = re.sub(r"[ \t]+", " ", kept).strip(EDGES)
    return kept if any(character.isalnum() for character in kept) else ""


@lru_cache(maxsize=4096)
def _closest(character: str) -> str:
    if character.isspace():
        return "\u00a0" if character in "\u00a0\u202f" else " "
    if unicodedata.category(character)[0] == "C":
        return ""
    if _has(character):
        return character
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", character) if not unicodedata.combining(mark))
    if plain != character and all(_has(letter) for letter in plain):
        return plain
    # A dropped pictogram still separates the words around it.
    return "" if unicodedata.combining(character) else " "


@lru_cache(maxsize=4096)
def _has(character: str) -> bool:
    if unicodedata.combining(character):
        return False
    return all(bytes(font(face, PROBE_SIZE).getmask(character)) != _box(face) for face in (HEAVY, PLAIN))


@lru_cache(maxsize=2)
def _box(face: str) -> bytes:
    return bytes(font(face, PROBE_SIZE).getmask(NO_GLYPH))
