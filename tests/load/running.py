"""Owners made in the database, then let loose from a process of their own, the product watched meanwhile."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from app import ROOT
from tests.load.owners import Ask
from tests.load.product import LOOK_SECONDS, Product

# The most one machine of two processors answers: nobody runs out of publications to decide on.
DECISIONS_PER_SECOND = 12
LATE_SECONDS = 60
_series = itertools.count()


def owners(site: Product, count: int, seconds: float, pause: float = 0) -> list[dict[str, Any]]:
    """Add owners with enough publications for so long, and return what each needs to come in.

    `pause`: how long each looks at an answer before her next gesture, in seconds, on average.
    """
    publications = int(DECISIONS_PER_SECOND * seconds / count) + 10
    command = [sys.executable, "-m", "tests.load.rows", str(count), str(publications), f"serie{next(_series)}"]
    made = subprocess.run(command, env=dict(site.env), cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: list[dict[str, Any]] = json.loads(made.stdout.splitlines()[-1])
    return [{**each, "pause": pause} for each in found]


def load(
    site: Product,
    people: list[dict[str, Any]],
    seconds: float,
    look: Callable[[], object] = lambda: None,
    is_over: Callable[[], bool] = lambda: False,
) -> list[Ask]:
    """Let `people` work for so long, or until `is_over`; return what each saw. `look` is called meanwhile."""
    with tempfile.TemporaryFile("w+") as orders, tempfile.TemporaryFile("w+") as seen:
        json.dump({"base": site.url, "owners": people, "seconds": seconds}, orders)
        orders.seek(0)
        crowd = subprocess.Popen([sys.executable, "-m", "tests.load.owners"], cwd=ROOT, stdin=orders, stdout=seen)
        try:
            deadline = time.monotonic() + seconds + LATE_SECONDS + len(people)
            while crowd.poll() is None and time.monotonic() < deadline:
                site.watch()
                look()
                if is_over():
                    break
                time.sleep(LOOK_SECONDS)
        finally:
            crowd.terminate()
            crowd.wait(LATE_SECONDS)
        seen.seek(0)
        return [Ask(**json.loads(line)) for line in seen if line.startswith("{")]
