"""Questions about publications; each load is given the workspace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, load_only

from app.core import clock
from app.core.db import db
from app.domains.contents.judging import PERSON, Flag, Subject, judged
from app.domains.contents.models import Content, ContentVersion, Writing
from app.domains.contents.states import ContentState
from app.domains.leads import queries as leads
from app.domains.leads.models import Lead
from app.domains.workspaces.models import Workspace
from app.providers.contracts import BusinessFacts, Intention, LeadFacts

PAGE = 50
RECENT = 30
# Nobody reads more of a campaign at once, and a model pays for each word.
MOST_OTHERS = 60
# Thirty signs at least: « Dr. » ends no sentence.
_FIRST_SENTENCE = re.compile(r".{30,}?[.!?…](?=\s|$)", re.DOTALL)
_CARD = (Lead.id, Lead.name, Lead.city, Lead.industry)


@dataclass(frozen=True)
class Page:
    """Some publications with their prospects, and the `after` of the following ones (None on the last page)."""

    items: list[Content]
    next: int | None

    def __iter__(self) -> Iterator[Content]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def content(workspace_id: int, content_id: int) -> Content | None:
    """Return one publication of one workspace, with its prospect."""
    return db.session.scalar(
        select(Content)
        .where(Content.id == content_id, Content.workspace_id == workspace_id)
        .options(joinedload(Content.lead).options(load_only(*_CARD)))
    )


def gallery(
    workspace_id: int,
    *,
    state: str | None = None,
    campaign_id: int | None = None,
    after: int | None = None,
    limit: int = PAGE,
) -> Page:
    """Return a page of publications, newest first; `after` is the last id already shown."""
    statement = select(Content).where(Content.workspace_id == workspace_id)
    if state is not None:
        statement = statement.where(Content.state == state)
    if campaign_id is not None:
        statement = statement.where(Content.campaign_id == campaign_id)
    if after is not None:
        statement = statement.where(Content.id < after)
    statement = statement.options(joinedload(Content.lead).options(load_only(*_CARD)))
    rows = list(db.session.scalars(statement.order_by(Content.id.desc()).limit(limit + 1)))
    return Page(rows[:limit], rows[limit - 1].id if len(rows) > limit else None)


def next_pending(workspace_id: int, after: int | None = None, *, not_first_by: int | None = None) -> Content | None:
    """Return the publication to decide on after this one: the next older, else the newest that waits.

    `not_first_by` leaves out what this person approved a first time already.
    """
    statement = (
        select(Content)
        .where(Content.workspace_id == workspace_id, Content.state == ContentState.PENDING)
        .options(joinedload(Content.lead).options(load_only(*_CARD)))
        .order_by(Content.id.desc())
        .limit(1)
    )
    if not_first_by is not None:
        statement = statement.where(Content.first_approved_by.is_distinct_from(not_first_by))
    found = db.session.scalar(statement.where(Content.id < after)) if after is not None else None
    return found or db.session.scalar(statement)


def recent_texts(content: Content) -> list[str]:
    """Return the texts of the workspace's last thirty approved or published ones, this one apart."""
    statement = (
        select(Content.text)
        .where(
            Content.workspace_id == content.workspace_id,
            Content.id != content.id,
            Content.state.in_((ContentState.APPROVED, ContentState.PUBLISHED)),
        )
        .order_by(Content.decided_at.desc().nulls_last(), Content.id.desc())
        .limit(RECENT)
    )
    return list(db.session.scalars(statement))


def openings(campaign_id: int) -> list[str]:
    """Return the first sentences of a campaign's publications, in the order they were written."""
    statement = select(func.substr(Content.text, 1, 400)).where(Content.campaign_id == campaign_id)
    texts = db.session.scalars(statement.order_by(Content.id))
    return [found[0] if (found := _FIRST_SENTENCE.match(text)) else text for text in texts]


def latest_texts(workspace_id: int, campaign_id: int | None, *, besides: int | None = None) -> list[str]:
    """Return a campaign's latest texts, newest first, one publication apart; without a campaign, one's own texts."""
    statement = select(Content.text).where(Content.workspace_id == workspace_id, Content.campaign_id == campaign_id)
    if besides is not None:
        statement = statement.where(Content.id != besides)
    return list(db.session.scalars(statement.order_by(Content.id.desc()).limit(MOST_OTHERS)))


def written_today(workspace_id: int) -> int:
    """Count the publications written since midnight in Québec."""
    midnight = datetime.combine(clock.today(), time(), clock.QUEBEC).astimezone(UTC)
    statement = select(func.count(Content.id))
    return db.session.scalar(statement.where(Content.workspace_id == workspace_id, Content.created_at >= midnight)) or 0


def subject(workspace: Workspace, lead_id: int | None) -> Subject:
    """Return whom a publication presents and who signs it; one's own publication presents its author."""
    business = BusinessFacts(
        name=workspace.name,
        industry=workspace.industry,
        city=workspace.city,
        form_of_address=workspace.form_of_address,
        industry_words=workspace.industry_words,
        permit_name=workspace.permit_name,
        permit_title=workspace.permit_title,
        agency_name=workspace.agency_name,
    )
    own = LeadFacts(business.name, business.industry, business.city, industry_words=business.industry_words)
    return Subject(own if lead_id is None else leads.facts(lead_id), business)


def subject_of(content: Content, workspace: Workspace) -> Subject:
    """Return whom a publication presents, with the offer it was asked to tell of."""
    return replace(subject(workspace, content.lead_id), offer_words=offer_words(content))


def subject_among(content: Content, workspace: Workspace) -> Subject:
    """Return the subject of a publication with the texts it stands among, as its score is judged by."""
    others = latest_texts(workspace.id, content.campaign_id, besides=content.id)
    return replace(subject_of(content, workspace), others=others)


def offer_words(content: Content) -> str:
    """Return the offer a person worded for a publication, empty for all but an offer."""
    if content.intention != Intention.OFFER:
        return ""
    statement = select(Writing.offer_words).where(Writing.content_id == content.id, Writing.offer_words != "")
    return db.session.scalar(statement.limit(1)) or ""


def present_flags(content: Content, workspace: Workspace) -> list[Flag]:
    """Judge a publication by the present profile, which may have changed since it was written."""
    return judged(content.text, content.hashtags, subject_of(content, workspace), by_machine=content.writer != PERSON)


def writing_about(content_id: int) -> Writing | None:
    """Return the last text ordered about a publication, done or not."""
    statement = select(Writing).where(Writing.about_id == content_id)
    return db.session.scalar(statement.order_by(Writing.id.desc()).limit(1))


def variants(content: Content) -> list[Content]:
    """Return a publication and its other versions, oldest first, rejected ones apart; itself always."""
    root = content.variant_of or content.id
    statement = select(Content).where(
        Content.workspace_id == content.workspace_id,
        or_(Content.id == root, Content.variant_of == root),
        or_(Content.state != ContentState.REJECTED, Content.id == content.id),
    )
    return list(db.session.scalars(statement.order_by(Content.id)))


def versions(content_id: int) -> list[ContentVersion]:
    """Return the texts a publication has had, newest first."""
    statement = select(ContentVersion).where(ContentVersion.content_id == content_id)
    return list(db.session.scalars(statement.order_by(ContentVersion.number.desc())))
