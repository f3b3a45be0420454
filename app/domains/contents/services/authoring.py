"""A person's own publications: from scratch, from another, from an earlier text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.states import claim
from app.domains.contents import hashtags as tags
from app.domains.contents import pictures, queries, wording
from app.domains.contents.judging import PERSON, as_columns, judged, quality
from app.domains.contents.models import LONGEST_TITLE, Content
from app.domains.contents.services import decisions
from app.domains.contents.services.decisions import UNSAID, Origin
from app.domains.contents.services.editing import TextRefused, present, put, refuse_unsendable
from app.domains.contents.services.versions import keep_version
from app.domains.contents.states import MOVES, ContentState
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.services import workspace_by_id
from app.providers.contracts import PictureRequest

FURTHEST = timedelta(days=366)


def write_own(workspace_id: int, by: int, title: str, text: str, hashtags: Sequence[str]) -> Content:
    """Keep a publication of one's own, with a drawn picture, to be decided on like any other; commit.

    Raises:
        TextRefused: it cannot be sent.
        Conflict: a demonstration.
        StorageError: the picture could not be kept.
    """
    workspace = workspace_by_id(workspace_id)
    values = {"text": text.replace("\r\n", "\n"), "hashtags": tags.typed(hashtags), "alt_text": ""}
    refuse_unsendable(values)
    _refuse_demo(workspace)
    content = Content(workspace_id=workspace_id, title=_title(title, text), writer=PERSON, **values)
    request = _picture(workspace, f"{workspace_id}-{text}")
    # No transaction waits for a drawing.
    db.session.commit()
    kept = pictures.draw(request, workspace_id=workspace_id, owner=f"own-{by}-{clock.now().timestamp()}")
    content.picture_key, content.thumbnail_key = kept.picture_key, kept.thumbnail_key
    content.alt_text = kept.alt_text[:500]
    return _kept(content, workspace, by)


def duplicate(content: Content, by: int) -> Content:
    """Copy a publication into a draft of one's own, and commit.

    Raises:
        Conflict: a demonstration.
        StorageError: its picture could not be copied.
    """
    workspace = workspace_by_id(content.workspace_id)
    _refuse_demo(workspace)
    copied = (
        "workspace_id", "lead_id", "text", "hashtags", "alt_text", "picture_kind", "intention", "occasion", "tone",
        # Whose words they are, they stay: a machine's claims still block.
        "writer", "model", "prompt_version",
    )  # fmt: skip
    # A file has one owner: one of the two may be deleted without the other.
    owner = f"copy-{content.id}-{by}-{clock.now().timestamp()}"
    picture_key, thumbnail_key = pictures.copied(content, owner)
    copy = Content(
        **{name: getattr(content, name) for name in copied},
        title=content.heading[:LONGEST_TITLE],
        picture_key=picture_key,
        thumbnail_key=thumbnail_key,
        state=ContentState.DRAFT,
    )
    return _kept(copy, workspace, by)


def submit(content: Content) -> None:
    """Have a draft await a decision, and commit; raises Conflict when it is no draft."""
    if not claim(content, ContentState.PENDING, moves=MOVES, only_from=ContentState.DRAFT):
        raise Conflict(*wording.ALREADY[content.state])
    db.session.commit()


def restore(content: Content, number: int, by: int, origin: Origin = UNSAID) -> None:
    """Bring an earlier text back, as a new version, and commit.

    Raises:
        Conflict: published, changed meanwhile, no such version, or a demonstration.
    """
    found = next((each for each in queries.versions(content.id) if each.number == number), None)
    if found is None:
        raise Conflict("no_version", wording.NO_VERSION)
    change = replace(
        present(content, "restored", by, origin),
        text=found.text,
        hashtags=found.hashtags,
        # Whose words they were, they are again: a machine's claims still block.
        writer=found.writer,
        prompt_version=found.prompt_version,
        note="",
        model="",
    )
    put(content, change)


def plan(content: Content, moment: datetime | None, by: int | None = None, origin: Origin = UNSAID) -> None:
    """Set the moment before which a publication does not leave, or take it away; commit.

    Raises:
        TextRefused: `moment` is past, or more than a year away.
        Conflict: decided already.
    """
    if content.state not in (ContentState.PENDING, ContentState.DRAFT):
        raise Conflict(*wording.ALREADY[content.state])
    if moment is not None and not clock.now() < moment < clock.now() + FURTHEST:
        raise TextRefused("planned_at", "bad_moment", wording.BAD_MOMENT)
    if moment is not None:
        decisions.record(content, "planned", by=by, origin=origin, detail=moment.isoformat(timespec="minutes"))
    elif content.planned_at is not None:
        decisions.record(content, "unplanned", by=by, origin=origin)
    content.planned_at = moment
    db.session.commit()


def _kept(content: Content, workspace: Workspace, by: int) -> Content:
    subject = queries.subject_among(content, workspace)
    found = quality(content.text, content.hashtags, content.alt_text, subject, has_picture=bool(content.picture_key))
    flags = judged(content.text, content.hashtags, subject, by_machine=content.writer != PERSON)
    for name, value in as_columns(found, flags).items():
        setattr(content, name, value)
    db.session.add(content)
    db.session.flush()
    keep_version(content, "written", by=by)
    db.session.commit()
    return content


def _title(title: str, text: str) -> str:
    words = " ".join((title.strip() or text).split())
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def _picture(workspace: Workspace, salt: str) -> PictureRequest:
    return PictureRequest(
        name=workspace.name,
        city=workspace.city,
        industry=workspace.industry,
        primary_colour=workspace.primary_colour,
        accent_colour=workspace.accent_colour,
        seed=sum(salt.encode()),
    )


def _refuse_demo(workspace: Workspace) -> None:
    if workspace.is_demo:
        raise Conflict("demo", wording.DEMO)
