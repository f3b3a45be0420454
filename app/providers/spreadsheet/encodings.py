"""The text of a file, whoever wrote it: one encoding, or several in one file, line by line."""

from __future__ import annotations

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_SAMPLE = 65_536
# What Québec's computers write when it is not UTF-8: Windows, the Macintosh of old, DOS.
_OTHERS = ("cp1252", "mac_roman", "cp850")
_FRENCH = frozenset("éèêëàâäçùûüôöîïœæÉÈÊËÀÂÇÙÛÔÎÏŒ’«»–…°")


def decode(content: bytes) -> str:
    """Return the text of `content`; no line is lost to another's encoding."""
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    if content[:200].count(b"\0") > len(content[:200]) // 4:
        return content.decode("utf-16-le", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        other = _other(content)
        # At line feeds alone: a carriage return may be half of another encoding's sign.
        return "".join(_line(line, other) for line in content.split(b"\n"))


def _line(line: bytes, other: str) -> str:
    try:
        return line.decode("utf-8") + "\n"
    except UnicodeDecodeError:
        return line.decode(other, errors="replace") + "\n"


def _other(content: bytes) -> str:
    """Return the encoding under which the signs that are not ASCII read most like French."""
    lines = [line for line in content[:_SAMPLE].split(b"\n") if not _is_utf8(line)]
    high = bytes(byte for line in lines for byte in line if byte >= 0x80)

    def french(name: str) -> int:
        return sum(sign in _FRENCH for sign in high.decode(name, errors="replace"))

    return max(_OTHERS, key=french)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
