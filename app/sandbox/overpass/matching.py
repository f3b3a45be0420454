"""Which tags a filter accepts."""

from __future__ import annotations

from collections.abc import Mapping

from app.sandbox.overpass.syntax import TagFilter
from app.sandbox.overpass.trades import Trade, primary_keys


def accepts(wanted: TagFilter, tags: Mapping[str, str]) -> bool:
    """Tell whether one filter lets these tags through."""
    if wanted.key_pattern is not None:
        assert wanted.value_pattern is not None
        keys, values = wanted.key_pattern, wanted.value_pattern
        return any(keys.search(key) and values.search(value) for key, value in tags.items())
    value = tags.get(wanted.key)
    if wanted.op == "has":
        return value is not None
    if wanted.op == "hasnot":
        return value is None
    if wanted.op == "=":
        return value == wanted.value
    if wanted.op == "!=":
        return value != wanted.value
    assert wanted.value_pattern is not None
    found = value is not None and wanted.value_pattern.search(value) is not None
    return found if wanted.op == "~" else not found


def may_hold(filters: tuple[TagFilter, ...], trade: Trade) -> bool:
    """Tell whether businesses of a trade are worth drawing for these filters."""
    kinds: list[dict[str, str]] = [{trade.key: trade.value}, {f"disused:{trade.key}": trade.value}]
    if trade.value == "dentist":
        kinds += [{"healthcare": "dentist"}, {"amenity": "dentist", "healthcare": "dentist"}]
    telling = [wanted for wanted in filters if _tells_the_trade(wanted)]
    return any(all(accepts(wanted, kind) for wanted in telling) for kind in kinds)


def _tells_the_trade(wanted: TagFilter) -> bool:
    if wanted.key_pattern is not None:
        return any(wanted.key_pattern.search(key) for key in primary_keys()) and not wanted.key_pattern.search("name")
    return wanted.op in ("=", "~", "has") and wanted.key.removeprefix("disused:") in primary_keys()
