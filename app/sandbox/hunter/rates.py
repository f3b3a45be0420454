"""How many calls a key has made in this second and this minute."""

from __future__ import annotations

import threading
from collections import defaultdict, deque

from app.sandbox.hunter.errors import Refused

# Calls a second and a minute.
RATES = {"/email-verifier": (10, 300)}
OTHERS = (15, 500)


class Rates:
    """One count for each key and each kind of call."""

    def __init__(self) -> None:
        self._calls: defaultdict[tuple[str, str], deque[float]] = defaultdict(deque)
        self._lock = threading.Lock()

    def count(self, key: str, path: str, now: float) -> None:
        """Count one call.

        Raises:
            Refused: 403, one too many.
        """
        kind = path if path in RATES else ""
        a_second, a_minute = RATES.get(path, OTHERS)
        with self._lock:
            calls = self._calls[key, kind]
            recent = [at for at in calls if 0 <= now - at < 60]
            calls.clear()
            calls.extend(recent)
            if len(recent) >= a_minute or sum(now - at < 1 for at in recent) >= a_second:
                raise Refused(403)
            calls.append(now)
