"""Cut a query into tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.sandbox.overpass.syntax import ParseError

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+|//[^\n]*|/\*.*?\*/)
  | (?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
  | (?P<number>-?\d+(?:\.\d+)?)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<mark>->|!=|!~|<<|>>|[~=!\[\](){};,.:<>-])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"n": "\n", "t": "\t"}


@dataclass(frozen=True)
class Token:
    """One token: its kind, its text and the line it stands on."""

    kind: str
    text: str
    line: int


def tokens(source: str) -> list[Token]:
    """Read all tokens.

    Raises:
        ParseError: a character that begins no token.
    """
    found: list[Token] = []
    position, line = 0, 1
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            raise ParseError(line, f"Unknown token '{source[position]}'")
        kind, text = match.lastgroup or "", match.group()
        if kind == "string":
            found.append(Token(kind, _unquoted(text), line))
        elif kind != "blank":
            found.append(Token(kind, text, line))
        line += text.count("\n")
        position = match.end()
    return found


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), text[1:-1], flags=re.DOTALL)
