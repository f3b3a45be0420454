"""Write elements as `out` asks."""

from __future__ import annotations

from typing import Any

from app.sandbox.overpass.invention import Element
from app.sandbox.overpass.regions import InBox
from app.sandbox.overpass.syntax import Output

ORDER = {"node": 0, "way": 1, "relation": 2}
WITH_TAGS = {"body", "tags", "meta"}
WITH_COORDINATES = {"skel", "body", "meta"}


def rendered(found: list[Element], out: Output) -> list[dict[str, Any]]:
    """Write the elements of a set, in the order, number and detail asked."""
    if out.box is not None:
        region = InBox(out.box)
        found = [each for each in found if region.holds(each)]
    if out.mode == "count":
        return [_count(found)]
    if out.by_quadtile:
        found = sorted(found, key=lambda each: (ORDER[each.type], round(each.lat, 2), round(each.lon, 2), each.id))
    else:
        found = sorted(found, key=lambda each: (ORDER[each.type], each.id))
    return [_element(each, out) for each in found[: out.limit]]


def _element(each: Element, out: Output) -> dict[str, Any]:
    row: dict[str, Any] = {"type": each.type, "id": each.id}
    has_point = each.type == "node" or each.flat
    if has_point and (out.mode in WITH_COORDINATES or out.geometry):
        row |= {"lat": each.lat, "lon": each.lon}
    elif not has_point and out.geometry == "center":
        row["center"] = {"lat": each.lat, "lon": each.lon}
    elif not has_point and out.geometry in ("bb", "geom"):
        row["bounds"] = _bounds(each)
    if out.mode in WITH_TAGS:
        row["tags"] = dict(each.tags)
    return row


def _bounds(each: Element) -> dict[str, float]:
    half = 0.02 if each.tags.get("boundary") else 0.0001
    return {
        "minlat": round(each.lat - half, 7),
        "minlon": round(each.lon - half, 7),
        "maxlat": round(each.lat + half, 7),
        "maxlon": round(each.lon + half, 7),
    }


def _count(found: list[Element]) -> dict[str, Any]:
    counts = {kind: sum(each.type == kind for each in found) for kind in ORDER}
    tags = {"nodes": counts["node"], "ways": counts["way"], "relations": counts["relation"], "total": len(found)}
    return {"type": "count", "id": 0, "tags": {key: str(value) for key, value in tags.items()}}
