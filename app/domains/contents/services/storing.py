"""Give a publication another text: judge it, keep the former one, in the present transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import exists, select, update

from app.core import clock
from app.core.db import changed, db
from app.core.errors import Conflict
from app.domains.contents import wording
from app.domains.contents.judging import PERSON, Subject, as_columns, judged, quality
from app.domains.contents.models import Content, ContentVersion
from app.domains.contents.services import decisions
from app.domains.contents.services.decisions import UNSAID, Origin
from app.domains.contents.services.versions import keep_version


@dataclass(frozen=True)
class Change:
    """A text to put in the place of another. `cause` and `wish`: see ContentVersion.

    `picture` holds the columns of a picture that changes too.
    """

    text: str
    hashtags: Sequence[str]
    alt_text: str
    writer: str
    cause: str
    by: int | None = None
    wish: str = ""
    note: str = ""
    model: str = ""
    prompt_version: str = ""
    origin: Origin = UNSAID
    picture: Mapping[str, str] = field(default_factory=dict)


def replace_text(content: Content, change: Change, subject: Subject) -> None:
    """Put `change` in the place of the present text; a first approval was of that one, and falls.

    Raises:
        Conflict: somebody changed or decided it meanwhile.
    """
    _keep_present(content)
    flags = judged(change.text, change.hashtags, subject, by_machine=change.writer != PERSON)
    has_picture = bool(content.picture_key or change.picture)
    found = quality(change.text, change.hashtags, change.alt_text, subject, has_picture=has_picture)
    statement = (
        update(Content)
        .where(Content.id == content.id, Content.state == content.state, Content.updated_at == content.updated_at)
        .values(
            text=change.text,
            hashtags=list(change.hashtags),
            alt_text=change.alt_text,
            writer=change.writer,
            writer_note=change.note,
            model=change.model,
            prompt_version=change.prompt_version,
            revision=Content.revision + 1,
            first_approved_at=None,
            first_approved_by=None,
            updated_at=clock.now(),
            **as_columns(found, flags),
            **change.picture,
        )
        .execution_options(synchronize_session=False)
    )
    if changed(statement) != 1:
        raise Conflict("changed", wording.TEXT_CHANGED)
    db.session.refresh(content)
    keep_version(content, change.cause, by=change.by, wish=change.wish)
    decisions.record(content, change.cause, by=change.by, origin=change.origin)


def _keep_present(content: Content) -> None:
    """Note the present text where nothing did: a publication of the demonstration is written whole."""
    known = exists().where(ContentVersion.content_id == content.id, ContentVersion.number == content.revision)
    if not db.session.scalar(select(known)):
        keep_version(content, "written")
