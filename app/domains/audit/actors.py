"""Who does something, through which door, and from roughly where."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from flask import g, has_request_context, request
from flask_login import current_user

# Enough to tell one provider from another, too little to tell one home from the next.
_KEPT_BITS = {4: 24, 6: 48}


@dataclass(frozen=True)
class Actor:
    """A person (None for nobody), and her door: page, api, letter or system; `address` is a network, never a host."""

    by_id: int | None = None
    door: str = "system"
    address: str = ""


def present() -> Actor:
    """Return who the present request is from; the system, outside of one."""
    if not has_request_context():
        return Actor()
    if request.path.startswith("/api/"):
        return Actor(g.get("user_id"), "api", coarse(request.remote_addr or ""))
    who = current_user.id if current_user.is_authenticated else None
    return Actor(who, "page", coarse(request.remote_addr or ""))


def is_visiting() -> bool:
    """Tell whether the present request is a visit of the public demonstration."""
    return has_request_context() and bool(g.get("visiting"))


def by_letter(person_id: int | None, address: str = "") -> Actor:
    """Return a person who acts from a link she was mailed."""
    return Actor(person_id, "letter", coarse(address))


def coarse(address: str) -> str:
    """Return the network of an address: 203.0.113.0/24; empty for what is none."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    found = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network(f"{found}/{_KEPT_BITS[found.version]}", strict=False))
