"""Why a file cannot be read as a table."""

from __future__ import annotations

CODES = ("empty", "too_large", "too_many_rows", "old_excel", "locked", "bomb", "not_a_table", "broken")


class Unreadable(Exception):
    """The file cannot be read as a table; `code` says why (one of CODES)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
