"""The lives of a publication and of the work of writing it."""

from __future__ import annotations

from enum import StrEnum


class ContentState(StrEnum):
    """draft = being edited; pending = awaits a decision."""

    DRAFT = "draft"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    PUBLISHED = "published"


MOVES: dict[ContentState, tuple[ContentState, ...]] = {
    ContentState.DRAFT: (ContentState.PENDING,),
    ContentState.PENDING: (ContentState.DRAFT, ContentState.APPROVED, ContentState.REJECTED),
    ContentState.APPROVED: (ContentState.PENDING, ContentState.PUBLISHED),
    ContentState.REJECTED: (ContentState.PENDING,),
    ContentState.PUBLISHED: (),
}


class WritingKind(StrEnum):
    """What is ordered: a first text, another one kept beside it, or the same one said otherwise."""

    FIRST = "first"
    VARIANT = "variant"
    REWRITE = "rewrite"


class WritingState(StrEnum):
    """due → running → done; back to due when it may be tried again."""

    DUE = "due"
    RUNNING = "running"
    DONE = "done"
    WAITING_QUOTA = "waiting_quota"
    FAILED = "failed"


WRITING_MOVES: dict[WritingState, tuple[WritingState, ...]] = {
    WritingState.DUE: (WritingState.RUNNING,),
    WritingState.RUNNING: (WritingState.DONE, WritingState.DUE, WritingState.WAITING_QUOTA, WritingState.FAILED),
    WritingState.WAITING_QUOTA: (WritingState.DUE, WritingState.RUNNING),
    WritingState.FAILED: (WritingState.DUE,),
    WritingState.DONE: (),
}
