"""Carry out a query, statement by statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.sandbox.overpass.invention import Element
from app.sandbox.overpass.matching import accepts
from app.sandbox.overpass.places import AREA_OFFSET, place_elements
from app.sandbox.overpass.regions import InAreas, InBox, InCircles, Region
from app.sandbox.overpass.rendering import rendered
from app.sandbox.overpass.syntax import (
    Around,
    Box,
    Combination,
    InArea,
    MapToArea,
    Output,
    Program,
    Query,
    Recall,
    Statement,
)
from app.sandbox.overpass.world import TooMuch, find

Found = dict[tuple[str, int], Element]


@dataclass
class Run:
    """One query being carried out: its sets, and what it has put out."""

    program: Program
    file: str = ""
    sets: dict[str, Found] = field(default_factory=dict)
    output: list[dict[str, Any]] = field(default_factory=list)
    line: int = 1

    def carry_out(self, cap: int) -> str:
        """Run every statement, and return the remark of a query that died, or nothing."""
        try:
            for statement in self.program.statements:
                self._carry(statement)
        except TooMuch:
            seconds = self.program.timeout_seconds
            return f'runtime error: Query timed out in "query" at line {self.line} after {seconds} seconds.'
        if len(self.output) > cap:
            # What was read so far comes with the failure, and looks like an answer.
            del self.output[cap // 2 :]
            memory = f"{self.program.maxsize // 1048576} MB of RAM"
            return f'runtime error: Query run out of memory in "query" at line {self.line} using about {memory}.'
        return ""

    def _carry(self, statement: Statement) -> Found:
        if isinstance(statement, Output):
            self.output.extend(rendered(list(self.sets.get(statement.source, {}).values()), statement))
            return {}
        found = self._find(statement)
        self.sets[statement.into] = found
        return found

    def _find(self, statement: Query | Combination | MapToArea | Recall) -> Found:
        if isinstance(statement, Query):
            self.line = statement.line
            return self._areas(statement) if "area" in statement.types else self._elements(statement)
        if isinstance(statement, Combination):
            return self._combined(statement)
        source = self.sets.get(statement.source, {})
        if isinstance(statement, MapToArea):
            return {("area", AREA_OFFSET + each.id): each for each in source.values() if each.type == "relation"}
        return {} if statement.recursion else dict(source)

    def _combined(self, statement: Combination) -> Found:
        parts = [self._carry(part) for part in statement.parts]
        if statement.minus:
            return {key: each for key, each in parts[0].items() if key not in parts[1]}
        return {key: each for part in parts for key, each in part.items()}

    def _elements(self, query: Query) -> Found:
        regions = self._regions(query)
        if query.sources:
            sets = [self.sets.get(name, {}) for name in query.sources]
            candidates = [each for key, each in sets[0].items() if all(key in other for other in sets[1:])]
        elif query.ids is not None:
            candidates = [each for each in place_elements() if each.id in query.ids]
        else:
            candidates = find(query.tags, regions, self.file)
        return {
            (each.type, each.id): each
            for each in candidates
            if each.type in query.types
            and (query.ids is None or each.id in query.ids)
            and all(accepts(wanted, each.tags) for wanted in query.tags)
            and all(region.holds(each) for region in regions)
        }

    def _areas(self, query: Query) -> Found:
        regions = self._regions(query)
        return {
            ("area", AREA_OFFSET + each.id): each
            for each in place_elements()
            if each.type == "relation"
            and (query.ids is None or AREA_OFFSET + each.id in query.ids)
            and all(accepts(wanted, each.tags) for wanted in query.tags)
            and all(region.holds(each) for region in regions)
        }

    def _regions(self, query: Query) -> list[Region]:
        regions = [self._region(place) for place in query.places]
        if self.program.box is not None and "area" not in query.types:
            regions.append(InBox(self.program.box))
        return regions

    def _region(self, place: Box | Around | InArea) -> Region:
        if isinstance(place, Box):
            return InBox(place)
        if isinstance(place, InArea):
            numbers = {place.number} if place.number else {key[1] for key in self.sets.get(place.source, {})}
            return InAreas(frozenset(numbers))
        points = place.points or tuple(each.point for each in self.sets.get(place.source, {}).values())
        return InCircles(place.radius, points)
