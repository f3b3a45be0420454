"""What becomes of each call to the outside, told to whoever listens; providers know nobody."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from app.providers.errors import ProviderError

# A call that ended in a mistake of ours, and not in the other's refusal.
CRASHED = "Crashed"


@dataclass(frozen=True)
class Told:
    """One call: whom, for what, how long, and the name of its error's class; `place` is the server that answered."""

    provider: str
    act: str
    seconds: float
    error: str = ""
    place: str = ""


listeners: list[Callable[[Told], None]] = []


def tell(told: Told) -> None:
    """Tell every listener."""
    for listener in listeners:
        listener(told)


class Watched:
    """Stands for what a provider does, and tells of each of its calls."""

    def __init__(self, provider: str, target: Any) -> None:
        self._provider = provider
        self._target = target

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._target, name)
        return self._watched(name, found) if callable(found) and not name.startswith("_") else found

    def _watched(self, act: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def watched(*args: Any, **kwargs: Any) -> Any:
            began, error = time.monotonic(), CRASHED
            try:
                answer = call(*args, **kwargs)
                error = ""
                return answer
            except ProviderError as refusal:
                error = type(refusal).__name__
                raise
            finally:
                tell(Told(self._provider, act, time.monotonic() - began, error))

        return watched
