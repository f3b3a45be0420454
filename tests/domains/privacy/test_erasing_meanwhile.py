"""What others do while a person is erased: publish, import, export, write."""

from __future__ import annotations

import sqlite3
import threading
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core import clock, storage
from app.core.db import db
from app.domains.leads.models import Lead
from app.domains.leads.services import importing
from app.domains.leads.services.importing import Upload
from app.domains.privacy import archive, closing, erasing, erasures, exporting, scrubbing
from app.domains.privacy.models import Erasure, PrivacyExport
from app.domains.privacy.states import Subject
from app.domains.publishing import network
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.domains.publishing.services import sending
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.domains.privacy.planting import MARKER, plant
from tests.domains.privacy.test_import_files import brought, workbook
from tests.domains.publishing.conftest import connection
from tests.factories import publishing
from tests.people import Person

__all__ = ["connection"]
HERS = "marie@chezmarie.ca"


def reread(row: Erasure) -> Erasure:
    return db.session.get_one(Erasure, row.id, populate_existing=True)


class Slow:
    """A network that takes its time to answer."""

    def __init__(self, inner: Any, asked: threading.Event, answers: threading.Event) -> None:
        self.inner, self.asked, self.answers = inner, asked, answers

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def create(self, *args: Any, **values: Any) -> Any:
        """Create once told to."""
        self.asked.set()
        self.answers.wait(20)
        return self.inner.create(*args, **values)


def test_a_publication_that_leaves_while_files_are_read_is_never_forgotten(
    app: Flask,
    alice: Person,
    connection: Connection,
    sandbox: RunningSandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    brought(alice, workbook())
    delivery = publishing.planned(alice, f"Merci à {HERS} pour son accueil, toujours chaleureux, à Lévis.")
    delivery_id, when = delivery.id, publishing.after(delivery)
    row = erasing.ask(erasing.person(alice.workspace.id, HERS), by_id=alice.user.id)
    asked, answers, publisher = threading.Event(), threading.Event(), network.publisher
    monkeypatch.setattr(network, "publisher", lambda each: Slow(publisher(each), asked, answers))

    def publish() -> None:
        with app.app_context(), clock.frozen_at(when):
            sending.send(delivery_id)

    sender, store = threading.Thread(target=publish), storage.store()
    put = store.put

    def put_while_it_leaves(key: str, *rest: Any) -> None:
        if not sender.ident:
            sender.start()
            assert asked.wait(8)
        put(key, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(store, "put", put_while_it_leaves)
        erasing.erase(row.id)
    assert reread(row).state == "waiting"
    # A test that reads holds SQLite's one pen.
    db.session.commit()
    answers.set()
    sender.join(30)
    assert len(publishing.feed(sandbox)) == 1
    assert db.session.scalar(select(func.count(DeliveryAttempt.id))) == 1
    with clock.frozen_at(clock.now() + erasures.NEXT_TRY):
        erasing.erase(row.id)
    assert (reread(row).state, db.session.get_one(Delivery, delivery_id).state) == ("done", "published")


def test_an_import_that_ends_meanwhile_brings_nobody_back(
    app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = erasing.ask(erasing.person(alice.workspace.id, HERS), by_id=alice.user.id)
    workspace_id, user_id, scrub = alice.workspace.id, alice.user.id, scrubbing.scrub_contents

    def bring() -> None:
        with app.app_context():
            mine = importing.receive(workspace_id, Upload("liste.xlsx", workbook(), None, "restaurant"), user_id)
            importing.confirm(mine, {"name": 0, "city": 1, "email": 2})
            importing.run(mine.id)

    def scrub_while_it_runs(*args: Any) -> list[str]:
        if not other.ident:
            db.session.commit()
            other.start()
            other.join(30)
        return scrub(*args)

    other = threading.Thread(target=bring)
    monkeypatch.setattr(scrubbing, "scrub_contents", scrub_while_it_runs)
    erasing.erase(row.id)
    with clock.frozen_at(clock.now() + erasures.NEXT_TRY):
        erasing.erase(row.id)
    assert reread(row).state == "done"
    assert db.session.scalars(select(Lead.email).order_by(Lead.id)).all() == ["b@cafebleu.ca"]


def test_an_export_under_way_leaves_no_file(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(alice)
    ids = [db.session.scalars(select(Lead)).one().id]
    export = exporting.ask(alice.workspace.id, Subject.PERSON, alice.user.id, words=MARKER, lead_ids=ids)
    parts = archive.parts

    def parts_while_she_goes(*args: Any) -> Any:
        made = parts(*args)
        row = erasing.ask(erasing.person(alice.workspace.id, MARKER, ids), by_id=alice.user.id)
        erasing.erase(row.id)
        assert reread(row).state == "done"
        return made

    monkeypatch.setattr(archive, "parts", parts_while_she_goes)
    exporting.build(export.id)
    assert db.session.get_one(PrivacyExport, export.id, populate_existing=True).state == "gone"
    assert not storage.store().exists(f"privacy/{alice.workspace.id}/export-{export.id}-1.zip")


def test_others_may_write_while_files_are_read(app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(alice, workbook())
    row = erasing.ask(erasing.person(alice.workspace.id, "quelquun@ailleurs.ca"), by_id=alice.user.id)
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL locks rows, not the whole database")
    store, read = storage.store(), list[str]()
    get = store.get

    def get_while_another_writes(key: str) -> Any:
        other = sqlite3.connect(str(db.engine.url.database), timeout=1, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
        other.close()
        read.append(key)
        return get(key)

    monkeypatch.setattr(store, "get", get_while_another_writes)
    erasing.erase(row.id)
    assert (reread(row).state, len(set(read))) == ("done", 1)


def test_whoever_takes_it_up_reads_no_file_twice(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = brought(alice, workbook()), brought(alice, workbook(note="Une autre"))
    row = erasing.ask(erasing.person(alice.workspace.id, "quelquun@ailleurs.ca"), by_id=alice.user.id)
    looked = list[bytes]()
    names = erasing.import_files.rewriting.names

    def names_until_it_dies(content: bytes, *rest: Any) -> bool:
        looked.append(content)
        if len(looked) == 2:
            raise SystemExit
        return names(content, *rest)

    monkeypatch.setattr(erasing.import_files.rewriting, "names", names_until_it_dies)
    with pytest.raises(SystemExit):
        erasing.erase(row.id)
    db.session.rollback()
    row.state, row.lease_until = "waiting", None
    db.session.commit()
    erasing.erase(row.id)
    assert reread(row).state == "done"
    kept = [storage.store().get(each.file_key).content for each in (first, second)]
    assert looked == [kept[0], kept[1], kept[1]]


def test_who_bears_the_name_of_a_code_unmakes_no_other_erasure(alice: Person) -> None:
    waiting = closing.ask(alice.workspace, alice.user)
    hers = making.lead(alice.workspace, "Workspace")
    row = erasing.ask(erasing.person(alice.workspace.id, "Workspace", [hers.id]), by_id=alice.user.id)
    erasing.erase(row.id)
    assert (reread(row).state, reread(waiting).subject) == ("done", "workspace")
    with clock.frozen_at(waiting.due_at + timedelta(seconds=1)):
        assert closing.closing(alice.workspace.id) is not None
