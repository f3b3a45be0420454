"""A file put is a file read back, in a folder or in a bucket, and no key leaves its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from app.core import storage
from app.core.storage import (
    BadKey,
    FileTooLarge,
    FolderStorage,
    NotStored,
    S3Storage,
    Storage,
    StorageError,
    open_storage,
)

KEY = "contents/12/ab34.png"
PICTURE = b"\x89PNG\r\n\x1a\nrest"


@pytest.fixture(scope="module")
def s3_url() -> Iterator[str]:
    keys = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    before = {name: os.environ.get(name) for name in keys}
    os.environ.update(dict.fromkeys(keys, "testing"))
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    boto3.client("s3", endpoint_url=url, region_name="us-east-1").create_bucket(Bucket="media")
    yield url
    server.stop()
    for name, value in before.items():
        os.environ.pop(name, None) if value is None else os.environ.update({name: value})


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    if request.param == "folder":
        return open_storage(str(tmp_path / "media"))
    return open_storage("s3://media/site/images", request.getfixturevalue("s3_url"))


def test_a_picture_comes_back_whole_with_its_type(store: Storage) -> None:
    store.put(KEY, PICTURE, "image/png")
    assert store.get(KEY) == storage.StoredFile(PICTURE, "image/png")
    assert store.exists(KEY)


def test_a_second_writing_replaces_the_first(store: Storage) -> None:
    store.put(KEY, b"first", "image/png")
    store.put(KEY, PICTURE, "image/png")
    assert store.get(KEY).content == PICTURE


def test_what_is_absent_is_said_to_be_missing(store: Storage) -> None:
    assert not store.exists("contents/none.png")
    with pytest.raises(NotStored):
        store.get("contents/none.png")


def test_deleting_twice_is_fine(store: Storage) -> None:
    store.put(KEY, PICTURE, "image/png")
    store.delete(KEY)
    store.delete(KEY)
    assert not store.exists(KEY)


@pytest.mark.parametrize(
    "key",
    ["../secret_key.txt", "/etc/passwd", "a/../../b", "a//b", "", ".", "a/./b", "a\\..\\b", "a\0b", "a\n", "é.png",
     "%2e%2e/b", ".hidden", "a/", "..", "a..b/../c"],
)  # fmt: skip
def test_a_key_that_leaves_its_place_names_no_file(store: Storage, key: str) -> None:
    acts: list[Any] = [lambda: store.put(key, b"x", "text/plain"), lambda: store.get(key), lambda: store.delete(key)]
    for act in [*acts, lambda: store.exists(key)]:
        with pytest.raises(StorageError):
            act()


def test_a_name_too_long_for_the_disk_is_a_refusal_not_a_crash(tmp_path: Path) -> None:
    folder = FolderStorage(tmp_path)
    for act in (
        lambda: folder.exists("a" * 300),
        lambda: folder.get("a" * 300),
        lambda: folder.put("a" * 300, b"", ""),
    ):
        with pytest.raises(StorageError):
            act()


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = FolderStorage(tmp_path)
    (tmp_path / "taken.png").mkdir()
    with pytest.raises(StorageError):
        folder.put("taken.png", PICTURE, "image/png")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.png"]


def test_a_file_too_large_is_not_read(store: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put(KEY, PICTURE, "image/png")
    monkeypatch.setattr(storage, "MAX_BYTES", 4)
    with pytest.raises(StorageError, match="too large"):
        store.get(KEY)


def test_the_prefix_keeps_two_sites_apart_in_one_bucket(s3_url: str) -> None:
    open_storage("s3://media/one", s3_url).put(KEY, PICTURE, "image/png")
    assert not open_storage("s3://media/two", s3_url).exists(KEY)
    assert open_storage("s3://media", s3_url).exists(f"one/{KEY}")


def test_a_bucket_out_of_reach_is_a_typed_refusal(s3_url: str) -> None:
    absent = S3Storage("no-such-bucket", "", s3_url)
    with pytest.raises(StorageError, match="NoSuchBucket"):
        absent.put(KEY, PICTURE, "image/png")
    with pytest.raises(StorageError):
        S3Storage("media", "", "http://127.0.0.1:9").put(KEY, PICTURE, "image/png")


def test_a_link_inside_the_folder_leads_nowhere_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "media"
    inside.mkdir()
    (inside / "link").symlink_to(tmp_path)
    with pytest.raises(BadKey):
        FolderStorage(inside).get("link/secret.txt")


def test_a_file_is_kept_under_the_ending_of_its_type_only(store: Storage) -> None:
    for key, media_type in (("a.png", "text/plain"), ("a.html", "text/html"), ("a", "image/png")):
        with pytest.raises(BadKey):
            store.put(key, PICTURE, media_type)


def test_a_file_too_large_is_not_written(store: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "MAX_BYTES", 4)
    with pytest.raises(FileTooLarge):
        store.put("heavy.png", PICTURE, "image/png")
    assert not store.exists("heavy.png")


@pytest.mark.parametrize("address", ["", "s3://", "ftp://host/folder"])
def test_an_address_that_names_no_store_is_refused_at_once(address: str) -> None:
    with pytest.raises(StorageError):
        open_storage(address)


def test_an_error_never_shows_what_the_file_holds() -> None:
    assert "secret" not in repr(storage.StoredFile(b"secret", "text/plain"))
