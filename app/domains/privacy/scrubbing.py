"""Take a person out of the rows and the files of others that quote her."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Table, delete, exists, select, update
from sqlalchemy.engine import RowMapping

from app.core import crypto
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents import pictures
from app.domains.contents.models import Content, ContentDecision
from app.domains.contents.states import ContentState
from app.domains.leads.models import CachedPlace, Lead, LeadImport
from app.domains.leads.states import ImportState
from app.domains.notifications.models import Mail
from app.domains.privacy import erasing_words, scope, tracing
from app.domains.privacy.kept import DELETED_WHOLE, KEPT_OF_PERSON
from app.domains.privacy.models import PrivacyExport, PrivacyRequest
from app.domains.privacy.needles import GONE, Needles
from app.domains.privacy.states import RequestState
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState

BARE = {"synchronize_session": False}
_APART = {Content.__tablename__, Mail.__tablename__, ContentDecision.__tablename__, PrivacyExport.__tablename__}


def check(workspace_id: int, needles: Needles) -> None:
    """Refuse while something that may name the person is on its way.

    Raises:
        Conflict: an import runs, or a publication that quotes her is being sent.
    """
    running = exists().where(LeadImport.workspace_id == workspace_id, LeadImport.state == ImportState.RUNNING)
    if db.session.scalar(select(running)):
        raise Conflict("importing", erasing_words.IMPORTING)
    _hold(list(tracing.quoting(workspace_id, scope.table_of(Content), needles)))


def scrub(workspace_id: int, needles: Needles) -> list[str]:
    """Take a person out of every row that quotes her, in the present transaction.

    Returns:
        The keys of the pictures to delete once it is committed.

    Raises:
        Conflict: a publication that quotes her is being sent.
    """
    keys = scrub_contents(workspace_id, needles)
    _mails(workspace_id, needles)
    _decisions(workspace_id, needles)
    for table in scope.tables():
        if table.name not in _APART and table.name not in KEPT_OF_PERSON:
            _rows(workspace_id, table, needles)
    _cache(needles)
    return keys


def _hold(contents: Sequence[RowMapping]) -> None:
    """Let nobody take these publications to be sent before the present transaction ends.

    Raises:
        Conflict: one is being sent.
    """
    ids = [row["id"] for row in contents]
    db.session.execute(select(Content.id).where(Content.id.in_(ids)).order_by(Content.id).with_for_update())
    theirs = select(Delivery.state).where(Delivery.content_id.in_(ids)).order_by(Delivery.id).with_for_update()
    if ids and DeliveryState.SENDING in db.session.scalars(theirs).all():
        raise Conflict("sending", erasing_words.SENDING)


def _rows(workspace_id: int, table: Table, needles: Needles) -> None:
    rows = list(tracing.quoting(workspace_id, table, needles))
    if table.name == PrivacyRequest.__tablename__:
        # She is still to be answered at her address.
        rows = [row for row in rows if row["state"] != RequestState.OPEN]
    for row in rows:
        mine = table.c.id == row["id"]
        if table.name in DELETED_WHOLE:
            db.session.execute(delete(table).where(mine))
        else:
            db.session.execute(update(table).where(mine).values(_without(table, row, needles)))


def _without(table: Table, row: Any, needles: Needles) -> dict[str, Any]:
    said = {column.name: row[column.name] for column in scope.texts(table)}
    left = {name: needles.without(value) for name, value in said.items()
            if value and not scope.is_code(table, name, value) and needles.are_in(value)}  # fmt: skip
    # An address or a number of another prospect's that was hers is none at all, not a word to call.
    return {name: "" if (table.name, value) == (Lead.__tablename__, GONE) else value for name, value in left.items()}


def scrub_contents(workspace_id: int, needles: Needles) -> list[str]:
    """Delete what quotes a person and is not out; what is out keeps its figures, without her nor its picture.

    Returns:
        The keys of the pictures to delete once it is committed.

    Raises:
        Conflict: one of them is being sent.
    """
    rows = list(tracing.quoting(workspace_id, scope.table_of(Content), needles))
    _hold(rows)
    for row in rows:
        mine = scope.table_of(Content).c.id == row["id"]
        if row["state"] == ContentState.PUBLISHED:
            words = _without(scope.table_of(Content), row, needles)
            db.session.execute(
                update(scope.table_of(Content)).where(mine).values(words | {"picture_key": "", "thumbnail_key": ""})
            )
        else:
            db.session.execute(delete(scope.table_of(Content)).where(mine))
    kept = [row[name] for row in rows for name in ("picture_key", "thumbnail_key") if row[name]]
    return [key for each in kept for key in pictures.files_of(each)]


def _mails(workspace_id: int, needles: Needles) -> None:
    mails = db.session.scalars(select(Mail).where(Mail.workspace_id == workspace_id))
    named = [row.id for row in mails if any(map(needles.are_in, _words(row)))]
    if named:
        db.session.execute(delete(Mail).where(Mail.id.in_(named)).execution_options(**BARE))


def _words(row: Mail) -> Iterator[str]:
    yield from (row.subject, row.recipient)
    for text in (row.text, row.html):
        try:
            yield crypto.unseal(text) if row.is_sealed and text else text
        except crypto.UnreadableSecret:
            # Sealed with a key that is gone: nobody reads it any more.
            continue


def _decisions(workspace_id: int, needles: Needles) -> None:
    """Empty the headings that name her: the log keeps who decided what, and the database lets no more be changed."""
    table = scope.table_of(ContentDecision)
    rows = [row["id"] for row in tracing.quoting(workspace_id, table, needles) if needles.are_in(row["heading"])]
    if rows:
        db.session.execute(update(table).where(table.c.id.in_(rows)).values(heading=""))


def _cache(needles: Needles) -> None:
    """Forget what Google said of her, whoever looked: it is a cache, and is asked for again."""
    named = [row.id for row in db.session.scalars(select(CachedPlace)) if needles.are_in(row.facts)]
    if named:
        db.session.execute(delete(CachedPlace).where(CachedPlace.id.in_(named)).execution_options(**BARE))
