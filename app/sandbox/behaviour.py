"""Misbehaviour on request: what a twin is told to do wrong, how often and to which call."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass
from typing import Any

SERVICES = ("overpass", "gemini", "google_places", "hunter", "linkedin", "meta", "sites", "smtp")
# Without a path, an order is for the main call of the service.
MAIN_CALL = {
    "overpass": ("*", "/api/interpreter"),
    "gemini": ("POST", ":generateContent"),
    "google_places": ("POST", ":searchText"),
    "hunter": ("GET", "/hunter/v2/domain-search"),
    "linkedin": ("POST", "/rest/posts"),
    "meta": ("POST", "/feed"),
    "sites": ("GET", "*"),
    "smtp": ("*", "smtp/DATA"),
}
EVERYWHERE = {"slow", "cut_before", "cut_after", "truncate", "malformed"}
OF_SERVICE = {
    "overpass": {"remark", "rate_limited_200", "busy", "duplicate_query"},
    "gemini": {"empty_parts", "max_tokens", "safety", "prompt_blocked", "quota_minute", "quota_day", "quota_none",
               "image_safety", "no_image", "image_other", "thoughts_first"},
    "google_places": set(),
    "hunter": {"verifying"},
    "linkedin": {"duplicate", "media_waiting", "media_failed", "expired", "revoked"},
    "meta": {"duplicate", "expired", "password", "app_removed", "policy", "transient", "app_limit", "not_ready",
             "container_error", "container_expired"},
    "sites": set(),
    "smtp": {"refuse_recipient", "refuse_message"},
}  # fmt: skip


@dataclass
class Behaviour:
    """One order: `times` left (-1 for always) after `skip` calls that go well."""

    service: str
    what: str
    times: int = 1
    skip: int = 0
    method: str = "*"
    path: str = ""
    seconds: float = 0.0
    retry_after: int | None = None

    @property
    def status(self) -> int | None:
        """Give the HTTP status ordered, None where the order is something else."""
        return int(self.what) if self.what.isdigit() else None

    def concerns(self, service: str, method: str, path: str) -> bool:
        """Tell whether a call falls under this order."""
        return (
            self.service == service
            and self.method in ("*", method)
            and self.times != 0
            and (self.path == "*" or self.path in path)
        )


def read_order(wanted: dict[str, Any]) -> Behaviour:
    """Read one order, or raise ValueError saying what is wrong with it."""
    service, what = str(wanted.get("service", "")), str(wanted.get("what", ""))
    if service not in SERVICES:
        raise ValueError(f"service must be one of {', '.join(SERVICES)}")
    if not (what.isdigit() and 400 <= int(what) <= 599) and what not in EVERYWHERE | OF_SERVICE[service]:
        known = ", ".join(sorted(EVERYWHERE | OF_SERVICE[service]))
        raise ValueError(f"what must be a status from 400 to 599 or one of {known}")
    known_fields = {"service", "what", "times", "skip", "method", "path", "seconds", "retry_after"}
    if unknown := set(wanted) - known_fields:
        raise ValueError(f"unknown field {sorted(unknown)[0]}")
    method, path = ("*", "smtp/RCPT") if what == "refuse_recipient" else MAIN_CALL[service]
    retry_after = wanted.get("retry_after")
    chosen_path = str(wanted.get("path") or "")
    return Behaviour(
        service=service,
        what=what,
        times=int(wanted.get("times", 1)),
        skip=int(wanted.get("skip", 0)),
        method=str(wanted.get("method") or ("*" if chosen_path else method)),
        path=chosen_path or path,
        seconds=float(wanted.get("seconds", 0)),
        retry_after=None if retry_after is None else int(retry_after),
    )


class Behaviours:
    """The orders in force, taken one by one as calls arrive."""

    def __init__(self) -> None:
        self._orders: list[Behaviour] = []
        self._lock = threading.Lock()

    def add(self, order: Behaviour) -> None:
        """Add an order behind those already given."""
        with self._lock:
            self._orders.append(order)

    def clear(self) -> None:
        """Go back to behaving well."""
        with self._lock:
            self._orders.clear()

    def left(self) -> list[dict[str, Any]]:
        """List the orders still in force."""
        with self._lock:
            return [asdict(order) for order in self._orders]

    def take(self, service: str, method: str, path: str) -> Behaviour | None:
        """Take the first order that concerns this call, counting it down."""
        with self._lock:
            for order in self._orders:
                if not order.concerns(service, method, path):
                    continue
                if order.skip > 0:
                    order.skip -= 1
                    return None
                order.times = max(order.times - 1, -1) if order.times > 0 else order.times
                if order.times == 0:
                    self._orders.remove(order)
                return order
        return None
