"""Kill workers while they publish, and count: python -m tests.crash [--runs 500] [--seed N] [--database both]."""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.crash import places
from tests.crash.deaths import POINTS
from tests.crash.disorders import OF_DATABASE
from tests.crash.runs import Outcome, Stage

DATABASES = ("sqlite", "postgresql")
# SIGTERM: the present run ends, then the table is printed and every service ended.
told_to_end = threading.Event()
# Runs added at a point where nobody died, at most.
MORE = 20


def main() -> int:
    """Make the runs and print what became of the deliveries; return 1 where one was doubled, lost or stuck."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: told_to_end.set())
    wanted = DATABASES if options.database == "both" else (options.database,)
    print(f"seed {options.seed}", flush=True)
    outcomes: list[Outcome] = []
    for number, database in enumerate(wanted):
        runs = options.runs // len(wanted) + (number < options.runs % len(wanted))
        if database == "postgresql" and places.binaries() is None:
            print("postgresql: no initdb on this machine")
            return 1
        outcomes += _series(database, runs, options.seed)
    _print_table(outcomes, wanted)
    met = {(each.database, each.point) for each in outcomes if each.deaths}
    never = {(each.database, each.point) for each in outcomes} - met
    for database, point in sorted(never):
        # Never dying somewhere proves nothing of it.
        print(f"{database}: nobody died {point}")
    return 0 if met and not never and all(each.is_clean for each in outcomes) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--runs", type=int, default=500, help="shared between the databases")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    return parser.parse_args()


def _series(database: str, runs: int, seed: int) -> list[Outcome]:
    chance, outcomes = random.Random(f"{seed}/{database}"), []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="crash-")))
        folder.chmod(0o755)
        cluster = None
        if database == "postgresql":
            cluster = stack.enter_context(places.postgresql(folder / "postgresql"))
        stage = stack.enter_context(Stage.opened(folder, cluster, stack.enter_context(places.sandbox(folder))))
        for number, point in enumerate(_points(runs, outcomes)):
            outcome = stage.run(chance, number, point)
            outcomes.append(outcome)
            for trouble in outcome.troubles:
                print(f"  {database} run {number} ({outcome.point}, {outcome.disorder}): {trouble}", flush=True)
    return outcomes


def _points(runs: int, outcomes: list[Outcome]) -> Iterator[str]:
    points = list(POINTS)
    yield from (points[number % len(points)] for number in range(runs))
    # The other worker may be quicker in one run: where nobody died yet, there are more.
    for point in points[:runs]:
        for _ in range(MORE):
            if any(each.deaths for each in outcomes if each.point == point):
                break
            yield point


def _print_table(outcomes: list[Outcome], databases: tuple[str, ...]) -> None:
    print(f"{'database':<11} {'killed, or disturbed':<24} {'runs':>5} {'deaths':>7} {'deliveries':>11} "
          f"{'posts each':>11} {'asked':>6} {'past lease':>11} {'lost':>5} "
          f"{'mails lost':>11} {'s a run':>8}")  # fmt: skip
    for database in databases:
        of_this = [row for row in outcomes if row.database == database]
        for point in POINTS:
            _print_line(database, point, [row for row in of_this if row.point == point])
        for disorder in dict.fromkeys(OF_DATABASE[database]):
            _print_line(database, f"  {disorder}", [row for row in of_this if row.disorder == disorder])
    _print_line("all", "", outcomes)


def _print_line(database: str, title: str, rows: list[Outcome]) -> None:
    if rows:
        print(f"{database:<11} {title:<24} {len(rows):>5} {sum(row.deaths for row in rows):>7} "
              f"{sum(row.deliveries for row in rows):>11} {max(row.most_posts for row in rows):>11} "
              f"{sum(row.asked for row in rows):>6} {sum(row.past_lease for row in rows):>11} "
              f"{sum(row.lost for row in rows):>5} {sum(row.mails_lost for row in rows):>11} "
              f"{sum(row.seconds for row in rows) / len(rows):>8.2f}")  # fmt: skip


if __name__ == "__main__":
    began = time.monotonic()
    status = main()
    print(f"{'clean' if status == 0 else 'NOT CLEAN'}, {time.monotonic() - began:.0f} s")
    sys.exit(status)
