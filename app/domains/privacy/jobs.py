"""Jobs of privacy."""

from __future__ import annotations

from app.core import retention
from app.domains.privacy import account_closing, closing, erasing, exporting, kept_incidents, requests


def build_export(export_id: int) -> None:
    """Make the files of an export."""
    exporting.build(export_id)


def erase_person(erasure_id: int) -> None:
    """Erase a person."""
    erasing.erase(erasure_id)


def close_workspace(erasure_id: int) -> None:
    """Erase a workspace whose days of grace are over."""
    closing.close(erasure_id)


def close_account(erasure_id: int) -> None:
    """Erase an account whose days of grace are over."""
    account_closing.close(erasure_id)


def remind() -> None:
    """Remind officers of the requests that wait."""
    requests.remind()


def purge() -> None:
    """Delete what is past its time."""
    reached = {"privacy_requests": requests.forget_old(), "privacy_exports": exporting.drop_past()}
    retention.note(reached | {"kept_incidents": kept_incidents.forget_old()})
