"""The text of a file, whoever wrote it: one encoding, or several in one file, line by line."""

from __future__ import annotations

import codecs

MIXED = "mixed_encodings"
UNREADABLE_SIGNS = "unreadable_signs"
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SAMPLE = 65_536
# What Québec's computers write when it is not UTF-8: Windows, the Macintosh of old, DOS.
_OTHERS = ("cp1252", "mac_roman", "cp850")
_FRENCH = frozenset("éèêëàâäçùûüôöîïœæÉÈÊËÀÂÇÙÛÔÎÏŒ’«»–…°")
_PLAUSIBLE = _FRENCH | frozenset("ñÑáíóúÁÍÓÚÖÜß‘“”—•®™©€£¢½¼¾²³·\u00a0\u00ad")
_UNKNOWN = "\ufffd"


def decode(content: bytes) -> tuple[str, frozenset[str]]:
    """Return the text of `content`, and what was mended (codes); no line is lost to another's encoding."""
    wide = _wide(content)
    if wide:
        text, codes = content.decode(wide, errors="replace"), set[str]()
    else:
        text, codes = _narrow(content)
    text = text.replace("\ufeff", "").replace("\0", "")
    return text, frozenset(codes | ({UNREADABLE_SIGNS} if _UNKNOWN in text else set()))


def _wide(content: bytes) -> str:
    """Return which UTF-16 a file is in, by its mark, or by the side on which its NULs are; empty if neither."""
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            return name
    even, odd = content[:2000:2].count(0), content[1:2000:2].count(0)
    half = min(len(content), 2000) / 2
    # Text that is mostly ASCII: one byte in two is NUL, always the same one.
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else ""


def _narrow(content: bytes) -> tuple[str, set[str]]:
    try:
        return content.decode("utf-8"), set()
    except UnicodeDecodeError:
        # At line feeds alone: a carriage return may be half of another encoding's sign.
        lines = content.split(b"\n")
    usual = _usual(lines)
    read: list[str] = []
    used: set[str] = set()
    for line in lines:
        text, name = _line(line, usual)
        read.append(text)
        used |= {name} if not line.isascii() else set()
    return "\n".join(read), {MIXED} if len(used) > 1 else set()


def _line(line: bytes, usual: str) -> tuple[str, str]:
    """Return a line's text and encoding: the file's usual one, unless another explains all its signs."""
    try:
        return line.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = line.decode(usual, errors="replace")
    if _odd(text):
        for name in _OTHERS:
            other = line.decode(name, errors="replace")
            if not _odd(other):
                return other, name
    return text, usual


def _usual(lines: list[bytes]) -> str:
    """Return the encoding under which the lines that are not UTF-8 read most like French."""
    sample, size = [], 0
    for line in lines:
        if size < _SAMPLE and not _is_utf8(line):
            sample.append(line[:_SAMPLE])
            size += len(sample[-1])
    high = b"\n".join(sample)

    def likeness(name: str) -> tuple[int, int]:
        text = high.decode(name, errors="replace")
        return -_odd(text), sum(sign in _FRENCH for sign in text)

    return max(_OTHERS, key=likeness)


def _odd(text: str) -> int:
    """Count the signs that French, English and Spanish do not write, or not there: « CafÈ »."""
    return sum(
        sign >= "\x80" and (sign not in _PLAUSIBLE or sign.isupper() and text[at - 1 : at].islower())
        for at, sign in enumerate(text)
    )


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
