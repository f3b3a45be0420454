"""Notices on phones: written with the event as a mail is, sent by a job, tried again until the service accepts.

Nothing in them names a prospect: a locked screen shows them to whoever passes by.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import select

from app.core import background, clock, i18n, logs, states
from app.core.db import db
from app.domains.accounts.services import language_of
from app.domains.notifications import phones, wording
from app.domains.notifications.models import PushNotice, PushSubscription
from app.domains.notifications.states import MOVES, MailState
from app.domains.workspaces.errands import Errands
from app.domains.workspaces.services import workspace_by_id
from app.providers.contracts import PushDevice, PushMessage
from app.providers.errors import ProviderError
from app.providers.web_push import vapid
from app.providers.web_push.sender import GONE

SEND_JOB = "app.domains.notifications.jobs.send_push"
WAITS_SECONDS = (30, 120, 600, 1800)
# News of yesterday is no news: neither we nor the push service keep it longer.
LIFE = timedelta(hours=24)
# A service that asks for more is asked again then all the same.
MOST_WAIT_SECONDS = 3600
NOTICES = Errands(
    PushNotice,
    SEND_JOB,
    due=MailState.DUE,
    taken=MailState.SENDING,
    moves=MOVES,
    whose=PushNotice.workspace_id,
    first=(PushNotice.next_try_at, PushNotice.id),
)

log = logs.get("push")


@dataclass(frozen=True)
class Notice:
    """Whom it is for, and what it tells: `key` makes a repeated event show it once, `address` is where a tap leads."""

    workspace_id: int
    user_id: int
    kind: str
    key: str
    count: int
    address: str
    not_before: datetime | None = None


def post(notice: Notice) -> int:
    """Add a notice for each of a person's browsers, in the present transaction; return how many are new."""
    if not current_app.config["SETTINGS"].vapid_private_key:
        return 0
    what = f"{notice.kind}:{notice.workspace_id}:{notice.key}"
    keys = {f"{what}:{each.id}": each.id for each in phones.of_person(notice.user_id)}
    told = set(db.session.scalars(select(PushNotice.dedupe_key).where(PushNotice.dedupe_key.in_(keys))))
    rows = [_row(notice, key, device) for key, device in keys.items() if key not in told]
    db.session.add_all(rows)
    db.session.flush()
    for row in rows:
        background.ring_after_commit(SEND_JOB, row.id, on="soon", at=notice.not_before)
    return len(rows)


def send(notice_id: int) -> None:
    """Hand one notice to its push service, and say in the row what came of it.

    A crash between the service's yes and our commit sends it twice; both bear one tag, so that a phone shows one.
    """
    row = db.session.get(PushNotice, notice_id)
    if row is None or not current_app.config["SETTINGS"].vapid_private_key or not NOTICES.claim(row):
        db.session.rollback()
        return
    device = db.session.get_one(PushSubscription, row.subscription_id)
    receiver = PushDevice(device.endpoint, vapid.from_text(device.public_key), vapid.from_text(device.secret))
    message = _message(row, device.user_id)
    db.session.commit()
    try:
        phones.sender().push(receiver, message)
    except ProviderError as error:
        _put_back(row, device, error)
    else:
        device.last_used_at = clock.now()
        states.claim(row, MailState.SENT, moves=MOVES, sent_at=clock.now(), lease_until=None, reason="")
    db.session.commit()


def _row(notice: Notice, key: str, subscription_id: int) -> PushNotice:
    return PushNotice(
        workspace_id=notice.workspace_id,
        subscription_id=subscription_id,
        dedupe_key=key,
        kind=notice.kind,
        count=notice.count,
        address=notice.address,
        next_try_at=notice.not_before or clock.now(),
    )


def _message(row: PushNotice, user_id: int) -> PushMessage:
    with i18n.speaking(language_of(user_id)):
        title = wording.sentence(row.kind, row.count, "", "")
    # A phone shows the last notice of a kind in a workspace alone, and a service keeps no other.
    tag = f"{row.kind}-{row.workspace_id}"
    said = {"title": title, "body": workspace_by_id(row.workspace_id).name, "tag": tag, "url": row.address}
    return PushMessage(json.dumps(said, ensure_ascii=False).encode(), tag[:32], int(LIFE.total_seconds()))


def _put_back(row: PushNotice, device: PushSubscription, error: ProviderError) -> None:
    log.warning("notice not sent", notice_id=row.id, code=error.code, status=error.status)
    if error.code == GONE:
        # Its notices go with it.
        db.session.delete(device)
        return
    reason = f"{error.code} {error.status or ''}".strip()
    wait = error.retry_after_seconds or WAITS_SECONDS[min(row.tries - 1, len(WAITS_SECONDS) - 1)]
    next_try = clock.in_seconds(min(wait, MOST_WAIT_SECONDS))
    # What waited for morning was written the evening before.
    if error.permanent or next_try > row.created_at + 2 * LIFE:
        states.claim(row, MailState.FAILED, moves=MOVES, reason=reason, lease_until=None)
        return
    states.claim(row, MailState.DUE, moves=MOVES, reason=reason, lease_until=None, next_try_at=next_try)
    background.ring_after_commit(SEND_JOB, row.id, on="soon", at=next_try)
