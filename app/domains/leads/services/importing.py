"""Bring a file of prospects in: kept, understood, confirmed by a person, then stored piece by piece.

A worker that dies leaves where it was: the next goes on from there, and what was stored is found again
rather than doubled. Until a person has confirmed the columns, nothing enters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex
from typing import Any

from sqlalchemy import update

from app.core import clock, logs, storage
from app.core.background import ring_after_commit
from app.core.db import changed, db
from app.core.errors import Conflict
from app.core.states import claim
from app.domains.leads import files, import_words
from app.domains.leads.cleaning import CleanLead, clean_all
from app.domains.leads.models import LeadImport
from app.domains.leads.services import enriching, pairing
from app.domains.leads.services.chunks import chunks
from app.domains.leads.services.storing import Batch, store_clean
from app.domains.leads.states import IMPORT_MOVES, ImportState
from app.providers.spreadsheet.source import RejectedRow

JOB = "app.domains.leads.jobs.run_import"
PIECE = 1_000
LEASE = timedelta(minutes=3)
NEEDED = "name"

log = logs.get("leads.import")
_followers: list[Callable[[int | None, Sequence[int]], None]] = []


@dataclass(frozen=True)
class Upload:
    """What a person gave, for which campaign (None for none) and trade."""

    filename: str
    content: bytes
    campaign_id: int | None
    industry: str


def on_import(follower: Callable[[int | None, Sequence[int]], None]) -> None:
    """Have `follower` called with the campaign and the prospects of each piece, in the same transaction."""
    if follower not in _followers:
        _followers.append(follower)


def receive(workspace_id: int, upload: Upload, by_id: int) -> LeadImport:
    """Keep a file and what its columns seem to hold; commits.

    Raises:
        files.Unreadable: with a French sentence.
        storage.StorageError: the file could not be kept.
    """
    sheet = files.read(upload.content, upload.filename)
    key = f"imports/{workspace_id}/{token_hex(16)}.bin"
    db.session.commit()
    storage.store().put(key, upload.content, "application/octet-stream")
    row = LeadImport(workspace_id=workspace_id, campaign_id=upload.campaign_id, filename=upload.filename[:200],
                     file_key=key, industry=upload.industry, mapping=files.guess(sheet), created_by_id=by_id,
                     counts={"rows": files.row_count(sheet), "columns": files.columns(sheet)})  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def confirm(row: LeadImport, mapping: Mapping[str, int]) -> bool:
    """Begin an import whose columns a person confirmed; commits. Pressed twice, it begins once.

    Raises:
        Conflict: no column holds the names.
    """
    if NEEDED not in mapping:
        raise Conflict("no_name_column", import_words.NAME_COLUMN_NEEDED)
    won = claim(row, ImportState.DUE, moves=IMPORT_MOVES, only_from=ImportState.MAPPING, mapping=dict(mapping))
    if won:
        ring_after_commit(JOB, row.id, on="bulk")
    db.session.commit()
    return won


def run(import_id: int) -> None:
    """Store what is left of an import, a piece a transaction."""
    row = db.session.get(LeadImport, import_id)
    due = row is not None and claim(row, ImportState.RUNNING, moves=IMPORT_MOVES, only_from=ImportState.DUE,
                                    lease_until=clock.now() + LEASE)  # fmt: skip
    db.session.commit()
    if row is None or not due:
        return
    try:
        answer = files.leads(storage.store().get(row.file_key).content, row.filename, row.mapping)
    except (files.Unreadable, storage.StorageError) as error:
        log.warning("import not read", import_id=row.id, error=type(error).__name__)
        _end(row, ImportState.FAILED, reason="unreadable")
        return
    cleaned = clean_all(answer.leads, has_ratings=answer.has_ratings)
    unread = files.unread(answer, cleaned)
    rejects = _keep_rejects(row, answer, unread)
    for number, piece in enumerate(chunks(cleaned, PIECE)):
        if number * PIECE >= row.next_row and not _store(row, piece, (number + 1) * PIECE):
            return
    counts = {**row.counts, "rejected": len(answer.rejected), "read": len(cleaned), "unread": len(unread)}
    _end(row, ImportState.DONE, counts=counts, rejects_key=rejects)


def _store(row: LeadImport, piece: Sequence[CleanLead], next_row: int) -> bool:
    batch = Batch(row.workspace_id, row.industry, row.id)
    stored = store_clean(batch, piece)
    pairing.pair(row.workspace_id, stored.new_ids)
    enriching.order(row.workspace_id, stored.new_ids)
    for follower in _followers:
        follower(row.campaign_id, stored.lead_ids)
    added, known = len(stored.new_ids), len(stored.lead_ids) - len(stored.new_ids)
    counts = {**row.counts, "added": row.counts.get("added", 0) + added,
              "known": row.counts.get("known", 0) + known}  # fmt: skip
    mine = (LeadImport.state == ImportState.RUNNING, LeadImport.lease_until == row.lease_until)
    # Still ours? Another worker may have taken over while this one slept.
    if not _advance(row, mine, next_row=next_row, counts=counts):
        db.session.rollback()
        return False
    db.session.commit()
    return True


def _advance(row: LeadImport, mine: Sequence[Any], **values: Any) -> bool:
    done = changed(
        update(LeadImport).where(LeadImport.id == row.id, *mine).values(lease_until=clock.now() + LEASE, **values)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    db.session.refresh(row)
    return done == 1


def _keep_rejects(row: LeadImport, answer: files.Read, unread: Sequence[RejectedRow]) -> str:
    if not answer.rejected and not unread:
        return ""
    key = row.file_key.replace(".bin", "-rejets.csv")
    storage.store().put(key, files.rejects(answer, unread), "text/csv")
    return key


def _end(row: LeadImport, state: ImportState, **values: Any) -> None:
    values |= {"lease_until": None, "ended_at": clock.now()}
    claim(row, state, moves=IMPORT_MOVES, only_from=ImportState.RUNNING, **values)
    db.session.commit()
