"""Write one publication: claim, draw, write, judge, keep."""

from __future__ import annotations

from flask import current_app

from app.core import logs
from app.core.storage import StorageError
from app.domains.contents import pictures, picturing
from app.domains.contents.pictures import KeptPicture
from app.domains.contents.picturing import MadePicture
from app.domains.contents.services import claiming, keeping, letting_go
from app.domains.contents.services.asking import note_picture
from app.domains.contents.services.claimed import Claimed
from app.domains.contents.services.composing import MARGIN_SECONDS, CannotWrite, QuotaOver, TryLater, compose
from app.domains.contents.states import WritingKind
from app.providers.errors import ProviderError

LONGEST_PICTURE_SECONDS = 40.0
MOST_PICTURES = 2
STORAGE_WAITS_SECONDS = (10, 30, 60, 300)

log = logs.get("contents.writing")


def write(writing_id: int) -> None:
    """Do what one order asks, or put it back; called twice or late, it does nothing more."""
    settings = current_app.config["SETTINGS"]
    claimed = claiming.take(writing_id, settings.daily_texts_per_workspace)
    if claimed is None:
        return
    try:
        # The model draws while it writes. A rewriting keeps the picture it has.
        pending = None if claimed.kind == WritingKind.REWRITE else picturing.begin(claimed.picture, _seconds(claimed))
        written = compose(claimed)
        picture = _kept(claimed, pending.result()) if pending else None
    except StorageError as error:
        log.warning("picture not kept", writing=writing_id, error=str(error))
        wait = STORAGE_WAITS_SECONDS[min(claimed.tries, len(STORAGE_WAITS_SECONDS)) - 1]
        letting_go.put_off(claimed, wait, reason="storage", new_minute=True)
    except TryLater as later:
        letting_go.put_off(claimed, later.seconds)
    except QuotaOver as over:
        letting_go.await_quota(claimed, over.until, over.note)
    except CannotWrite as failure:
        letting_go.fail(claimed, failure.note)
    except ProviderError as error:
        log.error("no picture", writing=writing_id, error=str(error))
        letting_go.fail(claimed, "picture")
    else:
        keeping.keep(claimed, written, picture)


def _seconds(claimed: Claimed) -> float:
    """Return how long the model may take to draw; no time at all once it has drawn twice in vain, for each is paid."""
    left = claimed.seconds_left - MARGIN_SECONDS - picturing.DRESSING_SECONDS
    return min(left, LONGEST_PICTURE_SECONDS) if claimed.tries <= MOST_PICTURES else 0


def _kept(claimed: Claimed, made: MadePicture) -> KeptPicture:
    if made.call is not None:
        note_picture(claimed.workspace_id, claimed.writing_id, made.call)
    return pictures.keep(made, workspace_id=claimed.workspace_id, owner=f"writing-{claimed.writing_id}")
