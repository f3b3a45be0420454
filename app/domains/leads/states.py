"""The lives of prospects, of the visits of their sites, of imports, of likely duplicates."""

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


class EnrichmentState(StrEnum):
    """Where the visit of a site stands."""

    DUE = "due"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


ENRICHMENT_MOVES: dict[EnrichmentState, tuple[EnrichmentState, ...]] = {
    EnrichmentState.DUE: (EnrichmentState.RUNNING,),
    EnrichmentState.RUNNING: (EnrichmentState.DUE, EnrichmentState.DONE, EnrichmentState.FAILED),
    # A person asks for another look.
    EnrichmentState.DONE: (EnrichmentState.DUE,),
    EnrichmentState.FAILED: (EnrichmentState.DUE,),
}


class ImportState(StrEnum):
    """Where an import stands; `mapping` awaits the person's word on the columns."""

    MAPPING = "mapping"
    DUE = "due"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    UNDONE = "undone"


IMPORT_MOVES: dict[ImportState, tuple[ImportState, ...]] = {
    ImportState.MAPPING: (ImportState.DUE, ImportState.UNDONE),
    ImportState.DUE: (ImportState.RUNNING,),
    ImportState.RUNNING: (ImportState.DUE, ImportState.DONE, ImportState.FAILED),
    ImportState.DONE: (ImportState.UNDONE,),
    ImportState.FAILED: (ImportState.UNDONE, ImportState.DUE),
    ImportState.UNDONE: (),
}


class PairState(StrEnum):
    """What became of two prospects that may be one."""

    OPEN = "open"
    MERGED = "merged"
    APART = "apart"


PAIR_MOVES: dict[PairState, tuple[PairState, ...]] = {
    PairState.OPEN: (PairState.MERGED, PairState.APART),
    PairState.MERGED: (PairState.OPEN,),
    PairState.APART: (PairState.OPEN,),
}
