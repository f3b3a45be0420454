"""Many publications at once: each is decided by itself, in its own transaction, and what cannot be is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.models import Content
from app.domains.contents.queries import content as content_by_id
from app.domains.contents.services.decisions import Origin
from app.domains.contents.states import ContentState
from app.domains.publishing import gallery_words
from app.domains.publishing.services.deciding import approve, reject, reopen

MOST = 200
APPROVE, REJECT, REOPEN, FIRST = "approuver", "rejeter", "rouvrir", "premiere"


@dataclass(frozen=True)
class Left:
    """A publication that stays as it was, and why, in French; no `heading` when there is none any more."""

    content_id: int
    heading: str
    code: str
    message: str


@dataclass(frozen=True)
class Batch:
    """What came of a gesture on many: the ids done, in order, by what was done to each; and those left."""

    done: Sequence[tuple[int, str]]
    left: Sequence[Left]

    @property
    def ids(self) -> list[int]:
        """Return the ids done."""
        return [content_id for content_id, _verb in self.done]

    @property
    def undoable(self) -> bool:
        """Tell whether it can be taken back."""
        return any(verb != REOPEN for _id, verb in self.done)

    @property
    def summary(self) -> str:
        """Say it in one sentence."""
        tally = Counter(verb for _id, verb in self.done)
        shown = [(verb, tally[verb]) for verb in (APPROVE, FIRST, REJECT, REOPEN)]
        return gallery_words.summary(shown if self.done else [], self.left)


def decide_many(workspace_id: int, chosen: Mapping[int, int | None], verb: str, by: int, origin: Origin) -> Batch:
    """Approve or reject publications one by one, the first `MOST`; a near-duplicate is left, never confirmed.

    Args:
        workspace_id: whose publications; any other's is as if it did not exist.
        chosen: which ones, in the order of their deliveries, each with the revision that was seen (None: unsaid).
        verb: APPROVE or REJECT.
        by: whose decision it is.
        origin: where it came from.
    """

    def one(content: Content) -> str:
        if verb == REJECT:
            reject(content, by, origin)
            return REJECT
        decision = approve(content, by, origin=origin, seen=chosen[content.id])
        return APPROVE if decision.approvals >= decision.needed else FIRST

    return _each(workspace_id, list(chosen), one)


def take_back(workspace_id: int, ids: Sequence[int], by: int, origin: Origin) -> Batch:
    """Take decisions of a person's own back, one by one; what left, or was decided otherwise since, stays."""

    def one(content: Content) -> str:
        mine = content.first_approved_by if content.state == ContentState.PENDING else content.decided_by
        if mine != by:
            raise Conflict("moved", gallery_words.MOVED_SINCE)
        reopen(content, by, origin)
        return REOPEN

    return _each(workspace_id, ids, one)


def _each(workspace_id: int, ids: Sequence[int], gesture: Callable[[Content], str]) -> Batch:
    done: list[tuple[int, str]] = []
    left: list[Left] = []
    for content_id in list(dict.fromkeys(ids))[:MOST]:
        content = content_by_id(workspace_id, content_id)
        if content is None:
            left.append(Left(content_id, "", "gone", gallery_words.GONE))
            continue
        heading = content.heading
        try:
            done.append((content_id, gesture(content)))
        except Conflict as refusal:
            db.session.rollback()
            left.append(Left(content_id, heading, refusal.code, refusal.message))
    return Batch(done, left)
