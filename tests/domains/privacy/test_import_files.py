"""An erasure takes a person's rows out of the files brought in, and leaves the others to be read."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import cast

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from sqlalchemy import select

from app.core import clock, storage
from app.core.db import db
from app.domains.leads import files
from app.domains.leads.models import LeadImport
from app.domains.leads.services import importing
from app.domains.leads.services.importing import Upload
from app.domains.privacy import erasing, erasures
from app.domains.privacy.models import Erasure
from tests.domains.privacy.erased import erase_person
from tests.people import Person

TITLES = ["Nom", "Ville", "Courriel", "Téléphone"]
ROWS = [
    ["Marie Roy", "Lévis", "marie@chezmarie.ca", 4188225555],
    ["Café Bleu", "Québec, secteur 2", "b@cafebleu.ca", 1.5],
]


def workbook(*, note: str = "", hidden: str = "") -> bytes:
    """Return an Excel file of the rows, perhaps with words beside its table."""
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in [TITLES, *ROWS]:
        sheet.append(row)
    if note:
        sheet["B3"].comment = Comment(note, "Alice")
    if hidden:
        other = book.create_sheet("Ancien")
        other.append([hidden])
        other.sheet_state = "hidden"
    book.save(out)
    return out.getvalue()


def text(separator: str = ",") -> bytes:
    """Return the rows as delimited text."""
    quoted = [[f'"{cell}"' if separator in str(cell) else str(cell) for cell in row] for row in [TITLES, *ROWS]]
    return "\r\n".join(separator.join(row) for row in quoted).encode("cp1252")


def brought(alice: Person, content: bytes) -> LeadImport:
    return importing.receive(alice.workspace.id, Upload("liste.xlsx", content, None, "restaurant"), alice.user.id)


def erase(alice: Person, typed: str = "marie@chezmarie.ca") -> Erasure:
    return erase_person(erasing.person(alice.workspace.id, typed), by_id=alice.user.id)


def kept(row: LeadImport) -> bytes:
    return storage.store().get(row.file_key).content


@pytest.mark.parametrize("content", [workbook(), text(), text(";"), text("\t")], ids=["xlsx", "comma", "semi", "tab"])
def test_her_rows_go_and_the_others_read_as_before(alice: Person, content: bytes) -> None:
    row = brought(alice, content)
    before = files.read(content, "")
    erase(alice)
    left = files.read(kept(row), "")
    assert left.header == before.header
    assert [line.cells for line in left.lines] == [before.lines[1].cells]
    assert "marie" not in kept(row).decode().lower()


def test_an_import_that_waits_brings_in_the_others_alone(alice: Person) -> None:
    row = brought(alice, workbook())
    erase(alice, "418 822-5555")
    importing.confirm(row, {"name": 0, "city": 1, "email": 2})
    importing.run(row.id)
    row = db.session.scalars(select(LeadImport).execution_options(populate_existing=True)).one()
    assert (row.state, row.counts["added"]) == ("done", 1)


def test_a_file_that_does_not_name_her_stays_as_it_is(alice: Person) -> None:
    content = workbook()
    row = brought(alice, content)
    erase(alice, "quelquun@ailleurs.ca")
    assert kept(row) == content


@pytest.mark.parametrize("beside", [{"note": "Voir jean@ailleurs.ca"}, {"hidden": "jean@ailleurs.ca"}])
def test_what_hides_beside_the_table_goes_too(alice: Person, beside: dict[str, str]) -> None:
    row = brought(alice, workbook(**beside))
    erase(alice, "jean@ailleurs.ca")
    assert not kept(row).startswith(b"PK")
    assert len(files.read(kept(row), "").lines) == 2


def test_while_a_file_cannot_be_read_nothing_is_certified(alice: Person, tmp_path: Path) -> None:
    row = brought(alice, workbook())
    place = cast(storage.FolderStorage, storage.store()).path / row.file_key
    place.rename(tmp_path / "aside")
    # A socket is there, and no file: opening it fails.
    os.mknod(place, stat.S_IFSOCK | 0o600)
    waiting = erase(alice)
    assert (waiting.state, waiting.digest) == ("waiting", "")
    place.unlink()
    (tmp_path / "aside").rename(place)
    with clock.frozen_at(clock.now() + erasures.NEXT_TRY):
        erasing.erase(waiting.id)
    assert db.session.get_one(Erasure, waiting.id, populate_existing=True).state == "done"
    assert "marie" not in kept(row).decode().lower()


def test_a_file_of_hers_alone_goes_whole(alice: Person) -> None:
    row = brought(alice, b"marie@chezmarie.ca\r\n")
    key = row.file_key
    erase(alice)
    assert db.session.scalars(select(LeadImport.file_key)).one() == ""
    assert not storage.store().exists(key)
