"""`make bench`: print every figure, each part in a folder of its own."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

NOWHERE = "redis://127.0.0.1:1/0"


def main() -> None:
    """Measure each part, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        # PostgreSQL, which refuses to be root, has to find its own folder within.
        Path(folder).chmod(0o755)
        _visits(Path(folder, "visits"))
        from tests.benchmarks import deliveries, loop, pages, posts, writers

        _print("Speed: 20 users, 2 sync workers, median of 3", pages.speed(Path(folder, "speed")))
        _print("Ten thousand deliveries due in one minute", deliveries.measure(Path(folder, "deliveries")))
        _print("Writers at once", writers.measure(Path(folder, "writers")))
        _print("The loop on the sandbox", loop.measure(Path(folder, "loop")))
        _print("Posts with a model's twin", posts.measure(Path(folder, "posts")))


def _visits(instance: Path) -> None:
    os.environ["INSTANCE_FOLDER"], os.environ["REDIS_URL"] = str(instance), NOWHERE
    # The application logs each request to where standard error is when it starts.
    screen, sys.stderr = sys.stderr, io.StringIO()
    from flask_migrate import upgrade

    from app import ROOT, create_app
    from tests.benchmarks import prospects, visits

    app = create_app()
    with app.app_context():
        upgrade(str(ROOT / "migrations"))
    few, many = visits.visitor(app, leads=10, contents=5), visits.visitor(app, leads=1000, contents=200)
    _print("Queries per page", visits.queries(app, few, many))
    _print("First load, gzipped", visits.first_load(app, many))
    _print("The list of prospects", prospects.measure(app))
    sys.stderr = screen


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}")
    for line in lines:
        print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
