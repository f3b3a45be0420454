"""Files that outlive a request: a folder, or S3 by its protocol."""

from __future__ import annotations

import mimetypes
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from flask import Flask, current_app

MAX_BYTES = 20 * 1024 * 1024
# One plain name after the other: no dot segment, nothing absolute.
_KEY = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")


class StorageError(Exception):
    """The file could not be kept or read; trying again later may do."""


class FileMissing(StorageError):
    """No file has this key."""


@dataclass(frozen=True)
class StoredFile:
    """A file's bytes and media type."""

    content: bytes
    media_type: str


class Storage(Protocol):
    """Keep files under keys such as `contents/12/ab34.png`. Every method raises StorageError."""

    def put(self, key: str, content: bytes, media_type: str) -> None: ...

    def get(self, key: str) -> StoredFile: ...

    def exists(self, key: str) -> bool: ...

    def delete(self, key: str) -> None: ...


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key) or ".." in key:
        raise StorageError("this key names no file")
    return key


class FolderStorage:
    """Files in a folder; each write is whole or absent."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)

    def put(self, key: str, content: bytes, media_type: str) -> None:
        """Write a file beside its place, then move it there."""
        path = self.folder / _checked(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
                fresh = Path(file.name)
                try:
                    file.write(content)
                    file.flush()
                    fresh.replace(path)
                finally:
                    fresh.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"cannot write: {error.strerror}") from error

    def get(self, key: str) -> StoredFile:
        """Read a file."""
        path = self.folder / _checked(key)
        try:
            if path.stat().st_size > MAX_BYTES:
                raise StorageError("the file is too large")
            return StoredFile(path.read_bytes(), mimetypes.guess_type(key)[0] or "application/octet-stream")
        except FileNotFoundError as error:
            raise FileMissing(key) from error
        except OSError as error:
            raise StorageError(f"cannot read: {error.strerror}") from error

    def exists(self, key: str) -> bool:
        """Tell whether a file has this key."""
        try:
            return (self.folder / _checked(key)).is_file()
        except OSError as error:
            raise StorageError(f"cannot read: {error.strerror}") from error

    def delete(self, key: str) -> None:
        """Remove a file; its absence is fine."""
        try:
            (self.folder / _checked(key)).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"cannot delete: {error.strerror}") from error


class S3Storage:
    """Files in a bucket. Credentials come from the environment, as boto3 reads them."""

    def __init__(self, bucket: str, prefix: str = "", endpoint_url: str | None = None) -> None:
        import boto3
        from botocore.config import Config

        options = Config(connect_timeout=5, read_timeout=20, retries={"max_attempts": 3})
        self.bucket = bucket
        self.prefix = prefix.strip("/")
        self.client: Any = boto3.client(
            "s3", endpoint_url=endpoint_url, config=options, region_name=os.environ.get("AWS_REGION", "ca-central-1")
        )

    def _path(self, key: str) -> str:
        return f"{self.prefix}/{_checked(key)}" if self.prefix else _checked(key)

    def put(self, key: str, content: bytes, media_type: str) -> None:
        """Write an object."""
        self._call("put_object", key, Body=content, ContentType=media_type)

    def get(self, key: str) -> StoredFile:
        """Read an object."""
        from botocore.exceptions import BotoCoreError

        found = self._call("get_object", key)
        try:
            with found["Body"] as body:
                if found["ContentLength"] > MAX_BYTES:
                    raise StorageError("the file is too large")
                return StoredFile(body.read(), found["ContentType"])
        except BotoCoreError as error:
            raise StorageError(type(error).__name__) from error

    def exists(self, key: str) -> bool:
        """Tell whether an object has this key."""
        try:
            self._call("head_object", key)
        except FileMissing:
            return False
        return True

    def delete(self, key: str) -> None:
        """Remove an object; its absence is fine."""
        self._call("delete_object", key)

    def _call(self, method: str, key: str, **options: Any) -> Any:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return getattr(self.client, method)(Bucket=self.bucket, Key=self._path(key), **options)
        except ClientError as error:
            if error.response["Error"]["Code"] in {"404", "NoSuchKey", "NotFound"}:
                raise FileMissing(key) from error
            raise StorageError(f"S3 answered {error.response['Error']['Code']}") from error
        except BotoCoreError as error:
            raise StorageError(type(error).__name__) from error


def open_storage(media_url: str, s3_endpoint_url: str | None = None) -> Storage:
    """Open the storage an address names: `s3://bucket/prefix`, or a folder."""
    if media_url.startswith("s3://"):
        parts = urlsplit(media_url)
        return S3Storage(parts.netloc, parts.path, s3_endpoint_url or None)
    return FolderStorage(media_url)


def init_app(app: Flask) -> None:
    """Open the storage of the settings."""
    settings = app.config["SETTINGS"]
    app.extensions["storage"] = open_storage(settings.media_url, settings.s3_endpoint_url)


def store() -> Storage:
    """Return the application's storage."""
    opened: Storage = current_app.extensions["storage"]
    return opened
