"""The jobs of publishing: each takes an id and calls one service."""

from __future__ import annotations

from app.domains.publishing import services


def send(delivery_id: int) -> None:
    """Send the first in line of the account of a delivery whose moment has come."""
    services.send_in_turn(delivery_id)


def look_up(delivery_id: int) -> None:
    """Look for a delivery nobody heard back of."""
    services.look_up(delivery_id)


def auto_approve(content_id: int) -> None:
    """Approve by the workspace's own rule (content.ready)."""
    services.auto_approve(content_id)


def plan_waiting(connection_id: int) -> None:
    """Plan what waited for a connection (connection.opened)."""
    services.plan_waiting(connection_id)


def remind() -> None:
    """Remind of the accesses that end."""
    services.remind_all()


def check_accesses() -> None:
    """Ring for the accesses nobody looked at for a day."""
    services.ring_checks()


def check(connection_id: int) -> None:
    """Look at one access."""
    services.check(connection_id)


def collect_figures() -> None:
    """Read the counters that are due."""
    services.collect()


def collect_opened(workspace_id: int) -> None:
    """Read the counters of a workspace whose results somebody opened."""
    services.collect(workspace_id)
