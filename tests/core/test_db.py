"""Moments are UTC everywhere; a page that reads never locks one that writes."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade, upgrade
from sqlalchemy import MetaData, Table, inspect, select, text
from sqlalchemy.exc import IntegrityError

from app import ROOT, create_app
from app.core import clock, states
from app.core.db import Base, Moment, db
from app.domains.accounts.models import User
from app.domains.notifications.models import Mail
from app.domains.notifications.states import MOVES, MailState
from app.domains.workspaces.models import Membership
from tests.people import Person


def due_mail(alice: Person, key: str = "one") -> Mail:
    row = Mail(
        workspace_id=alice.workspace.id,
        dedupe_key=key,
        kind="leads_ready",
        recipient="a@b.ca",
        subject="s",
        text="t",
        html="h",
    )
    db.session.add(row)
    db.session.commit()
    return row


def test_a_moment_comes_back_the_same_whatever_zone_it_was_written_in(alice: Person) -> None:
    lévis = timezone(timedelta(hours=-5))
    moment = datetime(2026, 11, 21, 22, 30, 15, 123456, tzinfo=lévis)
    alice.user.verified_at = moment
    db.session.commit()
    db.session.expire_all()
    read = db.session.scalars(select(User.verified_at)).one()
    assert read == moment
    assert read is not None
    assert read.tzinfo is UTC


def test_a_moment_is_compared_as_a_moment(alice: Person) -> None:
    alice.user.verified_at = datetime(2026, 11, 21, 23, 0, tzinfo=timezone(timedelta(hours=-5)))
    db.session.commit()
    after = select(User.id).where(User.verified_at > datetime(2026, 11, 22, 3, 59, tzinfo=UTC))
    assert db.session.scalars(after).all() == [alice.user.id]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        Moment().process_bind_param(datetime(2026, 11, 21), None)


def test_a_row_of_nobody_is_refused(app: Flask) -> None:
    db.session.add(Membership(user_id=999, workspace_id=999, role="owner"))
    with pytest.raises(IntegrityError):
        db.session.commit()
    db.session.rollback()


def test_a_savepoint_rolled_back_keeps_what_came_before_it(alice: Person) -> None:
    alice.workspace.city = "Québec"
    db.session.flush()
    nested = db.session.begin_nested()
    alice.workspace.city = "Laval"
    db.session.flush()
    nested.rollback()
    db.session.commit()
    db.session.expire_all()
    assert alice.workspace.city == "Québec"


def test_of_many_claims_at_the_same_instant_one_wins(app: Flask, alice: Person) -> None:
    mail_id = due_mail(alice).id
    db.session.remove()
    barrier, won, broken = threading.Barrier(6), [], []

    def race() -> None:
        with app.app_context():
            try:
                barrier.wait(5)
                row = db.session.get_one(Mail, mail_id)
                won.append(states.claim(row, MailState.SENDING, moves=MOVES))
                db.session.commit()
            except Exception as error:  # a lock, a deadlock: the test must see it
                broken.append(error)

    threads = [threading.Thread(target=race) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not broken
    assert sorted(won) == [False] * 5 + [True]


def test_a_page_reads_while_someone_writes(app: Flask, alice: Person) -> None:
    alice.workspace.city = "Québec"
    db.session.flush()  # the write lock is held from here to the rollback
    answers: list[str] = []
    plain = FlaskClient(app, app.response_class)  # alice's own would end this transaction first
    thread = threading.Thread(target=lambda: answers.append(plain.get("/readyz").json["checks"]["database"]))
    thread.start()
    thread.join(5)
    db.session.rollback()
    assert answers == ["ok"]


def test_rows_stay_readable_after_a_commit_without_another_query(alice: Person) -> None:
    row = due_mail(alice)
    assert (row.recipient, row.state) == ("a@b.ca", "due")
    assert not db.session().in_transaction(), "an outside call between two transactions holds no lock"


def test_the_clock_can_be_held() -> None:
    moment = datetime(2026, 7, 1, 3, 30, tzinfo=UTC)
    with clock.frozen_at(moment):
        assert clock.now() == moment
        assert clock.today().isoformat() == "2026-06-30", "it is still the evening before in Québec"
    assert clock.now() != moment


def test_migrations_build_the_models_and_take_them_down(app: Flask) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    db.session.remove()
    folder = str(ROOT / "migrations")
    try:
        downgrade(folder, revision="base")
        assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    finally:
        upgrade(folder)
    db.session.execute(text("SELECT 1 FROM users"))


def test_an_upgrade_keeps_what_refers_to_an_altered_table(app: Flask, tmp_path: Path) -> None:
    settings = replace(app.config["SETTINGS"], database_url=f"sqlite:///{tmp_path / 'kept.db'}")
    folder = str(ROOT / "migrations")
    with create_app(settings).app_context():
        upgrade(folder, revision="9b1d40c7e2a6")
        with db.engine.begin() as connection:
            for table, values in (("workspaces", {"id": 1}), ("leads", {"id": 1, "workspace_id": 1}),
                                  ("lead_records", {"workspace_id": 1, "lead_id": 1})):  # fmt: skip
                rows = Table(table, MetaData(), autoload_with=connection)
                connection.execute(rows.insert().values(filled(rows) | values))
        upgrade(folder)
        counts = [db.session.scalar(text(f"SELECT count(*) FROM {table}")) for table in ("leads", "lead_records")]
        assert counts == [1, 1]
        assert db.session.scalar(text("PRAGMA foreign_keys")) == 1
        db.engine.dispose()


def filled(rows: Table) -> dict[str, object]:
    plain = {int: 0, str: "x", datetime: datetime(2026, 1, 1), bool: False, dict: {}, float: 0.0}
    plain |= {date: date(2026, 1, 1), object: {}}
    return {column.name: plain[column.type.python_type] for column in rows.columns if not column.nullable}
