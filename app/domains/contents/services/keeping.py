"""Keep what was written: as a publication, or in the place of the text it is about."""

from __future__ import annotations

from app.core import clock, logs
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import emit
from app.core.states import claim
from app.domains.contents import wording
from app.domains.contents.judging import as_columns, quality
from app.domains.contents.models import Content, Writing
from app.domains.contents.pictures import KeptPicture
from app.domains.contents.services import letting_go
from app.domains.contents.services.claimed import Claimed
from app.domains.contents.services.composing import Written
from app.domains.contents.services.deciding import reopen
from app.domains.contents.services.storing import Change, replace_text
from app.domains.contents.services.versions import keep_version
from app.domains.contents.states import WRITING_MOVES, ContentState, WritingKind, WritingState
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.leads.states import LeadState

CHANGED = "changed"
SAME = "same"

log = logs.get("contents.writing")


def keep(claimed: Claimed, written: Written, picture: KeptPicture | None) -> None:
    """Keep a text, end its writing, and commit; nothing is kept when another try has taken over."""
    writing = db.session.get(Writing, claimed.writing_id, populate_existing=True)
    lead = db.session.get(Lead, claimed.lead_id, populate_existing=True)
    if writing is None or lead is None:
        # The campaign was deleted meanwhile.
        db.session.rollback()
        return
    if picture is None:
        _rewrite(claimed, written, writing)
        return
    content = _added(claimed, written, picture)
    if not _ended(writing, claimed, content.id):
        # Our lease ran out, and another try has taken over.
        db.session.rollback()
        return
    if claimed.kind == WritingKind.FIRST:
        leads.mark(lead, LeadState.WRITTEN, only_from=LeadState.WRITING, writing_lease_until=None)
        payload = {"campaign_id": content.campaign_id, "content_id": content.id, "score": content.score}
        emit("content.ready", content.id, workspace_id=content.workspace_id, payload=payload)
    db.session.commit()
    _log(claimed, written, content)


def _rewrite(claimed: Claimed, written: Written, writing: Writing) -> None:
    content = db.session.get(Content, claimed.about_id, populate_existing=True)
    try:
        if content is None or content.updated_at > writing.ordered_at:
            raise Conflict(CHANGED, wording.TEXT_CHANGED)
        if content.text == written.text:
            raise Conflict(SAME, wording.TEXT_CHANGED)
        reopen(content, writing.ordered_by)
        replace_text(content, _change(claimed, written, writing, content), claimed.subject)
    except Conflict as refusal:
        db.session.rollback()
        letting_go.fail(claimed, SAME if refusal.code == SAME else CHANGED)
        return
    if not _ended(writing, claimed, content.id):
        db.session.rollback()
        return
    db.session.commit()
    _log(claimed, written, content)


def _change(claimed: Claimed, written: Written, writing: Writing, content: Content) -> Change:
    return Change(
        text=written.text,
        hashtags=content.hashtags,
        alt_text=content.alt_text,
        writer=written.draft.writer,
        cause="rewritten",
        by=writing.ordered_by,
        wish=writing.wish,
        note=written.note,
        model=written.draft.model[:60],
        prompt_version=written.draft.prompt_version[:80],
    )


def _ended(writing: Writing, claimed: Claimed, content_id: int) -> bool:
    mine = (Writing.tries == claimed.tries,)
    return claim(writing, WritingState.DONE, moves=WRITING_MOVES, only_from=WritingState.RUNNING, where=mine,
                 content_id=content_id, lease_until=None, ended_at=clock.now(), reason="")  # fmt: skip


def _added(claimed: Claimed, written: Written, picture: KeptPicture) -> Content:
    """Add the publication: the draft is its first version, and what the gate mended in it the second."""
    draft = written.draft
    content = _content(claimed, written, picture)
    given = draft.text.strip()
    content.text, content.hashtags = given, list(draft.hashtags)
    db.session.add(content)
    db.session.flush()
    keep_version(content, "written")
    if (given, list(draft.hashtags)) != (written.text, list(written.hashtags)):
        content.text, content.hashtags, content.revision = written.text, list(written.hashtags), 2
        db.session.flush()
        keep_version(content, "repaired")
    return content


def _content(claimed: Claimed, written: Written, picture: KeptPicture) -> Content:
    found = quality(written.text, written.hashtags, picture.alt_text, claimed.subject, has_picture=True)
    draft, request = written.draft, claimed.request
    return Content(
        workspace_id=claimed.workspace_id,
        campaign_id=claimed.campaign_id,
        lead_id=claimed.lead_id,
        variant_of=_root(claimed),
        state=ContentState.PENDING,
        alt_text=picture.alt_text[:500],
        picture_key=picture.picture_key,
        thumbnail_key=picture.thumbnail_key,
        picture_kind=picture.kind,
        picture_note=picture.note,
        intention=request.intention,
        occasion=request.occasion,
        tone=request.tone,
        writer=draft.writer,
        writer_note=written.note,
        model=draft.model[:60],
        prompt_version=draft.prompt_version[:80],
        **as_columns(found, written.flags),
    )


def _root(claimed: Claimed) -> int | None:
    about = db.session.get(Content, claimed.about_id) if claimed.about_id else None
    return (about.variant_of or about.id) if about else None


def _log(claimed: Claimed, written: Written, content: Content) -> None:
    log.info("written", writing=claimed.writing_id, content=content.id, writer=content.writer, note=written.note,
             input_count=written.draft.prompt_tokens, output_count=written.draft.output_tokens)  # fmt: skip
