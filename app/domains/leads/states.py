"""The life of a prospect."""

from __future__ import annotations

from enum import StrEnum


class LeadState(StrEnum):
    """Where a prospect stands; the last five tell of its publication."""

    NEW = "new"
    ENRICHING = "enriching"
    READY = "ready"
    WRITING = "writing"
    WRITTEN = "written"
    WAITING_QUOTA = "waiting_quota"
    WRITING_FAILED = "writing_failed"


_MAY_WRITE = (LeadState.WRITING,)

MOVES: dict[LeadState, tuple[LeadState, ...]] = {
    LeadState.NEW: (LeadState.ENRICHING, LeadState.READY, *_MAY_WRITE),
    LeadState.ENRICHING: (LeadState.READY, *_MAY_WRITE),
    LeadState.READY: (LeadState.ENRICHING, *_MAY_WRITE),
    LeadState.WRITING: (LeadState.WRITTEN, LeadState.READY, LeadState.WAITING_QUOTA, LeadState.WRITING_FAILED),
    LeadState.WRITTEN: (LeadState.ENRICHING, *_MAY_WRITE),
    LeadState.WAITING_QUOTA: _MAY_WRITE,
    LeadState.WRITING_FAILED: _MAY_WRITE,
}
