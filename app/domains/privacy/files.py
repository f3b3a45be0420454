"""Delete files; one that stays behind is said in the log, and keeps nobody from going on."""

from __future__ import annotations

from app.core import logs
from app.core.storage import StorageError, store

log = logs.get("privacy.files")


def delete(key: str) -> None:
    """Delete a file, if there is one."""
    try:
        store().delete(key)
    except StorageError as error:
        log.warning("file not deleted", key=key, error=str(error))
