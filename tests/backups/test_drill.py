"""The drill: fill, back up, wreck, restore, and compare every row of every table."""

from __future__ import annotations

import dataclasses
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from app import ROOT, create_app
from app.backups import databases
from app.core import storage
from app.core.db import db
from app.settings import Settings
from tests import services
from tests.migrations.filling import Filler

pytestmark = pytest.mark.long

PICTURE = "contents/1/image.png"


@dataclass
class House:
    """An installation of its own, filled."""

    site: Flask
    folder: Path

    def run(self, *arguments: str, passphrase: str = "") -> tuple[int, str]:
        """Run a command of the product; return its exit code and what it said."""
        db.session.remove()
        found = self.site.test_cli_runner().invoke(args=arguments, env={"BACKUP_PASSPHRASE": passphrase})
        return found.exit_code, found.output

    def held(self) -> databases.Contents:
        """Return what the database holds."""
        with db.engine.connect() as connection:
            return databases.contents(connection)

    def wreck(self) -> None:
        """Lose rows, change others, spoil a picture."""
        with db.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM leads")
            connection.exec_driver_sql("UPDATE users SET email = 'perdue@exemple.ca'")
        storage.store().put(PICTURE, b"spoilt", "image/png")
        storage.store().put("contents/1/other.png", b"new", "image/png")


@pytest.fixture
def house(settings: Settings, tmp_path: Path) -> Iterator[House]:
    with services.empty_database(settings.database_url, tmp_path) as url:
        media = str(tmp_path / "media")
        site = create_app(dataclasses.replace(settings, database_url=url, media_url=media))
        with site.app_context():
            upgrade(str(ROOT / "migrations"))
            with db.engine.begin() as connection:
                Filler().fill(connection)
            storage.store().put(PICTURE, b"a picture", "image/png")
            yield House(site, tmp_path)
            db.session.remove()
            db.engine.dispose()


@pytest.mark.parametrize("passphrase", ["", "une phrase de passe"])
def test_what_was_lost_comes_back_to_the_last_row(house: House, passphrase: str) -> None:
    before, path = house.held(), house.folder / "sauvegarde"
    assert house.run("backup", str(path), passphrase=passphrase)[0] == 0
    assert path.stat().st_mode & 0o077 == 0
    house.wreck()
    assert house.held() != before
    code, said = house.run("restore", str(path), "--force", passphrase=passphrase)
    assert code == 0, said
    assert house.held() == before
    assert sum(int(count) for count, _ in before.tables.values()) > 30
    assert storage.store().get(PICTURE).content == b"a picture"
    assert not storage.store().exists("contents/1/other.png")
    assert [each.name for each in house.folder.iterdir() if each.name.startswith(".astrogrowth")] == []


def test_nothing_is_replaced_without_force(house: House) -> None:
    path = house.folder / "sauvegarde"
    house.run("backup", str(path))
    before = house.held()
    code, said = house.run("restore", str(path))
    assert code == 1
    assert "--force" in said
    assert house.held() == before


def test_an_empty_installation_takes_a_backup_without_force(house: House, settings: Settings) -> None:
    before, path = house.held(), house.folder / "sauvegarde"
    house.run("backup", str(path))
    (house.folder / "elsewhere").mkdir()
    with services.empty_database(settings.database_url, house.folder / "elsewhere") as url:
        media = str(house.folder / "elsewhere" / "media")
        other = create_app(dataclasses.replace(settings, database_url=url, media_url=media))
        with other.app_context():
            copy = House(other, house.folder)
            assert copy.run("restore", str(path))[0] == 0
            assert copy.held() == before
            assert storage.store().get(PICTURE).content == b"a picture"
            db.session.remove()
            db.engine.dispose()


def test_a_sealed_backup_opens_with_its_passphrase_alone_and_shows_nothing(house: House) -> None:
    path = house.folder / "sauvegarde"
    house.run("backup", str(path), passphrase="une phrase")
    assert not tarfile.is_tarfile(path)
    for wrong in ("", "une autre"):
        code, said = house.run("restore", str(path), "--force", passphrase=wrong)
        assert code == 1
        assert "BACKUP_PASSPHRASE" in said or "passphrase" in said


def test_a_damaged_backup_touches_nothing(house: House) -> None:
    path = house.folder / "sauvegarde"
    house.run("backup", str(path), passphrase="une phrase")
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)
    before = house.held()
    assert house.run("restore", str(path), "--force", passphrase="une phrase")[0] == 1
    assert house.held() == before


def test_a_backup_never_replaces_another(house: House) -> None:
    path = house.folder / "sauvegarde"
    path.write_text("yesterday's")
    code, said = house.run("backup", str(path))
    assert code == 1
    assert "there already" in said
    assert path.read_text() == "yesterday's"


def test_a_tool_that_is_absent_is_named(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert databases.tool_of("postgresql") == "pg_dump"
    assert databases.tool_of("sqlite") == ""


def test_where_backups_are_sealed_one_that_is_not_is_not_restored(house: House) -> None:
    path = house.folder / "sauvegarde"
    house.run("backup", str(path))
    code, said = house.run("restore", str(path), "--force", passphrase="une phrase")
    assert code == 1 and "not sealed" in said
