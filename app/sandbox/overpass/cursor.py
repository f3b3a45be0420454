"""Walk along the tokens of a query."""

from __future__ import annotations

from app.sandbox.overpass.lexer import Token
from app.sandbox.overpass.syntax import ParseError

END = Token("end", "", 0)


class Cursor:
    """A place in a list of tokens."""

    def __init__(self, found: list[Token]) -> None:
        self._found = found
        self._at = 0

    @property
    def line(self) -> int:
        """Give the line of the next token, or the last line."""
        if self._at < len(self._found):
            return self._found[self._at].line
        return self._found[-1].line if self._found else 1

    def at_end(self) -> bool:
        """Tell whether every token was read."""
        return self._at >= len(self._found)

    def peek(self) -> Token:
        """Show the next token without taking it."""
        return END if self.at_end() else self._found[self._at]

    def sees(self, mark: str) -> bool:
        """Tell whether the next token is this mark."""
        return self.peek().kind == "mark" and self.peek().text == mark

    def sees_number(self) -> bool:
        """Tell whether the next token is a number."""
        return self.peek().kind == "number"

    def takes(self, mark: str) -> bool:
        """Take the next token if it is this mark."""
        if self.sees(mark):
            self._at += 1
            return True
        return False

    def expect(self, mark: str) -> None:
        """Take this mark or raise ParseError."""
        if not self.takes(mark):
            raise ParseError(self.line, f"'{mark}' expected - '{self.peek().text}' found")

    def word(self) -> str:
        """Take a word or raise ParseError."""
        return self._take("word")

    def string(self) -> str:
        """Take a quoted string, or a bare word as the real parser does, or raise ParseError."""
        return self._take("string", "word", "number")

    def number(self) -> float:
        """Take a number or raise ParseError."""
        return float(self._take("number"))

    def set_name(self) -> str:
        """Take `.name` or raise ParseError."""
        self.expect(".")
        return self.word()

    def _take(self, *kinds: str) -> str:
        token = self.peek()
        if token.kind not in kinds:
            raise ParseError(self.line, f"{kinds[0]} expected - '{token.text or 'end of input'}' found")
        self._at += 1
        return token.text
