"""Gather what one try at writing needs, while its transaction lasts."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from app.core import clock
from app.core.db import db
from app.domains.contents import pictures, queries
from app.domains.contents.judging import Subject
from app.domains.contents.models import Content, Writing
from app.domains.contents.services.claimed import Claimed
from app.domains.contents.states import WritingKind
from app.domains.leads.models import Lead
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.services import workspace_by_id
from app.providers.contracts import Intention, Wish, WritingRequest, intentions_of
from app.providers.occasions import occasions_on

SEASONAL = (Intention.SEASON, Intention.EVENT)


def gathered(writing: Writing, lead: Lead, deadline: datetime) -> Claimed:
    """Return all a claimed writing needs once its transaction is over."""
    workspace = workspace_by_id(writing.workspace_id)
    about = db.session.get(Content, writing.about_id) if writing.about_id else None
    others = queries.latest_texts(writing.workspace_id, writing.campaign_id, besides=_rewritten(writing))
    offer = writing.offer_words or (queries.offer_words(about) if about else "")
    subject = replace(queries.subject(workspace, lead.id), offer_words=offer, others=others)
    request = _request(writing, workspace, subject, about, others)
    return Claimed(
        writing_id=writing.id,
        workspace_id=writing.workspace_id,
        campaign_id=writing.campaign_id,
        lead_id=lead.id,
        kind=WritingKind(writing.kind),
        about_id=writing.about_id,
        tries=writing.tries,
        deadline=deadline,
        subject=subject,
        picture=pictures.request_for(subject, workspace, seed=request.seed, occasion=request.occasion),
        request=request,
        others=others,
    )


def _rewritten(writing: Writing) -> int | None:
    return writing.about_id if writing.kind == WritingKind.REWRITE else None


def _seed(writing: Writing) -> int:
    # Two campaigns, two prospects or two tries after a rejection never draw the same text.
    print_ = hashlib.sha256(f"{writing.campaign_id}-{writing.lead_id}-{writing.id}".encode()).digest()
    return int.from_bytes(print_[:6], "big")


def _request(
    writing: Writing, workspace: Workspace, subject: Subject, about: Content | None, others: list[str]
) -> WritingRequest:
    intention = _intention(writing, about, subject.lead.industry)
    return WritingRequest(
        lead=subject.lead,
        business=subject.business,
        today=clock.today(),
        seed=_seed(writing),
        avoid_openings=queries.openings(writing.campaign_id),
        avoid_texts=others,
        intention=intention,
        tone=workspace.tone,
        occasion=_occasion(intention, about),
        wish=Wish(writing.wish) if writing.wish else None,
        current_text=about.text if about else "",
        offer_words=subject.offer_words,
    )


def _intention(writing: Writing, about: Content | None, industry: str) -> Intention:
    if writing.intention:
        return Intention(writing.intention)
    if about is not None:
        return Intention(about.intention)
    # A campaign's publications differ by what they are for; to present comes twice as often.
    may_be = (Intention.PRESENTATION, *intentions_of(industry).by_machine)
    return may_be[_seed(writing) % len(may_be)]


def _occasion(intention: Intention, about: Content | None) -> str:
    if about is not None and about.occasion:
        return about.occasion
    today = occasions_on(clock.today()) if intention in SEASONAL else []
    return today[0].key if today else ""
