"""Put together what is kept of a person, or of a whole workspace: JSON and CSV in ZIP files that live a week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from sqlalchemy import select

from app.core import clock, logs, states
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.discarding import discard
from app.core.storage import store
from app.domains.audit import services as audit
from app.domains.privacy import archive
from app.domains.privacy.models import PrivacyExport
from app.domains.privacy.states import EXPORT_MOVES, LINK_LIVES, ExportState, Subject

JOB = "app.domains.privacy.jobs.build_export"
FOLDER = "privacy"
LEASE, MOST_TRIES = timedelta(minutes=5), 3
PARTS = "application/zip"

log = logs.get("privacy.export")


def ask(
    workspace_id: int, subject: Subject, by_id: int, *, words: str = "", lead_ids: Sequence[int] = ()
) -> PrivacyExport:
    """Order an export, and commit."""
    row = PrivacyExport(workspace_id=workspace_id, subject=subject, asked_by=by_id,
                        about={"words": words, "lead_ids": list(lead_ids)})  # fmt: skip
    db.session.add(row)
    audit.record("export.personal", workspace_id=workspace_id)
    db.session.flush()
    ring_after_commit(JOB, row.id, on="bulk")
    db.session.commit()
    return row


def build(export_id: int) -> None:
    """Make the files of an export; a worker that dies leaves it to be made again."""
    row = db.session.get(PrivacyExport, export_id)
    if row is None or not states.claim(row, ExportState.RUNNING, moves=EXPORT_MOVES, only_from=ExportState.DUE,
                                       lease_until=clock.now() + LEASE, tries=PrivacyExport.tries + 1):  # fmt: skip
        db.session.rollback()
        return
    db.session.commit()
    try:
        keys = _kept(row, archive.parts(row, _progress(row)))
    except Exception:
        db.session.rollback()
        log.exception("export failed", export_id=export_id)
        to = ExportState.DUE if row.tries < MOST_TRIES else ExportState.FAILED
        states.claim(row, to, moves=EXPORT_MOVES, only_from=ExportState.RUNNING, lease_until=None)
        db.session.commit()
        return
    if not states.claim(row, ExportState.DONE, moves=EXPORT_MOVES, only_from=ExportState.RUNNING, file_keys=keys,
                        expires_at=clock.now() + LINK_LIVES, lease_until=None, done=row.total):  # fmt: skip
        # Dropped meanwhile, perhaps for somebody it names: nothing else would ever find these files.
        discard(*keys)
    db.session.commit()


def of_workspace(workspace_id: int) -> Sequence[PrivacyExport]:
    """Return the exports of a workspace, the newest first."""
    mine = select(PrivacyExport).where(PrivacyExport.workspace_id == workspace_id)
    return db.session.scalars(mine.order_by(PrivacyExport.id.desc()).limit(20)).all()


def export_of(workspace_id: int, export_id: int) -> PrivacyExport | None:
    """Return one export of a workspace."""
    mine = select(PrivacyExport).where(PrivacyExport.id == export_id, PrivacyExport.workspace_id == workspace_id)
    return db.session.scalar(mine)


def is_open(row: PrivacyExport) -> bool:
    """Tell whether an export's files may still be fetched."""
    return row.state == ExportState.DONE and row.expires_at is not None and row.expires_at > clock.now()


def part(row: PrivacyExport, number: int) -> bytes | None:
    """Return one file of an export, None where there is none any more; raises StorageError."""
    return store().get(row.file_keys[number - 1]).content if is_open(row) and 0 < number <= len(row.file_keys) else None


def drop(rows: Sequence[PrivacyExport], *, delete: Callable[[str], None] = discard) -> int:
    """Delete the files of exports, forget whom they were about, and commit; return how many exports went.

    `delete` says what becomes of a file that stays behind: by default, a line of the log.
    """
    gone = 0
    for row in rows:
        keys = row.file_keys
        if states.claim(row, ExportState.GONE, moves=EXPORT_MOVES, file_keys=[], about={}, lease_until=None):
            gone += 1
            for key in keys:
                delete(key)
    db.session.commit()
    return gone


def drop_past() -> int:
    """Delete the files past their week, and what never ended; return how many exports went."""
    past = select(PrivacyExport).where(
        PrivacyExport.state != ExportState.GONE, PrivacyExport.created_at < clock.now() - LINK_LIVES - LEASE
    )
    return drop(db.session.scalars(past.order_by(PrivacyExport.id)).all())


def _progress(row: PrivacyExport) -> archive.Progress:
    def told(done: int, total: int) -> None:
        row.done, row.total, row.lease_until = done, total, clock.now() + LEASE
        db.session.commit()

    return told


def _kept(row: PrivacyExport, made: Sequence[bytes]) -> list[str]:
    keys = [f"{FOLDER}/{row.workspace_id}/export-{row.id}-{number}.zip" for number in range(1, len(made) + 1)]
    for key, content in zip(keys, made, strict=True):
        store().put(key, content, PARTS)
    return keys
