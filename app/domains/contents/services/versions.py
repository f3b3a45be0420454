"""Keep every text a publication has had."""

from __future__ import annotations

from app.core.db import db
from app.domains.contents.models import Content, ContentVersion


def keep_version(content: Content, cause: str, *, by: int | None = None, wish: str = "") -> None:
    """Note the present text under the publication's `revision`, in the present transaction.

    `cause`: see ContentVersion. Whoever changes a text raises `revision` in the same UPDATE, then calls this.
    """
    db.session.add(
        ContentVersion(
            content_id=content.id,
            number=content.revision,
            cause=cause,
            wish=wish,
            text=content.text,
            hashtags=list(content.hashtags),
            alt_text=content.alt_text,
            writer=content.writer,
            prompt_version=content.prompt_version,
            score=content.score,
            by_id=by,
        )
    )
