"""Take a person out of the files of prospects that were brought in: her rows go, and the others may still be read."""

from __future__ import annotations

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


def scrub(workspace_id: int, needles: Needles) -> int:
    """Rewrite the files that name a person without her, commit where each import stands; return how many.

    One that cannot be rewritten is deleted.

    Raises:
        StorageError: the store does not answer; what was rewritten stays so.
    """
    count = 0
    mine = select(LeadImport).where(LeadImport.workspace_id == workspace_id).order_by(LeadImport.id)
    for row in db.session.scalars(mine.execution_options(populate_existing=True)).all():
        for name in (FILE, REJECTS):
            content = _content(getattr(row, name))
            if content and rewriting.names(content, needles.are_in):
                _rewrite(row, name, content, needles)
                count += 1
    return count


def _rewrite(row: LeadImport, name: str, content: bytes, needles: Needles) -> None:
    key = getattr(row, name)
    try:
        # The list of refused rows is read by people, the file by us alone.
        kept = rewriting.without(content, needles.are_in, is_declared=name == FILE)
    except Unreadable:
        store().delete(key)
        setattr(row, name, "")
        db.session.commit()
        return
    if name == FILE and row.state in (ImportState.MAPPING, ImportState.DUE):
        # Where it was counts rows that are gone; what was stored is found again.
        row.next_row = 0
    db.session.commit()
    store().put(key, kept, storage.media_type_of(key))


def _content(key: str) -> bytes:
    try:
        return store().get(key).content if key else b""
    except StorageError as error:
        if not error.permanent:
            # It may name her: no certificate says that it does not.
            raise
        log.warning("imported file not read", key=key, error=str(error))
        return b""
