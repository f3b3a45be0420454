"""Ask for decisions by mail: once when a campaign's publications are written, then once a day at most."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from app.core import background, clock
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content, ContentVersion, Writing
from app.domains.contents.services.seconding import approvals_needed, first_stands
from app.domains.contents.states import ContentState, WritingState
from app.domains.notifications import digest
from app.domains.notifications.kinds import Kind
from app.domains.notifications.telling import News, Reader, push, put_in_list, readers
from app.domains.workspaces.services import workspace_by_id

ASK_JOB = "app.domains.notifications.jobs.ask_approval"
# Time for the workspace's own rule to approve what it approves.
RULE_SECONDS = 15
# Whoever launched a campaign this long ago is awake.
AWAKE = timedelta(hours=1)
# What still waits is asked for again when its links are dead, and no more after two weeks.
AGAIN, GIVE_UP = timedelta(hours=72), timedelta(days=14)
MORNING_HOUR = 8
# Publications still being written would make two mails of one.
SETTLED = timedelta(minutes=10)


def may_ask(content_id: int) -> bool:
    """Tell whether a publication that was just written may be asked for: not while others of its campaign are."""
    content = db.session.get(Content, content_id)
    return content is not None and (
        workspace_by_id(content.workspace_id).auto_approve or not _is_being_written(content)
    )


def note_ready(content_id: int) -> None:
    """Ask for a publication that was just written, or leave its workspace's own rule the time to approve it."""
    content = db.session.get(Content, content_id)
    if content is None:
        return
    if workspace_by_id(content.workspace_id).auto_approve:
        background.ring(ASK_JOB, content_id, at=clock.in_seconds(RULE_SECONDS))
    else:
        ask(content_id)


def ask(content_id: int) -> None:
    """Ask for the decisions a publication's campaign now waits for, and commit."""
    content = db.session.get(Content, content_id, populate_existing=True)
    if content is None or content.state != ContentState.PENDING or _is_being_written(content):
        return
    campaign = db.session.get(Campaign, content.campaign_id) if content.campaign_id is not None else None
    is_awake = campaign is not None and campaign.launched_at is not None and clock.now() - campaign.launched_at < AWAKE
    for reader in readers(content.workspace_id, Kind.TO_APPROVE):
        key = f"campaign-{campaign.id}" if campaign is not None else ""
        if key and is_awake and digest.is_new(reader, key):
            _send(reader, key)
        elif not reader.was_written_today() and not reader.sleeps:
            _send(reader, _today())
    db.session.commit()


def ask_daily(workspace_id: int) -> None:
    """Ask, once a day at most, for what is new since the last mail or has waited three days since; commit."""
    for reader in readers(workspace_id, Kind.TO_APPROVE):
        local = clock.now().astimezone(clock.QUEBEC)
        if local.hour >= MORNING_HOUR and not reader.sleeps and not reader.was_written_today() and _is_due(reader):
            _send(reader, _today())
    db.session.commit()


def ask_afresh(user_id: int, content_id: int) -> None:
    """Mail a fresh link for one publication to somebody who asked, once an hour at most, and commit."""
    content = db.session.get(Content, content_id)
    if content is None:
        return
    for reader in readers(content.workspace_id, Kind.TO_APPROVE):
        if reader.user.id == user_id:
            waiting = [each for each in _waiting(reader) if each.id == content_id]
            digest.send(reader, waiting, f"again-{content_id}-{clock.now():%Y%m%d%H}")
    db.session.commit()


def _send(reader: Reader, key: str) -> None:
    waiting = _waiting(reader)
    if not waiting:
        return
    one = waiting[0].id if len(waiting) == 1 else None
    # A person may have several workspaces, and one day each.
    news = News(
        reader.workspace_id, Kind.TO_APPROVE, f"{reader.workspace_id}-{key}", content_id=one, count=len(waiting)
    )
    put_in_list(reader, news)
    push(reader, news, at_once=True)
    if reader.wants_mail:
        digest.send(reader, waiting, key)


def _waiting(reader: Reader) -> list[Content]:
    """Return what awaits this very person's decision, oldest first."""
    statement = (
        select(Content)
        .where(Content.workspace_id == reader.workspace_id, Content.state == ContentState.PENDING)
        .options(joinedload(Content.lead))
        .order_by(Content.id)
    )
    found = list(db.session.scalars(statement))
    mine = set(db.session.scalars(_written_by(reader.user.id, [each.id for each in found if each.lead_id is None])))
    if approvals_needed(workspace_by_id(reader.workspace_id)) > 1:
        mine |= {each.id for each in found if each.first_approved_by == reader.user.id and first_stands(each)}
    return [each for each in found if each.id not in mine]


def _written_by(user_id: int, content_ids: list[int]) -> Select[int]:
    # She knows of what she wrote herself a moment ago.
    return select(ContentVersion.content_id).where(
        ContentVersion.content_id.in_(content_ids), ContentVersion.number == 1, ContentVersion.by_id == user_id
    )


def _is_being_written(content: Content) -> bool:
    if content.campaign_id is None:
        return False
    under_way = exists().where(
        Writing.campaign_id == content.campaign_id, Writing.state.in_((WritingState.DUE, WritingState.RUNNING))
    )
    return bool(db.session.scalar(select(under_way)))


def _is_due(reader: Reader) -> bool:
    waiting, last = _waiting(reader), reader.last_mail()
    if last is None:
        return any(clock.now() - each.created_at > SETTLED for each in waiting)
    if any(each.updated_at > last.created_at for each in waiting):
        return True
    return clock.now() - last.created_at > AGAIN and any(clock.now() - each.created_at < GIVE_UP for each in waiting)


def _today() -> str:
    return f"day-{clock.today():%Y-%m-%d}"
