"""Order another text about a publication: a variant to keep beside it, or the same one said otherwise."""

from __future__ import annotations

from sqlalchemy import func, or_, select

from app.core import clock
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents import wording
from app.domains.contents.models import Content, Writing
from app.domains.contents.services.ordering import OPEN, WRITE_JOB
from app.domains.contents.states import ContentState, WritingKind
from app.domains.leads.models import Lead
from app.domains.workspaces.services import workspace_by_id
from app.providers.contracts import Intention, Wish, intentions_of

MOST_VARIANTS = 3


def order_variant(content: Content, by: int, intention: str = "", offer_words: str = "") -> Writing:
    """Order another version of a publication, to be kept beside it, and commit.

    Raises:
        Conflict: no prospect, three versions already, one under way, an offer nobody worded,
            an intention a trade refuses, or a demonstration.
    """
    root = content.variant_of or content.id
    family = or_(Content.id == root, Content.variant_of == root)
    # Two taps at once count one after the other.
    db.session.execute(select(Content.id).where(family).order_by(Content.id).with_for_update())
    kept = select(func.count(Content.id)).where(family, Content.state != ContentState.REJECTED)
    coming = select(func.count(Writing.id)).where(
        Writing.about_id.in_(select(Content.id).where(family, Content.id != content.id)),
        Writing.kind == WritingKind.VARIANT,
        Writing.state.in_(OPEN),
    )
    if (db.session.scalar(kept) or 0) + (db.session.scalar(coming) or 0) >= MOST_VARIANTS:
        raise Conflict("too_many_variants", wording.TOO_MANY_VARIANTS)
    given = Intention(intention) if intention else None
    if given and not _suits(given, content):
        raise Conflict("not_for_trade", wording.NOT_FOR_TRADE)
    if given == Intention.OFFER and not offer_words.strip():
        raise Conflict("offer_words_needed", wording.OFFER_WORDS_NEEDED)
    return _order(content, by, kind=WritingKind.VARIANT, intention=intention, offer_words=offer_words[:300])


def _suits(intention: Intention, content: Content) -> bool:
    lead = db.session.get(Lead, content.lead_id) if content.lead_id else None
    trades = {workspace_by_id(content.workspace_id).industry, lead.industry if lead else ""}
    return all(intention in intentions_of(trade).by_person for trade in trades)


def order_rewriting(content: Content, by: int, wish: Wish) -> Writing:
    """Order the same text said otherwise, in its place, and commit.

    Raises:
        Conflict: published, no prospect, a text under way, or a demonstration.
    """
    if content.state == ContentState.PUBLISHED:
        raise Conflict(*wording.ALREADY[content.state])
    return _order(content, by, kind=WritingKind.REWRITE, wish=str(wish))


def _order(content: Content, by: int, *, kind: WritingKind, **values: str) -> Writing:
    if workspace_by_id(content.workspace_id).is_demo:
        raise Conflict("demo", wording.DEMO)
    if content.lead_id is None or content.campaign_id is None:
        raise Conflict("no_prospect", wording.NO_PROSPECT)
    # The second of two taps waits for the first, and finds its order.
    db.session.execute(select(Content.id).where(Content.id == content.id).with_for_update())
    running = select(Writing.id).where(Writing.about_id == content.id, Writing.state.in_(OPEN))
    if db.session.scalar(running.limit(1)) is not None:
        raise Conflict("being_written", wording.BEING_WRITTEN)
    writing = Writing(
        workspace_id=content.workspace_id,
        campaign_id=content.campaign_id,
        lead_id=content.lead_id,
        about_id=content.id,
        kind=kind,
        ordered_by=by,
        # What changes in the publication from now on makes a rewriting stale.
        ordered_at=clock.now(),
        **values,
    )
    db.session.add(writing)
    db.session.flush()
    ring_after_commit(WRITE_JOB, writing.id, on="now")
    db.session.commit()
    return writing
