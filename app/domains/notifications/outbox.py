"""The outbox: written with the event, sent by a job, tried again until the server accepts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from functools import partial

from flask import current_app
from sqlalchemy import delete, func, select

from app.core import background, clock, crypto, i18n, logs, mail, states
from app.core.db import db
from app.core.mail import InlinePicture
from app.domains.accounts.services import language_of
from app.domains.notifications import breaker, unsubscribing
from app.domains.notifications.kinds import known
from app.domains.notifications.letters import render_letter
from app.domains.notifications.models import Mail, MailPicture
from app.domains.notifications.states import MOVES, MailState
from app.domains.workspaces.errands import Errands

SEND_JOB = "app.domains.notifications.jobs.send_mail"
# The longest one is what a mail waits for, at most, once a server that was down is back.
WAITS_SECONDS = (30, 60, 120, 300)
# Two days of a server that is down, at the longest wait.
MOST_TRIES = 600
# One workspace's crowd takes its turn with the others in the sweep, instead of filling the queue.
MOST_BELLS = 20
MAILS = Errands(
    Mail,
    SEND_JOB,
    due=MailState.DUE,
    taken=MailState.SENDING,
    moves=MOVES,
    # What is said of a person's own account waits behind nobody.
    whose=func.coalesce(Mail.workspace_id, -Mail.id),
    first=(Mail.next_try_at, Mail.id),
)

log = logs.get("outbox")


@dataclass(frozen=True)
class Letter:
    """To whom, about what; `dedupe_key` makes a repeated event send it once, and nothing leaves before `not_before`.

    `language` is that of a reader who is nobody's account; French without one.
    """

    workspace_id: int | None
    kind: str
    dedupe_key: str
    recipient: str
    user_id: int | None = None
    template: str = ""
    language: str = ""
    not_before: datetime | None = None
    pictures: Sequence[InlinePicture] = ()


def with_pictures(letter: Letter, pictures: Sequence[InlinePicture]) -> Letter:
    """Put pictures in an envelope."""
    return replace(letter, pictures=tuple(pictures))


def at_once(letter: Letter) -> Letter:
    """Have an envelope leave now, whatever the hour."""
    return replace(letter, not_before=None)


def site() -> str:
    """Return the address people reach the application at, for links."""
    address: str = current_app.config["SETTINGS"].public_url
    return address


def page(workspace_id: int | None, path: str) -> str:
    """Return the address of a page of one workspace, that opens it whichever the reader is in."""
    return f"{site()}{in_space(workspace_id, path)}"


def in_space(workspace_id: int | None, path: str) -> str:
    """Return a path of this site that says its workspace, if it has one: see workspaces/presence.py."""
    if workspace_id is None:
        return path
    place, mark, part = path.partition("#")
    return f"{place}{'&' if '?' in place else '?'}espace={workspace_id}{mark}{part}"


def post(letter: Letter, **context: object) -> Mail | None:
    """Add a mail to the outbox, in the present transaction; None when it is there already.

    What of the context is a function is called in the reader's language: a sentence with its values.
    """
    if is_posted(letter.dedupe_key):
        return None
    more = {
        "unsubscribe_url": _way_out(letter.user_id, letter.workspace_id, letter.kind),
        "page": partial(page, letter.workspace_id),
    }
    language = letter.language or language_of(letter.user_id)
    with i18n.speaking(language):
        said = {name: value() if callable(value) else value for name, value in context.items()}
        words = render_letter(letter.template or letter.kind, **(more | said))
    row = Mail(
        workspace_id=letter.workspace_id,
        user_id=letter.user_id,
        kind=letter.kind,
        dedupe_key=letter.dedupe_key,
        recipient=letter.recipient,
        subject=words.subject,
        text=crypto.seal(words.text),
        html=crypto.seal(words.html),
        is_sealed=True,
        language=language,
        next_try_at=letter.not_before or clock.now(),
    )
    db.session.add(row)
    db.session.flush()
    db.session.add_all([MailPicture(mail_id=row.id, name=each.name, content=each.content) for each in letter.pictures])
    if letter.workspace_id is None or _due_count(letter.workspace_id) <= MOST_BELLS:
        background.ring_after_commit(SEND_JOB, row.id, on="soon", at=letter.not_before)
    return row


def is_posted(dedupe_key: str) -> bool:
    """Tell whether a mail was written already."""
    return db.session.scalar(select(Mail.id).where(Mail.dedupe_key == dedupe_key)) is not None


def send(mail_id: int) -> None:
    """Hand one mail to the server, and say in the row what came of it.

    A crash between the server's yes and our commit sends the mail twice: a mail, unlike a
    publication, is better twice than never. Both bear one Message-ID, so that mailboxes show one.
    """
    row = db.session.get(Mail, mail_id)
    settings = current_app.config["SETTINGS"]
    if row is None or not settings.smtp_url or breaker.is_open():
        return
    if not MAILS.claim(row):
        db.session.rollback()
        return
    message = _message(row)
    db.session.commit()
    try:
        mail.send(message, settings.smtp_url)
    except mail.MailError as error:
        _put_back(row, error)
    else:
        breaker.close()
        states.claim(row, MailState.SENT, moves=MOVES, sent_at=clock.now(), lease_until=None, reason="",
                     text="", html="")  # fmt: skip
        db.session.execute(delete(MailPicture).where(MailPicture.mail_id == row.id))
    db.session.commit()


def put_again(row: Mail) -> None:
    """Put back a mail that was given up, in the present transaction."""
    if states.claim(row, MailState.DUE, moves=MOVES, only_from=MailState.FAILED, tries=0, next_try_at=clock.now()):
        background.ring_after_commit(SEND_JOB, row.id, on="soon")


def _message(row: Mail) -> EmailMessage:
    text, html = (crypto.unseal(each) if row.is_sealed else each for each in (row.text, row.html))
    pictures = db.session.scalars(select(MailPicture).where(MailPicture.mail_id == row.id).order_by(MailPicture.id))
    return mail.compose(
        mail.Words(row.subject, text, html),
        sender=current_app.config["SETTINGS"].mail_from,
        to=row.recipient,
        key=crypto.fingerprint(row.dedupe_key)[:32],
        pictures=[InlinePicture(each.name, each.content) for each in pictures],
        language=i18n.LANGUAGES[row.language][1].replace("_", "-"),
        headers=unsubscribing.headers(_way_out(row.user_id, row.workspace_id, row.kind)),
    )


def _way_out(user_id: int | None, workspace_id: int | None, name: str) -> str:
    kind = known(name)
    if user_id is None or workspace_id is None or kind is None:
        return ""
    return unsubscribing.address(user_id, workspace_id, kind)


def _put_back(row: Mail, error: mail.MailError) -> None:
    log.warning("mail not sent", mail_id=row.id, reason=str(error), permanent=error.permanent)
    if error.permanent or row.tries >= MOST_TRIES:
        states.claim(row, MailState.FAILED, moves=MOVES, reason=str(error)[:80], lease_until=None)
        return
    wait = WAITS_SECONDS[min(row.tries - 1, len(WAITS_SECONDS) - 1)]
    if error.unreachable:
        breaker.open_for(wait)
    next_try = clock.in_seconds(wait)
    states.claim(row, MailState.DUE, moves=MOVES, reason=str(error)[:80], lease_until=None, next_try_at=next_try)
    background.ring_after_commit(SEND_JOB, row.id, on="soon", at=next_try)


def _due_count(workspace_id: int) -> int:
    statement = select(func.count(Mail.id)).where(Mail.workspace_id == workspace_id, Mail.state == MailState.DUE)
    return db.session.scalar(statement) or 0
