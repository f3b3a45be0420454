"""Questions about campaigns; each load is given the workspace, and counts do not grow with rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, cast, distinct, func, literal, or_, select, union_all
from sqlalchemy.orm import load_only

from app.core import clock
from app.core.db import db
from app.core.forms import whole_number
from app.domains.campaigns.models import Campaign, CampaignLead, CampaignSearch
from app.domains.campaigns.states import CampaignState
from app.domains.contents.models import Content, Writing
from app.domains.contents.states import ContentState, WritingState
from app.domains.leads.models import Lead
from app.domains.publishing.models import Delivery, FiguresDay
from app.domains.publishing.states import DeliveryState

PAGE = 50
# Prospects a campaign's page shows; the list of prospects has them all.
BEST = 10
WEEK_DAYS = 7


@dataclass(frozen=True)
class Metrics:
    """What a campaign brought. Engagement is reactions + comments + shares."""

    leads: int = 0
    contents: int = 0
    published: int = 0
    engagement_total: int = 0
    engagement_change_7d: int = 0
    content_states: dict[str, int] = field(default_factory=dict)
    writing_states: dict[str, int] = field(default_factory=dict)

    @property
    def writing(self) -> int:
        """Count the publications being written."""
        states = (WritingState.DUE, WritingState.RUNNING, WritingState.WAITING_QUOTA)
        return sum(self.writing_states.get(state, 0) for state in states)

    @property
    def pending(self) -> int:
        """Count the publications that await a decision."""
        return self.content_states.get(ContentState.PENDING, 0)


@dataclass(frozen=True)
class Page:
    """Some rows, and what to ask for the following ones (empty on the last page)."""

    items: Sequence[Any]
    next: str = ""


def campaign(workspace_id: int, campaign_id: int) -> Campaign | None:
    """Return one campaign of one workspace."""
    return db.session.scalar(select(Campaign).where(Campaign.id == campaign_id, Campaign.workspace_id == workspace_id))


def campaign_with_search(workspace_id: int, campaign_id: int) -> tuple[Campaign, CampaignSearch | None] | None:
    """Return one campaign of one workspace with its last search."""
    last = select(func.max(CampaignSearch.id)).where(CampaignSearch.campaign_id == campaign_id).scalar_subquery()
    row = db.session.execute(
        select(Campaign, CampaignSearch)
        .outerjoin(CampaignSearch, CampaignSearch.id == last)
        .where(Campaign.id == campaign_id, Campaign.workspace_id == workspace_id)
        .execution_options(populate_existing=True)
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def campaigns(workspace_id: int, *, after: int | None = None, limit: int = PAGE) -> Page:
    """Return a page of campaigns, newest first; `after` is the last id already shown."""
    statement = select(Campaign).where(Campaign.workspace_id == workspace_id)
    if after is not None:
        statement = statement.where(Campaign.id < after)
    rows = db.session.scalars(statement.order_by(Campaign.id.desc()).limit(limit + 1)).all()
    return Page(rows[:limit], str(rows[limit - 1].id) if len(rows) > limit else "")


def campaign_leads(campaign_id: int, *, after: str = "", limit: int = PAGE) -> Page:
    """Return a page of a campaign's prospects, best first; `after` is « score-id » of the last one shown."""
    statement = (
        select(Lead)
        .join(CampaignLead, CampaignLead.lead_id == Lead.id)
        .where(CampaignLead.campaign_id == campaign_id, Lead.merged_into_id.is_(None))
    )
    last_score, last_id = map(whole_number, after.partition("-")[::2])
    if last_score is not None and last_id is not None:
        statement = statement.where(
            or_(CampaignLead.score < last_score,
                and_(CampaignLead.score == last_score, CampaignLead.lead_id < last_id))
        )  # fmt: skip
    order = (CampaignLead.score.desc(), CampaignLead.lead_id.desc())
    rows = db.session.execute(statement.add_columns(CampaignLead.score).order_by(*order).limit(limit + 1)).all()
    shown = rows[:limit]
    return Page([row[0] for row in shown], f"{shown[-1][1]}-{shown[-1][0].id}" if len(rows) > limit else "")


def latest_contents(campaign_id: int, limit: int = 6) -> list[tuple[Content, str]]:
    """Return a campaign's newest publications with their prospects' names."""
    statement = (
        select(Content, Lead.name)
        .join(Lead, Lead.id == Content.lead_id)
        .where(Content.campaign_id == campaign_id)
        .options(load_only(Content.id, Content.state, Content.thumbnail_key, Content.picture_key, Content.alt_text))
        .order_by(Content.id.desc())
        .limit(limit)
    )
    return [(content, name) for content, name in db.session.execute(statement)]


def contents_of_lead(workspace_id: int, lead_id: int) -> list[tuple[Content, Campaign]]:
    """Return what was written for a prospect, newest first, with its campaigns."""
    statement = (
        select(Content, Campaign)
        .join(Campaign, Campaign.id == Content.campaign_id)
        .where(Content.lead_id == lead_id, Content.workspace_id == workspace_id)
        .order_by(Content.id.desc())
        .limit(20)
    )
    return [(content, found) for content, found in db.session.execute(statement)]


def writing_of_lead(workspace_id: int, lead_id: int) -> Writing | None:
    """Return the last publication ordered for a prospect, written or not."""
    mine = (Writing.workspace_id == workspace_id, Writing.lead_id == lead_id, Writing.about_id.is_(None))
    return db.session.scalar(select(Writing).where(*mine).order_by(Writing.id.desc()).limit(1))


def campaigns_of_lead(workspace_id: int, lead_id: int) -> list[Campaign]:
    """Return the campaigns that found a prospect, newest first."""
    statement = (
        select(Campaign)
        .join(CampaignLead, CampaignLead.campaign_id == Campaign.id)
        .where(CampaignLead.lead_id == lead_id, Campaign.workspace_id == workspace_id)
        .order_by(Campaign.id.desc())
        .limit(20)
    )
    return list(db.session.scalars(statement))


def metrics(campaign_ids: Sequence[int]) -> dict[int, Metrics]:
    """Return what each campaign brought, in one query whatever their number."""
    if not campaign_ids:
        return {}
    raw: dict[int, dict[str, int]] = {campaign_id: {} for campaign_id in campaign_ids}
    for campaign_id, kind, count in db.session.execute(union_all(*_counts(campaign_ids))):
        raw[campaign_id][kind] = int(count or 0)
    return {campaign_id: _metrics(counts) for campaign_id, counts in raw.items()}


def unmerged() -> ColumnElement[bool]:
    """Return the clause that leaves merged prospects out of a campaign's; they are few, and have their index."""
    return CampaignLead.lead_id.not_in(select(Lead.id).where(Lead.merged_into_id.is_not(None)))


def holds(lead_id: Any, campaign_id: int) -> ColumnElement[bool]:
    """Return the clause that keeps a campaign's prospects."""
    its_own = select(CampaignLead.lead_id).where(CampaignLead.campaign_id == campaign_id)
    clause: ColumnElement[bool] = lead_id.in_(its_own)
    return clause


def _metrics(counts: dict[str, int]) -> Metrics:
    contents = {kind[8:]: count for kind, count in counts.items() if kind.startswith("content:")}
    writings = {kind[8:]: count for kind, count in counts.items() if kind.startswith("writing:")}
    engagement = counts.get("engagement", 0)
    return Metrics(
        leads=counts.get("leads", 0),
        contents=sum(contents.values()),
        published=counts.get("published", 0),
        engagement_total=engagement,
        engagement_change_7d=engagement - counts.get("engagement_before", 0),
        content_states=contents,
        writing_states=writings,
    )


def _counts(ids: Sequence[int]) -> list[Any]:
    found: Any = select(CampaignLead.campaign_id, literal("leads"), func.count())
    return [
        found.where(CampaignLead.campaign_id.in_(ids), unmerged()).group_by(CampaignLead.campaign_id),
        _by_state(Content, "content:", ids),
        _by_state(Writing, "writing:", ids),
        *_engagement(ids),
    ]


def _by_state(model: type[Content] | type[Writing], prefix: str, ids: Sequence[int]) -> Any:
    kind = literal(prefix) + cast(model.state, String)
    statement: Any = select(model.campaign_id, kind, func.count()).where(model.campaign_id.in_(ids))
    return statement.group_by(model.campaign_id, model.state)


def _engagement(ids: Sequence[int]) -> list[Select[Any]]:
    sent = (Content.campaign_id.in_(ids), Delivery.state == DeliveryState.PUBLISHED)
    joined = select(Content.campaign_id).join(Delivery, Delivery.content_id == Content.id).where(*sent)
    total = func.sum(Delivery.reactions + Delivery.comments + Delivery.shares)
    day = clock.in_seconds(-WEEK_DAYS * 24 * 3600).astimezone(clock.QUEBEC).date().isoformat()
    # A counter only grows: the largest reading up to that day is the last one.
    before = (
        select(FiguresDay.delivery_id, func.max(FiguresDay.engagement).label("engagement"))
        .where(FiguresDay.day <= day)
        .group_by(FiguresDay.delivery_id)
        .subquery()
    )
    then = joined.join(before, before.c.delivery_id == Delivery.id).group_by(Content.campaign_id)
    return [
        # A publication on two accounts is one publication.
        joined.add_columns(literal("published"), func.count(distinct(Content.id))).group_by(Content.campaign_id),
        joined.add_columns(literal("engagement"), total).group_by(Content.campaign_id),
        then.add_columns(literal("engagement_before"), func.sum(before.c.engagement)),
    ]


def campaign_names(workspace_id: int, limit: int = 100) -> list[tuple[int, str]]:
    """Return the launched campaigns one may add prospects to, newest first, by id and name."""
    statement = select(Campaign.id, Campaign.name).where(
        Campaign.workspace_id == workspace_id, Campaign.state != CampaignState.DRAFT
    )
    return [(row.id, row.name) for row in db.session.execute(statement.order_by(Campaign.id.desc()).limit(limit))]


def joinable(workspace_id: int, lead_id: int) -> list[tuple[int, str]]:
    """Return the campaigns one may add a prospect to and that do not hold it, newest first, by id and name."""
    holding = set(db.session.scalars(select(CampaignLead.campaign_id).where(CampaignLead.lead_id == lead_id)))
    return [(campaign_id, name) for campaign_id, name in campaign_names(workspace_id) if campaign_id not in holding]


def trade(workspace_id: int, campaign_id: int) -> str | None:
    """Return the trade of one campaign of one workspace."""
    mine = (Campaign.id == campaign_id, Campaign.workspace_id == workspace_id)
    return db.session.scalar(select(Campaign.industry).where(*mine))
