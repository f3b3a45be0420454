"""The ZIP files of an export: one JSON, one CSV a table, the files, and a page that says what is what."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, select

from app.core import clock, csv_files
from app.core.db import db
from app.core.storage import MAX_BYTES, StorageError, store
from app.domains.leads.models import Lead
from app.domains.leads.sources import GOOGLE
from app.domains.privacy import archive_words, needles, scope, tracing
from app.domains.privacy.models import PrivacyExport
from app.domains.privacy.states import Subject

Progress = Callable[[int, int], None]
# What proves or opens something is nobody's information; sealed, it would be noise.
_SECRET = re.compile(r"password|sealed|secret|fingerprint|token|calendar_key|private|totp|credential|hash$")
_SEALED = {"mails": {"text", "html"}}
_FILE = re.compile(r"(?:^|_)key$")
# A part stays under what the store takes, with room for the table of contents.
MOST_BYTES = MAX_BYTES - 1_000_000


def parts(row: PrivacyExport, progress: Progress) -> list[bytes]:
    """Return the files of an export, told of as they advance."""
    found: dict[str, list[dict[str, Any]]] = {}
    walked, reader = scope.tables(), _reader(row)
    for number, table in enumerate(walked, start=1):
        rows = [_shown(table, each) for each in reader(table)]
        if rows:
            found[table.name] = rows
        progress(number, len(walked) + 1)
    return _zipped(found, _files(row, found))


def _reader(row: PrivacyExport) -> Callable[[Table], Iterator[Mapping[Any, Any]]]:
    if row.subject == Subject.WORKSPACE:
        return lambda table: _of_workspace(row, table)
    lead_ids = row.about["lead_ids"]
    hers = db.session.scalars(select(Lead).where(Lead.id.in_(lead_ids))).all()
    known = needles.known(row.workspace_id, hers, row.about["words"])
    owned = tracing.owned(row.workspace_id, lead_ids)
    return lambda table: _of_person(row.workspace_id, table, known, owned.get(table.name, set()))


def _of_workspace(row: PrivacyExport, table: Table) -> Iterator[Mapping[Any, Any]]:
    clause = scope.of_workspace(table, row.workspace_id)
    if clause is None and row.asked_by is not None:
        clause = scope.of_person(table, row.asked_by)
    if clause is not None:
        yield from db.session.execute(select(table).where(clause).order_by(table.c.id)).mappings()


def _of_person(
    workspace_id: int, table: Table, known: needles.Needles, hers: Collection[int]
) -> Iterator[Mapping[Any, Any]]:
    if table.name in (scope.WORKSPACES, PrivacyExport.__tablename__):
        return
    yield from tracing.told(workspace_id, table, hers)
    yield from (each for each in tracing.quoting(workspace_id, table, known) if each["id"] not in hers)


def _shown(table: Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    hidden = _SEALED.get(table.name, set())
    shown = {
        column.name: _plain(row[column.name]) for column in table.columns
        if not scope.is_binary(column) and not _SECRET.search(column.name) and column.name not in hidden
    }  # fmt: skip
    # Google's terms: its id may be kept, and nothing else leaves.
    return {"id": shown["id"], "source": GOOGLE} if shown.get("source") == GOOGLE else shown


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _files(row: PrivacyExport, found: Mapping[str, Collection[Mapping[str, Any]]]) -> Iterator[tuple[str, bytes]]:
    keys = {value for rows in found.values() for each in rows for name, value in each.items()
            if _FILE.search(name) and isinstance(value, str) and "/" in value}  # fmt: skip
    for key in sorted(keys):
        # Nobody else's, whatever a column says.
        if key.split("/")[1] == str(row.workspace_id):
            try:
                yield f"fichiers/{key}", store().get(key).content
            except StorageError:
                continue


def _zipped(found: Mapping[str, list[dict[str, Any]]], files: Iterator[tuple[str, bytes]]) -> list[bytes]:
    made = [io.BytesIO()]
    sheet = zipfile.ZipFile(made[-1], "w", zipfile.ZIP_DEFLATED)
    sheet.writestr(
        "LISEZMOI.txt", archive_words.read_me(clock.now(), {name: len(rows) for name, rows in found.items()})
    )
    sheet.writestr("donnees.json", json.dumps(found, ensure_ascii=False, indent=1))
    for name, rows in found.items():
        sheet.writestr(f"csv/{name}.csv", "".join(csv_files.pieces(list(rows[0]), map(_cells, rows))))
    for name, content in files:
        if made[-1].tell() + len(content) > MOST_BYTES:
            sheet.close()
            made.append(io.BytesIO())
            sheet = zipfile.ZipFile(made[-1], "w", zipfile.ZIP_DEFLATED)
        sheet.writestr(name, content)
    sheet.close()
    return [each.getvalue() for each in made]


def _cells(row: Mapping[str, Any]) -> list[str]:
    return ["" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            for value in row.values()]  # fmt: skip
