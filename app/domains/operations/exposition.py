"""The text Prometheus reads (https://prometheus.io/docs/instrumenting/exposition_formats/)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import groupby

import redis
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from app.core import background, metrics
from app.domains.operations import gauges

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Everything(Collector):
    """What was counted by every process, then what waits now."""

    def collect(self) -> Iterator[Metric]:
        """Yield one family a name."""
        metrics.flush()
        with contextlib.suppress(redis.RedisError):
            yield from _counted()
        for name, group in groupby(sorted(gauges.read(), key=_name), key=_name):
            members = list(group)
            labels = [label for label, _ in members[0].labels]
            family = GaugeMetricFamily(f"astrogrowth_{name}", members[0].help, labels=labels)
            for each in members:
                family.add_metric([value for _, value in each.labels], each.value)
            yield family


def _name(gauge: gauges.Gauge) -> str:
    return gauge.name


def _counted() -> Iterator[Metric]:
    families: dict[str, CounterMetricFamily | HistogramMetricFamily] = {}
    for what, labels, parts in metrics.series(background.connection()):
        kind = HistogramMetricFamily if isinstance(what, metrics.Histogram) else CounterMetricFamily
        family = families.setdefault(what.name, kind(what.name, what.help, labels=what.labels))
        if isinstance(family, HistogramMetricFamily):
            family.add_metric(labels, buckets=_cumulated(parts), sum_value=parts.get("sum", 0.0))
        else:
            family.add_metric(labels, parts.get("", 0.0))
    yield from families.values()


def _cumulated(parts: dict[str, float]) -> list[tuple[str, float]]:
    total, buckets = 0.0, []
    for limit in (*map(str, metrics.BUCKETS), "+Inf"):
        total += parts.get(limit, 0.0)
        buckets.append((limit, total))
    return buckets


def text() -> bytes:
    """Return everything, as Prometheus reads it."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Everything())
    return generate_latest(registry)
