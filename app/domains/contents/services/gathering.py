"""Gather what one try at writing needs, while its transaction lasts."""

from __future__ import annotations

import hashlib
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
from app.providers.contracts import Intention, Wish, WritingRequest

# Nobody reads more of a campaign at once, and a model pays for each word.
MOST_OTHERS = 60


def gathered(writing: Writing, lead: Lead, deadline: datetime) -> Claimed:
    """Return all a claimed writing needs once its transaction is over."""
    workspace = workspace_by_id(writing.workspace_id)
    about = db.session.get(Content, writing.about_id) if writing.about_id else None
    others = queries.latest_texts(writing.campaign_id, MOST_OTHERS, besides=_rewritten(writing))
    seed = _seed(writing)
    subject = queries.subject(workspace, lead.id)
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
        picture=pictures.request_for(subject, workspace, seed=seed, occasion=about.occasion if about else ""),
        request=_request(writing, workspace, subject, about, others),
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
    return WritingRequest(
        lead=subject.lead,
        business=subject.business,
        today=clock.today(),
        seed=_seed(writing),
        avoid_openings=queries.openings(writing.campaign_id),
        avoid_texts=others,
        intention=_intention(writing, about),
        tone=workspace.tone,
        occasion=about.occasion if about else "",
        wish=Wish(writing.wish) if writing.wish else None,
        current_text=about.text if about else "",
        offer_words=writing.offer_words,
    )


def _intention(writing: Writing, about: Content | None) -> Intention:
    if writing.intention:
        return Intention(writing.intention)
    return Intention(about.intention) if about else Intention.PRESENTATION
