"""Who may do what: doors ask here; the table itself is the workspaces' (permissions.py)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import abort, current_app, g
from flask_login import current_user

P = ParamSpec("P")
R = TypeVar("R")


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
            unauthorized: R = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
            return unauthorized
        return view(*args, **kwargs)

    return guarded


def requires(permission: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let in only signed-in people whose role holds `permission`; 403 for the others."""

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not current_user.is_authenticated:
                unauthorized: R = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
                return unauthorized
            if not may(permission):
                abort(403)
            return view(*args, **kwargs)

        return guarded

    return decorate
