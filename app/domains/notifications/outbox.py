"""The outbox: written with the event, sent by a job, tried again until the server accepts."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app
from sqlalchemy import select

from app.core import background, clock, logs, mail, states
from app.core.db import db
from app.domains.notifications.letters import render_letter
from app.domains.notifications.models import Mail
from app.domains.notifications.states import MOVES, MailState
from app.domains.workspaces.models import Workspace

SEND_JOB = "app.domains.notifications.jobs.send_mail"
LEASE_SECONDS = 60
WAITS_SECONDS = (30, 120, 600, 1800)
# Two days of a server that is down, at the longest wait.
MOST_TRIES = 100

log = logs.get("outbox")


@dataclass(frozen=True)
class Letter:
    """To whom, about what; `dedupe_key` makes a repeated event send it once."""

    workspace_id: int
    kind: str
    dedupe_key: str
    recipient: str


def post(letter: Letter, **context: object) -> Mail | None:
    """Add a mail to the outbox, in the present transaction; None when it is there already."""
    if db.session.scalar(select(Mail.id).where(Mail.dedupe_key == letter.dedupe_key)):
        return None
    subject, text, html = render_letter(letter.kind, **context)
    row = Mail(
        workspace_id=letter.workspace_id,
        kind=letter.kind,
        dedupe_key=letter.dedupe_key,
        recipient=letter.recipient,
        subject=subject,
        text=text,
        html=html,
    )
    db.session.add(row)
    db.session.flush()
    background.ring_after_commit(SEND_JOB, row.id, on="soon")
    return row


def send(mail_id: int) -> None:
    """Hand one mail to the server, and say in the row what came of it.

    A crash between the server's yes and our commit sends the mail twice: a mail, unlike a
    publication, is better twice than never.
    """
    row = db.session.get(Mail, mail_id)
    settings = current_app.config["SETTINGS"]
    if row is None or not settings.smtp_url:
        return
    if not _claim(row):
        db.session.rollback()
        return
    db.session.commit()
    message = mail.compose(
        sender=settings.mail_from, to=row.recipient, subject=row.subject, text=row.text, html=row.html
    )
    try:
        mail.send(message, settings.smtp_url)
    except mail.MailError as error:
        _put_back(row, error)
    else:
        states.claim(row, MailState.SENT, moves=MOVES, sent_at=clock.now(), lease_until=None, reason="")
    db.session.commit()


def _claim(row: Mail) -> bool:
    # A demonstration writes to nobody.
    real = Mail.workspace_id.in_(select(Workspace.id).where(Workspace.is_demo.is_(False)))
    lease = clock.in_seconds(LEASE_SECONDS)
    return states.claim(row, MailState.SENDING, moves=MOVES, where=[real], tries=row.tries + 1, lease_until=lease)


def _put_back(row: Mail, error: mail.MailError) -> None:
    log.warning("mail not sent", mail_id=row.id, reason=str(error), permanent=error.permanent)
    if error.permanent or row.tries >= MOST_TRIES:
        states.claim(row, MailState.FAILED, moves=MOVES, reason=str(error)[:80], lease_until=None)
        return
    wait = WAITS_SECONDS[min(row.tries - 1, len(WAITS_SECONDS) - 1)]
    next_try = clock.in_seconds(wait)
    states.claim(row, MailState.DUE, moves=MOVES, reason=str(error)[:80], lease_until=None, next_try_at=next_try)
    background.ring_after_commit(SEND_JOB, row.id, on="soon", at=next_try)


def release_expired(row: Mail) -> bool:
    """Put back a mail whose sender died."""
    return states.claim(row, MailState.DUE, moves=MOVES, only_from=MailState.SENDING, lease_until=None)


def due_mails(limit: int) -> list[Mail]:
    """Return the mails to ring for: due, or held past their lease; never a demonstration's."""
    now = clock.now()
    due = (Mail.state == MailState.DUE) & (Mail.next_try_at <= now)
    stuck = (Mail.state == MailState.SENDING) & (Mail.lease_until < now)
    statement = select(Mail).join(Workspace).where(due | stuck, Workspace.is_demo.is_(False)).order_by(Mail.next_try_at)
    return list(db.session.scalars(statement.limit(limit)))
