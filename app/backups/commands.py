"""`flask backup PATH` and `flask restore PATH`."""

from __future__ import annotations

import os
from pathlib import Path

import click
from flask import current_app

from app.backups import services
from app.backups.errors import BackupError
from app.core import schema
from app.core.db import db
from app.core.schema import Fit

# By the environment alone: everybody may read a command line.
PASSPHRASE = "BACKUP_PASSPHRASE"  # noqa: S105  # the variable's name


@click.command("backup")
@click.argument("path", type=click.Path(path_type=Path))
def backup(path: Path) -> None:
    """Write the database and the pictures to one file; sealed where BACKUP_PASSPHRASE is set."""
    passphrase = os.environ.get(PASSPHRASE, "")
    try:
        made = services.make(db.engine, current_app.config["SETTINGS"].media_url, path, passphrase)
    except BackupError as error:
        raise click.ClickException(str(error)) from error
    rows = sum(count for count, _ in made["tables"].values())
    how = "sealed" if passphrase else f"not sealed: {PASSPHRASE} is not set"
    click.echo(f"{path}: {rows} rows, {len(made['files']) - 1} pictures, revision {made['revision']}, {how}")
    if made["media"] == "s3":
        click.echo("The pictures are in S3 and are not in it: docs/exploiter.md says how to keep them.")


@click.command("restore")
@click.argument("path", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace what the database and the folder of pictures hold.")
def restore(path: Path, force: bool) -> None:
    """Put a backup back, and check every row of it."""
    settings = current_app.config["SETTINGS"]
    try:
        found = services.restore(db.engine, settings.media_url, path, os.environ.get(PASSPHRASE, ""), force=force)
    except BackupError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Restored as it stood at {found['made_at']}: every row and every picture was checked.")
    if schema.standing().fit is Fit.BEHIND:
        click.echo("It is older than this release; run: flask --app wsgi db upgrade")
