"""Take a person out of the files of prospects that were brought in: her rows go, and the others may still be read."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator

from sqlalchemy import select

from app.core import logs, storage
from app.core.db import db
from app.core.storage import StorageError, store
from app.domains.leads.models import LeadImport
from app.domains.leads.states import ImportState
from app.domains.privacy.needles import Needles
from app.providers.spreadsheet import rewriting
from app.providers.spreadsheet.errors import Unreadable

FILE, REJECTS = "file_key", "rejects_key"

log = logs.get("privacy.import_files")


def scrub(workspace_id: int, needles: Needles, known: Container[str] = ()) -> Iterator[tuple[str, bool]]:
    """Rewrite the files that name a person without her, and commit where each import stands.

    One that cannot be rewritten is deleted. No transaction is open while a file is read: one may take seconds.

    Args:
        known: digests of the files that were read already, and do not name her.

    Yields:
        For each file that was read, the digest of what is kept of it, and whether she was in it.

    Raises:
        StorageError: the store does not answer; what was rewritten stays so.
    """
    mine = select(LeadImport.id).where(LeadImport.workspace_id == workspace_id).order_by(LeadImport.id)
    for import_id in db.session.scalars(mine).all():
        for name in (FILE, REJECTS):
            row = db.session.get_one(LeadImport, import_id, populate_existing=True)
            key = getattr(row, name)
            db.session.commit()
            content = _content(key)
            if not content or _digest(content) in known:
                continue
            is_named = rewriting.names(content, needles.are_in)
            yield _digest(_rewritten(row, name, content, needles) if is_named else content), is_named


def _rewritten(row: LeadImport, name: str, content: bytes, needles: Needles) -> bytes:
    """Keep a file without a person; return what is kept of it."""
    key = getattr(row, name)
    try:
        # The list of refused rows is read by people, the file by us alone.
        kept = rewriting.without(content, needles.are_in, is_declared=name == FILE)
    except Unreadable:
        store().delete(key)
        setattr(row, name, "")
        db.session.commit()
        return b""
    if name == FILE and row.state in (ImportState.MAPPING, ImportState.DUE):
        # Where it was counts rows that are gone; what was stored is found again.
        row.next_row = 0
    db.session.commit()
    store().put(key, kept, storage.media_type_of(key))
    return kept


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _content(key: str) -> bytes:
    try:
        return store().get(key).content if key else b""
    except StorageError as error:
        if not error.permanent:
            # It may name her: no certificate says that it does not.
            raise
        log.warning("imported file not read", key=key, error=str(error))
        return b""
