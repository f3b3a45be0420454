"""Write one publication: claim, draw, write, judge, keep."""

from __future__ import annotations

from flask import current_app

from app.core import clock, logs
from app.core.db import db
from app.core.events import emit
from app.core.states import claim
from app.core.storage import StorageError
from app.domains.contents import pictures
from app.domains.contents.judging import as_columns, quality
from app.domains.contents.models import Content, Writing
from app.domains.contents.pictures import KeptPicture
from app.domains.contents.services import claiming
from app.domains.contents.services.claiming import Claimed
from app.domains.contents.services.composing import CannotWrite, QuotaOver, TryLater, Written, compose
from app.domains.contents.states import WRITING_MOVES, ContentState, WritingState
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.leads.states import LeadState
from app.providers.errors import ProviderError

STORAGE_WAITS_SECONDS = (10, 30, 60, 300)

log = logs.get("contents.writing")


def write(writing_id: int) -> None:
    """Do what one order asks, or put it back; called twice or late, it does nothing more."""
    settings = current_app.config["SETTINGS"]
    claimed = claiming.take(writing_id, settings.daily_texts_per_workspace)
    if claimed is None:
        return
    try:
        # The picture first: a storage that fails then costs no text.
        picture = pictures.draw(claimed.picture, workspace_id=claimed.workspace_id, owner=f"writing-{writing_id}")
        written = compose(claimed)
    except StorageError as error:
        log.warning("picture not kept", writing=writing_id, error=str(error))
        wait = STORAGE_WAITS_SECONDS[min(claimed.tries, len(STORAGE_WAITS_SECONDS)) - 1]
        claiming.put_off(claimed, wait, reason="storage", new_minute=True)
    except TryLater as later:
        claiming.put_off(claimed, later.seconds)
    except QuotaOver as over:
        claiming.await_quota(claimed, over.until, over.note)
    except CannotWrite as failure:
        claiming.fail(claimed, failure.note)
    except ProviderError as error:
        log.error("no picture", writing=writing_id, error=str(error))
        claiming.fail(claimed, "picture")
    else:
        _keep(claimed, written, picture)


def _keep(claimed: Claimed, written: Written, picture: KeptPicture) -> None:
    content = _content(claimed, written, picture)
    writing = db.session.get(Writing, claimed.writing_id, populate_existing=True)
    lead = db.session.get(Lead, claimed.lead_id, populate_existing=True)
    if writing is None or lead is None:
        # The campaign was deleted meanwhile.
        db.session.rollback()
        return
    db.session.add(content)
    db.session.flush()
    mine = (Writing.tries == claimed.tries,)
    if not claim(writing, WritingState.DONE, moves=WRITING_MOVES, only_from=WritingState.RUNNING, where=mine,
                 content_id=content.id, lease_until=None, ended_at=clock.now(), reason=""):  # fmt: skip
        # Our lease ran out, and another try has taken over.
        db.session.rollback()
        return
    leads.mark(lead, LeadState.WRITTEN, only_from=LeadState.WRITING, writing_lease_until=None)
    payload = {"campaign_id": content.campaign_id, "content_id": content.id, "score": content.score}
    emit("content.ready", content.id, workspace_id=content.workspace_id, payload=payload)
    db.session.commit()
    log.info("written", writing=writing.id, content=content.id, writer=content.writer, note=written.note,
             input_count=written.draft.prompt_tokens, output_count=written.draft.output_tokens)  # fmt: skip


def _content(claimed: Claimed, written: Written, picture: KeptPicture) -> Content:
    found = quality(written.text, written.hashtags, picture.alt_text, claimed.subject, has_picture=True)
    return Content(
        workspace_id=claimed.workspace_id,
        campaign_id=claimed.campaign_id,
        lead_id=claimed.lead_id,
        state=ContentState.PENDING,
        text=written.text,
        hashtags=list(written.hashtags),
        alt_text=picture.alt_text[:500],
        picture_key=picture.picture_key,
        thumbnail_key=picture.thumbnail_key,
        writer=written.draft.writer,
        writer_note=written.note,
        model=written.draft.model[:60],
        **as_columns(found, written.flags),
    )
