"""Write one publication: claim, draw, write, judge, keep."""

from __future__ import annotations

from flask import current_app

from app.core import logs
from app.core.storage import StorageError
from app.domains.contents import pictures
from app.domains.contents.pictures import KeptPicture
from app.domains.contents.services import claiming, keeping, letting_go
from app.domains.contents.services.claimed import Claimed
from app.domains.contents.services.composing import CannotWrite, QuotaOver, TryLater, compose
from app.domains.contents.states import WritingKind
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
        # The picture first: a storage that fails then costs no text. A rewriting keeps the one it has.
        picture = None if claimed.kind == WritingKind.REWRITE else _picture(claimed)
        written = compose(claimed)
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


def _picture(claimed: Claimed) -> KeptPicture:
    return pictures.draw(claimed.picture, workspace_id=claimed.workspace_id, owner=f"writing-{claimed.writing_id}")
