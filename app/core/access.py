"""Who may do what: doors ask here; the table itself is the workspaces' (permissions.py)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import timedelta
from typing import ParamSpec, TypeVar

from flask import abort, current_app, g
from flask_login import current_user

from app.core import clock

P = ParamSpec("P")
R = TypeVar("R")
# How long a password or a passkey proves who holds the device.
PROOF_LASTS = timedelta(minutes=10)
# What asks of whoever is signed in no role at all.
ACCOUNT = "account"
# What asks for who runs the installation, whatever her roles.
OPERATOR = "operator"


def workspace_id() -> int:
    """Return the id of the workspace the signed-in person is in; 404 without one."""
    found: int | None = g.get("workspace_id")
    if found is None:
        abort(404)
    return found


def may(permission: str) -> bool:
    """Tell whether the signed-in person's role holds `permission`."""
    return permission in g.get("permissions", frozenset())


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """Send a stranger to the sign-in page, and bring her back afterwards."""

    @functools.wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if not current_user.is_authenticated:
            unauthorized: R = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]  # Flask-Login’s
            return unauthorized
        return view(*args, **kwargs)

    return tied(guarded, ACCOUNT)


def tied(view: Callable[P, R], permission: str) -> Callable[P, R]:
    """Write on a door the permission it asks for, so that one test holds every door to the table."""
    view.permission = permission  # type: ignore[attr-defined]  # a view carries what it asks
    return view


def requires(permission: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let in only signed-in people whose role holds `permission`; 403 for the others."""

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not current_user.is_authenticated:
                unauthorized: R = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]  # Flask-Login’s
                return unauthorized
            if not may(permission):
                abort(403)
            return view(*args, **kwargs)

        return tied(guarded, permission)

    return decorate


def is_proved() -> bool:
    """Tell whether whoever holds this device proved who she is, in this session, less than ten minutes ago."""
    proved_at = g.get("proved_at")
    return proved_at is not None and clock.now() - proved_at < PROOF_LASTS


def proved(view: Callable[P, R]) -> Callable[P, R]:
    """Ask « Confirmez que c’est vous » first, unless she just did; put it under `signed_in` or `requires(…)`.

    It goes on the page of a form as on the form's own address: what is sent too late is not replayed, and
    she is brought back to the page it was sent from. `{% if not is_proved() %}` says so in a template.
    """

    @functools.wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if not is_proved():
            asked: R = current_app.login_manager.needs_refresh()  # type: ignore[attr-defined]  # Flask-Login’s
            return asked
        return view(*args, **kwargs)

    guarded.asks_proof = True  # type: ignore[attr-defined]  # a view carries what it asks
    return guarded
