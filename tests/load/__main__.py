"""Owners all at once on the product as in production: python -m tests.load [--owners 20,100] [--seconds 60].

Each number of them twice: as people go, who look at what came before their next gesture, then without a rest, which is
what the machine can do.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable

from tests import servers
from tests.benchmarks import load
from tests.crash import places
from tests.load import figures, product, running
from tests.load.figures import Memory, Processor
from tests.load.product import Product

WEIGH_SECONDS = 5.0
# A thumb on a phone is rarely quicker than one gesture in two seconds.
PAUSE_SECONDS = 2.0
BARE_REQUESTS = 40


def main() -> int:
    """Run every load asked for and print its figures; return 1 where an owner saw an error."""
    options = _options()
    if places.binaries() is None:
        print("no initdb on this machine")
        return 1
    errors = 0
    with product.started() as site:
        for owners in options.owners:
            errors += sum(_measure(site, owners, options.seconds, pause) for pause in dict.fromkeys((options.pause, 0)))
        if options.minutes:
            errors += _weigh(site, options.owners[0], options.minutes * 60, options.pause)
    return 1 if errors else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__.splitlines()[0])
    parser.add_argument("--owners", type=_numbers, default=[20, 100], help="how many at once, one run after the other")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=PAUSE_SECONDS, help="between two gestures of one, on average")
    parser.add_argument("--minutes", type=float, default=1, help="of the run whose memory is weighed; 0 leaves it out")
    return parser.parse_args()


def _numbers(words: str) -> list[int]:
    return [int(word) for word in words.split(",")]


def _measure(site: Product, owners: int, seconds: float, pause: float) -> int:
    bare = _bare_p95(site, owners)
    rests = f"{pause:.1f} s between two gestures" if pause else "without a rest"
    print(f"\n{owners} owners at once, {rests}, {seconds:.0f} s; the bare page's p95, without a rest, is "
          f"{bare * 1000:.0f} ms", flush=True)  # fmt: skip
    people = running.owners(site, owners, seconds, pause)
    worked = Processor(site)
    asks = running.load(site, people, seconds)
    _print(figures.lines(asks, seconds, bare))
    _print(worked.lines(len(asks)))
    return sum(map(figures.is_error, asks))


def _weigh(site: Product, owners: int, seconds: float, pause: float) -> int:
    # At a pace that workers can follow, or what waits for them would be taken for a leak; and below the requests after
    # which a process of the site is renewed.
    print(f"\nMemory of each process, {owners} owners for {seconds / 60:.0f} min: a third after the other", flush=True)
    memory = Memory(site)
    every = min(WEIGH_SECONDS, seconds / 30)
    asks = running.load(site, running.owners(site, owners, seconds, pause), seconds, lambda: memory.look(every))
    _print(memory.lines())
    return sum(map(figures.is_error, asks))


def _bare_p95(site: Product, users: int) -> float:
    """Measure a page of one query, served alike, under as many people."""
    port = servers.free_port()
    env = {**site.env, "BARE_DATABASE": site.env["DATABASE_URL"]}
    command, url = servers.gunicorn("tests.benchmarks.bare:app", port, threads=4), f"http://127.0.0.1:{port}/"
    with servers.running(command, env, url):
        load.run(url, users=4, requests_each=5)
        return load.run(url, users=users, requests_each=BARE_REQUESTS).p95


def _print(found: Iterable[str]) -> None:
    for line in found:
        print(line, flush=True)


if __name__ == "__main__":
    began = time.monotonic()
    code = main()
    print(f"\n{time.monotonic() - began:.0f} s in all")
    sys.exit(code)
