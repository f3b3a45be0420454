"""Keep a person's text as typed, and judge it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents import hashtags as tags
from app.domains.contents import queries, wording
from app.domains.contents.judging import PERSON
from app.domains.contents.models import Content
from app.domains.contents.services.deciding import reopen
from app.domains.contents.services.decisions import UNSAID, Origin
from app.domains.contents.services.storing import Change, replace_text
from app.domains.contents.states import ContentState
from app.domains.workspaces.services import workspace_by_id
from app.providers.linkedin.little_text import MAX_LENGTH, escaped_length

LONGEST_ALT_TEXT = 500


class TextRefused(Conflict):
    """What cannot be sent; `field` names what is at fault."""

    def __init__(self, field: str, code: str, message: str) -> None:
        super().__init__(code, message)
        self.field = field


def edit(
    content: Content,
    text: str | None = None,
    hashtags: Sequence[str] | None = None,
    by: int | None = None,
    *,
    alt_text: str | None = None,
    origin: Origin = UNSAID,
) -> None:
    """Replace what is given, judge it again, and commit; only a line's CRLF becomes LF.

    Raises:
        TextRefused: it cannot be sent (empty, too long, unreadable signs).
        Conflict: published already, somebody changed it meanwhile, or a demonstration.
    """
    given = {
        "text": None if text is None else text.replace("\r\n", "\n"),
        "hashtags": None if hashtags is None else tags.typed(hashtags),
        "alt_text": None if alt_text is None else alt_text.strip(),
    }
    put(content, _typed(content, {name: value for name, value in given.items() if value is not None}, by, origin))


def put(content: Content, change: Change) -> None:
    """Put `change` in the place of the present text, and commit; nothing happens when they are the same.

    An approved or rejected publication awaits a decision again, and content.reopened cancels what was planned.

    Raises:
        TextRefused, Conflict: see `edit`.
    """
    if content.state == ContentState.PUBLISHED:
        raise Conflict(*wording.ALREADY[content.state])
    values = {name: getattr(change, name) for name in ("text", "hashtags", "alt_text")}
    if all(getattr(content, name) == value for name, value in values.items()):
        return
    refuse_unsendable(values)
    workspace = workspace_by_id(content.workspace_id)
    if workspace.is_demo:
        raise Conflict("demo", wording.DEMO)
    reopen(content, change.by, change.origin)
    replace_text(content, change, queries.subject_among(content, workspace))
    db.session.commit()


def present(content: Content, cause: str, by: int | None, origin: Origin) -> Change:
    """Return the present text as a change that changes nothing: whoever makes one replaces a part of it."""
    return Change(
        text=content.text,
        hashtags=content.hashtags,
        alt_text=content.alt_text,
        writer=content.writer,
        cause=cause,
        by=by,
        origin=origin,
        note=content.writer_note,
        model=content.model,
        prompt_version=content.prompt_version,
    )


def _typed(content: Content, given: dict[str, Any], by: int | None, origin: Origin) -> Change:
    change = replace(present(content, "edited", by, origin), **given)
    if change.text == content.text:
        return change
    # The words are hers from now on, and hers to answer for.
    return replace(change, writer=PERSON, note="", model="", prompt_version="")


def refuse_unsendable(values: dict[str, Any]) -> None:
    """Refuse a text, its mots-clics or its picture's description when no network could take them.

    Raises:
        TextRefused: empty, unreadable signs, too long.
    """
    if not values["text"].strip():
        raise TextRefused("text", "empty", wording.TEXT_EMPTY)
    for name, value in values.items():
        if not _is_readable("".join(value)):
            raise TextRefused(name, "unreadable", wording.TEXT_UNREADABLE)
    length = escaped_length(values["text"], values["hashtags"])
    if length > MAX_LENGTH:
        raise TextRefused("text", "too_long", wording.too_long(length, MAX_LENGTH))
    if len(values["alt_text"]) > LONGEST_ALT_TEXT:
        raise TextRefused("alt_text", "too_long", wording.ALT_TEXT_TOO_LONG)


def _is_readable(text: str) -> bool:
    # No database keeps a NUL, and half a surrogate pair has no encoding.
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)
