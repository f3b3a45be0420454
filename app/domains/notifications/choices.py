"""What each person asked for: which news, by which way, and the hours she sleeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.notifications.kinds import CHOSEN, RULES, Channel, Kind
from app.domains.notifications.models import NotificationChoice

QUIET_FROM, QUIET_TO = 21, 7


def choice_of(user_id: int, workspace_id: int) -> NotificationChoice | None:
    """Return what a person chose in a workspace; None while she chose nothing."""
    return db.session.scalar(
        select(NotificationChoice).where(
            NotificationChoice.user_id == user_id, NotificationChoice.workspace_id == workspace_id
        )
    )


def wants(choice: NotificationChoice | None, kind: Kind, channel: Channel) -> bool:
    """Tell whether a kind of news goes by a channel."""
    rule = RULES[kind]
    if not rule.may_stop:
        return True
    default = rule.mail if channel == Channel.MAIL else True
    said = choice.kinds.get(kind, {}).get(channel) if choice is not None else None
    return default if said is None else bool(said)


def quiet_until(choice: NotificationChoice | None, at: datetime | None = None) -> datetime | None:
    """Return when the quiet hours of this moment end; None outside them."""
    start = choice.quiet_from if choice is not None else QUIET_FROM
    end = choice.quiet_to if choice is not None else QUIET_TO
    local = (at or clock.now()).astimezone(clock.QUEBEC)
    is_quiet = start <= local.hour < end if start <= end else local.hour >= start or local.hour < end
    if start == end or not is_quiet:
        return None
    day = local.date() if local.hour < end else local.date() + timedelta(days=1)
    return datetime(day.year, day.month, day.day, end, tzinfo=clock.QUEBEC)


def choose(user_id: int, workspace_id: int, kinds: Mapping[Kind, Mapping[Channel, bool]]) -> None:
    """Keep what a person wants of some kinds, and commit."""
    row = row_of(user_id, workspace_id)
    said = {kind: {str(channel): on for channel, on in ways.items()} for kind, ways in kinds.items() if kind in CHOSEN}
    # A new value: a change inside a JSON column is not seen.
    row.kinds = {**row.kinds, **{str(kind): {**row.kinds.get(kind, {}), **ways} for kind, ways in said.items()}}
    db.session.commit()


def keep_quiet(user_id: int, workspace_id: int, start: int, end: int) -> None:
    """Keep the hours when nothing that can wait is mailed, and commit."""
    row = row_of(user_id, workspace_id)
    row.quiet_from, row.quiet_to = start, end
    db.session.commit()


def row_of(user_id: int, workspace_id: int) -> NotificationChoice:
    """Return what a person chose in a workspace, begun in the present transaction where it was not."""
    row = choice_of(user_id, workspace_id)
    if row is None:
        row = NotificationChoice(
            user_id=user_id, workspace_id=workspace_id, kinds={}, quiet_from=QUIET_FROM, quiet_to=QUIET_TO
        )
        db.session.add(row)
        db.session.flush()
    return row
