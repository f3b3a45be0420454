"""The codes of refusals: those any door may answer, and those of one door."""

from __future__ import annotations

EVERYWHERE = {
    "unauthorized": 401, "forbidden": 403, "scope_missing": 403, "not_found": 404, "too_many_requests": 429,
    "server_error": 500, "unavailable": 503,
}  # fmt: skip
OF_BODIES = {"malformed_json": 400, "too_large": 413, "unsupported_media_type": 415, "invalid": 422}
OF_KEYS = {"idempotency_key_too_long": 400, "idempotency_key_reused": 409, "in_progress": 409}
OF_DOORS: dict[str, dict[str, int]] = {
    "create_campaign": {"demo": 409, "place_unavailable": 503},
    "delete_campaign": {"sending": 409},
    "launch_campaign": {"incomplete": 409, "demo": 409},
    "pause_campaign": {"not_running": 409},
    "create_search": {"draft": 409, "paused": 409, "too_soon": 409, "demo": 409},
    "import_leads": {"file_needed": 422, "no_name_column": 409},
    "create_content": {"has_content": 409, "merged": 409, "no_name": 409, "no_campaign": 409},
    "edit_content": {"changed_since": 412, "changed": 409, "empty": 422, "too_long": 422, "unreadable": 422},
    "approve_content": {"near_duplicate": 409, "second_person_needed": 409, "changed": 409},
    "reject_content": {"changed": 409},
    "undo_delivery": {"already_leaving": 409},
    "resolve_delivery": {"not_unconfirmed": 409},
    "create_webhook": {"too_many_webhooks": 409, "demo": 409},
    "edit_webhook": {"changed_since": 412},
    "replay_webhook_message": {"webhook_disabled": 409, "under_way": 409},
}


def of_door(name: str, method: str) -> dict[str, int]:
    """Return the codes one door adds to those of every door."""
    bodies = OF_BODIES if method in {"POST", "PATCH", "PUT"} else {}
    return {**(OF_KEYS if method == "POST" else {}), **bodies, **OF_DOORS.get(name, {})}
