"""Tell people something: a line in their list, a mail, a notice on their phones, as each one chose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.accounts.models import User
from app.domains.notifications import choices, kinds, outbox, places, pushing
from app.domains.notifications.kinds import RULES, Channel, Kind
from app.domains.notifications.models import Mail, Notification, NotificationChoice
from app.domains.workspaces.services import people_in, workspace_by_id

A_DAY = timedelta(hours=20)


@dataclass(frozen=True)
class News:
    """What happened, and to which rows; `key` makes a repeated event tell it once.

    `template` names the mail's folder where a kind has several; what is not `in_list` is only mailed.
    """

    workspace_id: int
    kind: Kind
    key: str
    content_id: int | None = None
    campaign_id: int | None = None
    count: int = 1
    template: str = ""
    in_list: bool = True


@dataclass(frozen=True)
class Reader:
    """A person a kind of news is for, and what she chose."""

    user: User
    choice: NotificationChoice | None
    workspace_id: int
    kind: Kind

    @property
    def wants_mail(self) -> bool:
        """Tell whether she wants it by mail."""
        return choices.wants(self.choice, self.kind, Channel.MAIL)

    @property
    def sleeps(self) -> bool:
        """Tell whether these are her quiet hours."""
        return choices.quiet_until(self.choice) is not None

    def last_mail(self) -> Mail | None:
        """Return the last mail of this kind she was written here."""
        statement = select(Mail).where(
            Mail.user_id == self.user.id, Mail.workspace_id == self.workspace_id, Mail.kind == self.kind
        )
        return db.session.scalar(statement.order_by(Mail.created_at.desc(), Mail.id.desc()).limit(1))

    def was_written_today(self) -> bool:
        """Tell whether a mail of this kind is less than a day old: once a day is often enough."""
        last = self.last_mail()
        return last is not None and clock.now() - last.created_at < A_DAY


def readers(workspace_id: int, kind: Kind) -> Iterator[Reader]:
    """Yield the people a kind of news is for; nobody in a demonstration."""
    workspace = workspace_by_id(workspace_id)
    if workspace.is_demo:
        return
    for user in people_in(workspace_id, kinds.roles_of(kind, workspace.approval_rule)):
        yield Reader(user, choices.choice_of(user.id, workspace_id), workspace_id, kind)


def tell(news: News, **context: object) -> None:
    """List a piece of news for everyone it is for, and mail it to those who want it, in the present transaction.

    At night, a mail that can wait leaves in the morning.
    """
    for reader in readers(news.workspace_id, news.kind):
        if news.in_list:
            put_in_list(reader, news)
            push(reader, news)
        if reader.wants_mail:
            outbox.post(letter(reader, news), news=news, **context)


def letter(reader: Reader, news: News) -> outbox.Letter:
    """Return the envelope of a piece of news for one person."""
    can_wait = RULES[news.kind].can_wait
    return outbox.Letter(
        workspace_id=news.workspace_id,
        kind=news.kind,
        dedupe_key=f"{news.kind}:{news.key}:{reader.user.id}",
        recipient=reader.user.email,
        user_id=reader.user.id,
        template=news.template,
        not_before=choices.quiet_until(reader.choice) if can_wait else None,
    )


def put_in_list(reader: Reader, news: News) -> None:
    """Add a line to a person's list, in the present transaction; nothing when it is there or she wants none."""
    key = f"{news.kind}:{news.key}"
    same = select(Notification.id).where(Notification.user_id == reader.user.id, Notification.dedupe_key == key)
    if not choices.wants(reader.choice, news.kind, Channel.APP) or db.session.scalar(same) is not None:
        return
    db.session.add(
        Notification(
            workspace_id=news.workspace_id,
            user_id=reader.user.id,
            kind=news.kind,
            dedupe_key=key,
            content_id=news.content_id,
            campaign_id=news.campaign_id,
            count=news.count,
        )
    )
    db.session.flush()


def push(reader: Reader, news: News, *, at_once: bool = False) -> None:
    """Show a piece of news on a person's phones, in the present transaction, unless she wants none there.

    `at_once` is for who asked already whether she sleeps.
    """
    if not choices.wants(reader.choice, news.kind, Channel.PUSH):
        return
    waits = RULES[news.kind].can_wait and not at_once
    pushing.post(
        pushing.Notice(
            workspace_id=news.workspace_id,
            user_id=reader.user.id,
            kind=news.kind,
            key=news.key,
            count=news.count,
            address=outbox.in_space(news.workspace_id, places.place(news.kind, news.content_id, news.campaign_id)),
            not_before=choices.quiet_until(reader.choice) if waits else None,
        )
    )
