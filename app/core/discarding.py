"""Delete files nothing names any more; one that stays behind is said in the log, and keeps nobody from going on."""

from __future__ import annotations

from app.core import logs
from app.core.storage import StorageError, store

log = logs.get("discarding")


def discard(*keys: str) -> None:
    """Delete the files that are kept under these keys."""
    for key in keys:
        try:
            store().delete(key)
        except StorageError as error:
            log.warning("file not deleted", key=key, error=str(error))
