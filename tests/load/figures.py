"""What owners saw, as lines: errors, waits, and how they stand beside a bare page; and the memory of each process."""

from __future__ import annotations

import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import psutil

from tests.load.owners import Ask
from tests.load.product import Product, tree

# What a process may take on from one third of a run to the next and still be called flat, as a share and in megabytes.
FLAT, FLAT_MEGABYTES = 1.05, 1.0


def percentile(waits: Sequence[float], part: float) -> float:
    """Return the wait that `part` of them do not go beyond."""
    ranked = sorted(waits)
    return ranked[min(int(len(ranked) * part), len(ranked) - 1)] if ranked else 0.0


def is_error(ask: Ask) -> bool:
    """Tell whether an owner got nothing, or what she never should."""
    return not 200 <= ask.status < 400


def lines(asks: Sequence[Ask], seconds: float, bare_p95: float) -> Iterator[str]:
    """Tell what was answered, page by page, the slowest first."""
    wrong = Counter(f"{ask.name} → {ask.status or 'nothing'}" for ask in asks if is_error(ask))
    # Everybody signs in at the same instant, before anything is measured: a line of its own.
    waits = [ask.seconds for ask in asks if not ask.name.endswith("/connexion")]
    yield (f"{len(asks)} requests, {len(asks) / seconds:.0f} a second, {sum(wrong.values())} errors; "
           f"p50 {percentile(waits, 0.5) * 1000:.0f} ms, p95 {percentile(waits, 0.95) * 1000:.0f} ms, "
           f"{_ratio(percentile(waits, 0.95), bare_p95)} of the bare page's p95")  # fmt: skip
    yield from (f"  {count} × {said}" for said, count in wrong.most_common(8))
    by_name: dict[str, list[float]] = defaultdict(list)
    for ask in asks:
        by_name[ask.name].append(ask.seconds)
    for name, found in sorted(by_name.items(), key=lambda pair: -percentile(pair[1], 0.95)):
        p50, p95 = percentile(found, 0.5) * 1000, percentile(found, 0.95) * 1000
        ratio = _ratio(p95 / 1000, bare_p95)
        yield f"  {name:<42} {len(found):>5}  p50 {p50:5.0f} ms  p95 {p95:5.0f} ms  ratio {ratio}"


def _ratio(wait: float, bare: float) -> str:
    return f"{wait / bare:.2f}" if bare else "?"


class Processor:
    """The processor time each part took, from the moment this is made."""

    def __init__(self, product: Product) -> None:
        self.product, self.before = product, _worked(product)

    def lines(self, requests: int) -> Iterator[str]:
        """Tell what each part took, in all and for one request of the owners."""
        for name, seconds in _worked(self.product).items():
            took = seconds - self.before.get(name, 0.0)
            yield f"  processor, {name:<11} {took:6.1f} s, {took / max(requests, 1) * 1000:5.1f} ms a request"


def _worked(product: Product) -> dict[str, float]:
    worked: dict[str, float] = defaultdict(float)
    for name, pid in product.pids().items():
        for process in tree(pid):
            with suppress(psutil.Error):
                # A renewed process, or a connection's, has ended by now: its parent holds its time.
                worked[name] += sum(process.cpu_times()[:4])
    return worked


@dataclass
class Memory:
    """The megabytes each lasting process holds, for itself alone and in all, as a run goes."""

    product: Product
    seen: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    looked_at: float = 0.0

    def look(self, every_seconds: float) -> None:
        """Weigh every process, unless that was done a moment ago."""
        if time.monotonic() - self.looked_at < every_seconds:
            return
        self.looked_at = time.monotonic()
        for name, pid in self.product.pids().items():
            for process in tree(pid):
                with suppress(psutil.Error):
                    held = process.memory_full_info()
                    self.seen[f"{name} {process.pid}"].append((held.uss / 2**20, held.rss / 2**20))

    def lines(self) -> Iterator[str]:
        """Tell where each stood in the first, second and last third of the run."""
        most = max(map(len, self.seen.values()), default=0)
        for name, sizes in self.seen.items():
            # Only those of the whole run can grow.
            if len(sizes) < 3 or len(sizes) < most * 0.9:
                continue
            alone, in_all = (_thirds(part) for part in zip(*sizes, strict=True))
            # A page shared with a parent becomes one's own when it is written: that is no growth.
            said = "GROWS" if _grows(alone) and _grows(in_all) else "flat"
            label = re.sub(r" \d+$", "", name)
            yield f"  {label:<12} {_arrows(alone)} MB alone, {_arrows(in_all)} MB in all  {said}"


def _thirds(sizes: Sequence[float]) -> list[float]:
    third = len(sizes) // 3
    return [statistics.median(part) for part in (sizes[:third], sizes[third : 2 * third], sizes[2 * third :])]


def _grows(thirds: Sequence[float]) -> bool:
    return thirds[2] > max(thirds[1] * FLAT, thirds[1] + FLAT_MEGABYTES)


def _arrows(thirds: Sequence[float]) -> str:
    return " → ".join(f"{size:6.1f}" for size in thirds)
