"""Make a backup, and restore one: everything is checked before anything is destroyed."""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.backups import databases, sealing
from app.backups.errors import BackupError
from app.core import clock, schema

FORMAT = 1
MANIFEST, DATABASE, MEDIA = "manifest.json", "database", "media"


def make(engine: sa.Engine, media_url: str, path: Path, passphrase: str = "") -> dict[str, Any]:
    """Write the database and the pictures' folder to `path`, whole or not at all, and return the manifest.

    Raises:
        BackupError: the path is taken, or a tool is absent or failed.
    """
    if path.exists():
        raise BackupError(f"{path} is there already")
    with _room(path.parent) as room:
        held = databases.dump(engine, room / DATABASE)
        files = {DATABASE: _sum(room / DATABASE)}
        packed = room / "packed"
        with tarfile.open(packed, "w:gz", compresslevel=6) as tar:
            tar.add(room / DATABASE, DATABASE)
            for name, file in _pictures(media_url):
                files[name] = _sum(file)
                tar.add(file, name)
            manifest = {"format": FORMAT, "made_at": clock.now().isoformat(), "dialect": engine.dialect.name,
                        "media": MEDIA if not media_url.startswith("s3://") else "s3", "files": files,
                        **asdict(held)}  # fmt: skip
            (room / MANIFEST).write_text(json.dumps(manifest, indent=1))
            tar.add(room / MANIFEST, MANIFEST)
        if passphrase:
            with packed.open("rb") as source, (room / "sealed").open("wb") as target:
                sealing.seal(source, target, passphrase)
            packed = room / "sealed"
        packed.chmod(0o600)
        packed.replace(path)
    return manifest


def restore(engine: sa.Engine, media_url: str, path: Path, passphrase: str = "", *, force: bool = False
            ) -> dict[str, Any]:  # fmt: skip
    """Put a backup in place of what the database and the pictures' folder hold, and return its manifest.

    Raises:
        BackupError: it is damaged, not for this installation, or would destroy something without `force`.
    """
    with _room(path.parent) as room:
        _unpack(path, room, passphrase)
        manifest = _checked(room)
        _refuse_unfit(manifest, engine)
        if not force:
            _refuse_to_destroy(engine, media_url, manifest)
        held = databases.load(engine, room / DATABASE)
        if {"revision": held.revision, "tables": held.tables} != {each: manifest[each] for each in asdict(held)}:
            raise BackupError("what was restored is not what the manifest says: do not serve it")
        if manifest["media"] == MEDIA and not media_url.startswith("s3://"):
            _put_pictures(room / MEDIA, Path(media_url))
    return manifest


@contextmanager
def _room(beside: Path) -> Iterator[Path]:
    """Lend a folder nobody else reads, on the disk of the backup."""
    with tempfile.TemporaryDirectory(prefix=".astrogrowth-", dir=beside) as name:
        yield Path(name)


def _pictures(media_url: str) -> Iterator[tuple[str, Path]]:
    """Yield the name in the archive and the file of each picture; none where they are in a bucket."""
    folder = Path(media_url)
    if media_url.startswith("s3://") or not folder.is_dir():
        return
    for file in sorted(folder.rglob("*")):
        # A file being written bears such a name until it is whole.
        if file.is_file() and not file.name.startswith(".part-"):
            yield f"{MEDIA}/{file.relative_to(folder)}", file


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _unpack(path: Path, room: Path, passphrase: str) -> None:
    try:
        with path.open("rb") as source:
            is_sealed = sealing.is_sealed(source)
            if is_sealed and not passphrase:
                raise BackupError("it is sealed: set BACKUP_PASSPHRASE")
            if passphrase and not is_sealed:
                # Whoever can write where backups are kept would have another database served in place of ours.
                raise BackupError("it is not sealed: unset BACKUP_PASSPHRASE if it is yours all the same")
            packed = room / "packed" if is_sealed else path
            if is_sealed:
                with packed.open("wb") as target:
                    sealing.unseal(source, target, passphrase)
        with tarfile.open(packed) as tar:
            tar.extractall(room, filter="data")
    except (OSError, tarfile.TarError, EOFError) as error:
        raise BackupError(f"{path} cannot be read: {error}") from error


def _checked(room: Path) -> dict[str, Any]:
    """Return the manifest once every file is what it says."""
    if not (room / MANIFEST).is_file():
        raise BackupError("it holds no manifest: it is not a backup of AstroGrowth, or not a whole one")
    manifest: dict[str, Any] = json.loads((room / MANIFEST).read_text())
    wrong = [name for name, digest in manifest["files"].items()
             if not (room / name).is_file() or _sum(room / name) != digest]  # fmt: skip
    if wrong or DATABASE not in manifest["files"]:
        raise BackupError(f"damaged: {', '.join(wrong[:5]) or DATABASE}")
    return manifest


def _refuse_unfit(manifest: dict[str, Any], engine: sa.Engine) -> None:
    if manifest["format"] != FORMAT or not schema.is_ours(manifest["revision"]):
        raise BackupError(f"made by a newer release (revision {manifest['revision']}): restore it with that release")
    if manifest["dialect"] != engine.dialect.name:
        raise BackupError(f"made from {manifest['dialect']}: DATABASE_URL names {engine.dialect.name}")


def _refuse_to_destroy(engine: sa.Engine, media_url: str, manifest: dict[str, Any]) -> None:
    with engine.connect() as connection:
        if databases.holds_rows(connection):
            raise BackupError("the database is not empty: --force replaces what it holds")
    if manifest["media"] == MEDIA and next(_pictures(media_url), None) is not None:
        raise BackupError(f"{media_url} is not empty: --force replaces what it holds")


def _put_pictures(source: Path, target: Path) -> None:
    """Replace the pictures; the older ones stay until the new ones are all there."""
    source.mkdir(exist_ok=True)
    target.mkdir(parents=True, exist_ok=True)
    wanted = {file.relative_to(source) for file in source.rglob("*") if file.is_file()}
    for name in wanted:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)
    for file in [each for each in target.rglob("*") if each.is_file()]:
        if file.relative_to(target) not in wanted:
            file.unlink()
