"""Keep a person's text as typed, and judge it again."""

from __future__ import annotations

from collections.abc import Sequence
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
    cause: str = "edited",
    origin: Origin = UNSAID,
) -> None:
    """Replace what is given, judge it again, and commit; only a line's CRLF becomes LF.

    An approved or rejected publication awaits a decision again, and content.reopened cancels what was planned.

    Raises:
        TextRefused: it cannot be sent (empty, too long, unreadable signs).
        Conflict: published already, somebody changed it meanwhile, or a demonstration.
    """
    if content.state == ContentState.PUBLISHED:
        raise Conflict(*wording.ALREADY[content.state])
    values: dict[str, Any] = {
        "text": content.text if text is None else text.replace("\r\n", "\n"),
        "hashtags": content.hashtags if hashtags is None else tags.typed(hashtags),
        "alt_text": content.alt_text if alt_text is None else alt_text.strip(),
    }
    if all(getattr(content, name) == value for name, value in values.items()):
        return
    refuse_unsendable(values)
    workspace = workspace_by_id(content.workspace_id)
    if workspace.is_demo:
        raise Conflict("demo", wording.DEMO)
    reopen(content, by, origin)
    change = _change(content, values, cause=cause, by=by, origin=origin)
    replace_text(content, change, queries.subject_of(content, workspace))
    db.session.commit()


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


def _change(content: Content, values: dict[str, Any], **gesture: Any) -> Change:
    """Describe the new text; it is the person's as soon as a word of it is."""
    is_hers = values["text"] != content.text
    return Change(
        **values,
        **gesture,
        writer=PERSON if is_hers else content.writer,
        note="" if is_hers else content.writer_note,
        model="" if is_hers else content.model,
        prompt_version="" if is_hers else content.prompt_version,
    )
