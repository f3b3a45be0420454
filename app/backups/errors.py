"""Why a backup was not made or not restored."""

from __future__ import annotations


class BackupError(RuntimeError):
    """Nothing was done, or it was undone; the message says what to do."""
