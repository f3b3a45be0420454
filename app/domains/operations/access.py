"""Who operates this installation; for everybody else its pages do not exist."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import abort
from flask_login import current_user

from app.core.access import OPERATOR, tied

P = ParamSpec("P")
R = TypeVar("R")


def operators_only(view: Callable[P, R]) -> Callable[P, R]:
    """Let in only those whom `flask user operator` named; 404 for the others."""

    @functools.wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if not current_user.is_authenticated or not current_user.is_operator:
            abort(404)
        return view(*args, **kwargs)

    return tied(guarded, OPERATOR)
