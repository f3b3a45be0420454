"""Requests drawn from the document, sent to a running server; what it answers is held to the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

# What deletes goes last: the others would find nothing.
LAST = ("DELETE",)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
KINDS = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@dataclass
class Tally:
    """How many requests, by status, and what was wrong."""

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def cases(self) -> int:
        return sum(self.statuses.values())


def fuzz(url: str, token: str, ids: Mapping[str, Any], cases: int) -> Tally:
    """Send at least `cases` requests, shared among the operations; three in four name rows that are there."""
    schema = schemathesis.openapi.from_url(f"{url}/api/v1/openapi.json")
    operations = [result.ok() for result in schema.get_all_operations()]
    operations.sort(key=lambda each: (each.method.upper() in LAST, each.path))
    share = -(-cases // (len(operations) * len(KINDS)))
    tally = Tally()
    for operation in operations:
        for kind in KINDS:
            _one(operation, kind, token, ids, tally, share)
    return tally


def _one(operation: Any, kind: GenerationMode, token: str, ids: Mapping[str, Any], tally: Tally, share: int) -> None:
    sent = 0

    @seed(20261121)
    @settings(max_examples=share * 4, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=kind), chance=st.integers(0, 3))
    def send(case: Any, chance: int) -> None:
        nonlocal sent
        if sent >= share:
            return
        sent += 1
        if chance and case.path_parameters:
            case.path_parameters = {name: ids.get(name, value) for name, value in case.path_parameters.items()}
        answer = case.call(headers={"Authorization": f"Bearer {token}"}, timeout=30)
        tally.statuses[answer.status_code] += 1
        try:
            case.validate_response(answer, checks=CHECKS)
        except (Failure, FailureGroup) as error:
            tally.wrong.append(f"{operation.label} {answer.status_code}: {error} {case.as_curl_command()[:600]}")

    send()
