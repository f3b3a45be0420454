"""Kill each part of the product under load, and look for what was lost: python -m tests.load.killing [--owners 20]."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.crash import places
from tests.load import figures, product, running, truth
from tests.load.owners import Ask
from tests.load.product import DATABASE, REDIS, SITE, Product

ORDER = (SITE, "worker 1", "worker 2", REDIS, DATABASE)
# Between two deaths, so that what follows one is not taken for the other's.
CALM_SECONDS = 12.0
# The longest a part may take to come back before the run is given up.
PATIENCE_SECONDS = 120.0
# A lease of a minute, the sweep behind it, and the sendings themselves.
SETTLE_SECONDS = 240.0


@dataclass
class Deaths:
    """The plan of a run: one part after the other dies once the product is well again."""

    site: Product
    left: list[str] = field(default_factory=lambda: list(ORDER))
    at: dict[str, float] = field(default_factory=dict)
    ready_after: dict[str, float] = field(default_factory=dict)
    last: float = field(default_factory=time.time)
    dying: str = ""

    @property
    def is_over(self) -> bool:
        """Tell whether each has died and come back, and some time went by."""
        return not self.left and not self.dying and time.time() - self.last > CALM_SECONDS

    def look(self) -> None:
        """Kill the next one when it is time, or note that the last one is back."""
        if self.dying:
            if self.site.is_ready():
                self.last = time.time()
                self.ready_after[self.dying] = self.last - self.at[self.dying]
                self.dying = ""
        elif self.left and time.time() - self.last > CALM_SECONDS:
            self.dying = self.left.pop(0)
            self.at[self.dying] = time.time()
            self.site.kill(self.dying)


def main() -> int:
    """Kill, settle, count; return 1 where something acknowledged was lost, doubled, or never came back."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.killing", description=__doc__)
    parser.add_argument("--owners", type=int, default=20)
    options = parser.parse_args()
    if places.binaries() is None:
        print("no initdb on this machine")
        return 1
    longest = len(ORDER) * PATIENCE_SECONDS
    with product.started() as site:
        people = running.owners(site, options.owners, len(ORDER) * 2 * CALM_SECONDS)
        deaths = Deaths(site)
        asks = running.load(site, people, longest, deaths.look, lambda: deaths.is_over)
        settled_after = _settle(site)
        found, sendings = truth.compare(site, asks), truth.sendings(site)
    for line in _lines(deaths, asks, sendings):
        print(line)
    print(f"everything due was out {settled_after:.0f} s after the load" if settled_after else "it never settled")
    for line in found.lines():
        print(line)
    return 0 if settled_after and deaths.is_over and found.is_clean else 1


def _settle(site: Product) -> float:
    """Wait until nothing is due any more; return after how long, 0 where it never was."""
    began = time.monotonic()
    while time.monotonic() - began < SETTLE_SECONDS:
        site.watch()
        if truth.is_settled(site):
            return time.monotonic() - began
        time.sleep(1)
    return 0.0


def _lines(deaths: Deaths, asks: Sequence[Ask], sendings: Sequence[float]) -> Iterator[str]:
    yield f"{len(asks)} requests, {sum(map(figures.is_error, asks))} errors"
    yield f"{'killed':<12} {'all well after':>15} {'last error after':>17} {'errors':>7} {'next sending after':>19}"
    moments = [*deaths.at.values(), time.time()]
    for (name, died), until in zip(deaths.at.items(), moments[1:], strict=True):
        wrong = [ask for ask in asks if figures.is_error(ask) and died <= ask.began + ask.seconds < until]
        last = max((ask.began + ask.seconds - died for ask in wrong), default=0.0)
        ready = deaths.ready_after.get(name)
        sent = min((each - died for each in sendings if each > died), default=0.0)
        yield (f"{name:<12} {_seconds(ready):>15} {_seconds(last, 'none'):>17} {len(wrong):>7} "
               f"{_seconds(sent):>19}")  # fmt: skip


def _seconds(found: float | None, absent: str = "never") -> str:
    return f"{found:.1f} s" if found else absent


if __name__ == "__main__":
    sys.exit(main())
