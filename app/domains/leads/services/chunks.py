"""Long lists of values in pieces that every database accepts in one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
SIZE = 500


def chunks(values: Sequence[T], size: int = SIZE) -> Iterator[Sequence[T]]:
    """Yield `values` by pieces of `size`."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
