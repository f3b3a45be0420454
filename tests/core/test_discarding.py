"""A file nothing names any more is deleted, and a store that is silent keeps nobody from going on."""

from __future__ import annotations

import pytest
import structlog
from flask import Flask

from app.core.discarding import discard
from app.core.storage import FolderStorage, StorageError, store

FIRST, SECOND = "pictures/1/first.png", "pictures/1/second.png"


def test_files_are_deleted_and_one_that_is_gone_already_is_no_trouble(app: Flask) -> None:
    store().put(SECOND, b"x", "image/png")
    with structlog.testing.capture_logs() as lines:
        discard(FIRST, SECOND)
    assert not store().exists(SECOND)
    assert not lines


def test_a_file_the_store_leaves_behind_is_said_and_the_next_is_deleted(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    store().put(FIRST, b"x", "image/png")
    store().put(SECOND, b"x", "image/png")
    deletes = FolderStorage.delete

    def silent_for_the_first(self: FolderStorage, key: str) -> None:
        if key == FIRST:
            raise StorageError("down")
        deletes(self, key)

    monkeypatch.setattr(FolderStorage, "delete", silent_for_the_first)
    with structlog.testing.capture_logs() as lines:
        discard(FIRST, SECOND)
    assert [(line["log_level"], line["event"], line["key"]) for line in lines] == [
        ("warning", "file not deleted", FIRST)
    ]
    assert (store().exists(FIRST), store().exists(SECOND)) == (True, False)
