"""Count what a request asks of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from app.core.db import db


@pytest.fixture
def queries(app: Flask) -> Iterator[Callable[[Callable[[], Any]], int]]:
    """Return a function that counts the SELECTs of a request."""
    said: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        said.append(statement)

    def count(request: Callable[[], Any]) -> int:
        db.session.commit()
        said.clear()
        request()
        return sum(statement.startswith("SELECT") for statement in said)

    event.listen(db.engine, "before_cursor_execute", listen)
    yield count
    event.remove(db.engine, "before_cursor_execute", listen)
