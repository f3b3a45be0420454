"""Commands of the operator: user, token, push, seed, sweep; doctor and backup have modules of their own."""

from __future__ import annotations

import click
from flask import Flask
from flask.cli import AppGroup

from app.backups.commands import backup, restore
from app.core import schedule
from app.core.db import db
from app.doctor import doctor
from app.domains.accounts import services as accounts
from app.domains.dashboard import seeding
from app.domains.tokens import services as tokens
from app.domains.workspaces import services as workspaces
from app.providers.web_push import vapid

user_commands = AppGroup("user", help="People.")
token_commands = AppGroup("token", help="Keys of the API.")
push_commands = AppGroup("push", help="Notices on phones.")


@user_commands.command("create")
@click.argument("email")
@click.option("--password", required=True)
@click.option("--workspace", default="", help="Name of the business; the part before @ by default.")
def create_user(email: str, password: str, workspace: str) -> None:
    """Make a verified account with its workspace."""
    try:
        user = accounts.create_user(email, password, verified=True)
    except accounts.AccountError as error:
        raise click.ClickException(str(error)) from error
    workspaces.open_workspace(user, workspace or email.partition("@")[0])
    db.session.commit()
    click.echo(f"{user.email} can sign in.")


@user_commands.command("operator")
@click.argument("email")
@click.option("--remove", is_flag=True, help="Take the right away.")
def make_operator(email: str, remove: bool) -> None:
    """Let a person see /exploitation."""
    user = accounts.user_by_email(email)
    if user is None:
        raise click.ClickException(f"no account for {email}")
    user.is_operator = not remove
    db.session.commit()
    click.echo(f"{user.email} {'no longer operates' if remove else 'operates'} this installation.")


@token_commands.command("create")
@click.argument("email")
def create_token(email: str) -> None:
    """Print one API token, alone on the last line."""
    user = accounts.user_by_email(email)
    membership = workspaces.present_membership(user.id, None) if user else None
    if user is None or membership is None:
        raise click.ClickException(f"no account for {email}")
    token = tokens.create(user, membership.workspace_id, tokens.Wish(name="flask token create"))
    db.session.commit()
    click.echo(token)


@push_commands.command("key")
def print_push_key() -> None:
    """Print a new VAPID_PRIVATE_KEY, alone on the last line; with another key, everybody is to say yes again."""
    click.echo(vapid.new_key())


@click.command("sweep")
def sweep() -> None:
    """Do one pass of the sweep."""
    for question, count in schedule.sweep().items():
        click.echo(f"{question.partition(':')[2]}: {count}")


@click.command("seed")
@click.option("--if-empty", is_flag=True, help="Do nothing when there is an account already.")
def seed(if_empty: bool) -> None:
    """Load the demonstration account."""
    click.echo(seeding.seed(only_if_empty=if_empty))


def init_app(app: Flask) -> None:
    """Register every command."""
    for command in (user_commands, token_commands, push_commands, seed, sweep, doctor, backup, restore):
        app.cli.add_command(command)
