"""The jobs of prospects: each takes an id and calls one service."""

from __future__ import annotations

from app.domains.leads.services import enriching, importing, retention, weighing


def enrich(workspace_id: int) -> None:
    """Carry the visits of a workspace's prospects one slice further."""
    enriching.run(workspace_id)


def purge() -> None:
    """Delete what is past its time."""
    retention.purge()


def score_again(workspace_id: int) -> None:
    """Score every prospect of a workspace again."""
    weighing.score_again(workspace_id)


def run_import(import_id: int) -> None:
    """Store what is left of an import."""
    importing.run(import_id)
