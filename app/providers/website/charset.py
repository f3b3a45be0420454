"""Bytes of a page as text: what is declared is believed when the bytes agree."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([a-z0-9_:\-]{2,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_:\-]{2,40})""")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Browsers read the first as the second, which has the same letters and more (https://encoding.spec.whatwg.org/).
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
_LIKELY = ["utf_8", "cp1252", "mac_roman", "cp850", "utf_16"]
_META_WITHIN, _GUESSED_ON = 4_096, 60_000


def decoded(content: bytes, content_type: str) -> str:
    """Return a page's text, whatever its header and its own words say of its charset."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    if (text := _as_utf8(content)) is not None:
        return text
    header, meta = _HEADER.search(content_type), _META.search(content[:_META_WITHIN])
    for label in (header[1] if header else "", meta[1].decode("ascii") if meta else ""):
        if (text := _as_declared(content, label)) is not None:
            return text
    guessed = from_bytes(content[:_GUESSED_ON], cp_isolation=_LIKELY).best()
    return content.decode(guessed.encoding if guessed else "cp1252", errors="replace")


def _as_utf8(content: bytes) -> str | None:
    """Read UTF-8, which other charsets never look like; a cut page may end inside a letter."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(content) - 4:
            return None
        return content[: error.start].decode("utf-8")


def _as_declared(content: bytes, label: str) -> str | None:
    try:
        name = codecs.lookup(label).name if label else "utf-8"
    except LookupError:
        return None
    name = _AS_BROWSERS.get(name, name)
    # UTF-8 was tried; the others here would turn a text into another, silently, or are no charsets of text.
    if name.startswith(("utf", "unicode", "raw", "idna", "punycode")) or name.endswith(("_codec", "-codec")):
        return None
    try:
        return content.decode(name, errors="replace")
    except (LookupError, UnicodeError):
        return None
