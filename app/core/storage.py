"""Files of any size a phone can load, kept in a folder or in an S3 bucket: same keys, same errors."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from flask import Flask, current_app

# The type follows the ending, in a folder as in a bucket, so that no second file has to remember it.
MEDIA_TYPES: Mapping[str, str] = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".json": "application/json",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".bin": "application/octet-stream",
}
MAX_BYTES = 20_000_000
MAX_KEY_LENGTH = 240
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")
CONNECT_TIMEOUT_SECONDS, READ_TIMEOUT_SECONDS = 5, 20


class StorageError(Exception):
    """The store did not do what was asked; trying again later may help unless `permanent`."""

    permanent = False


class NotStored(StorageError):
    """Nothing is kept under this key."""

    permanent = True


class BadKey(NotStored):
    """The key leaves the store, or its ending does not tell its type: nothing is ever kept under it."""


class FileTooLarge(StorageError):
    """The file weighs more than MAX_BYTES."""

    permanent = True


@dataclass(frozen=True)
class StoredFile:
    """A file as it was put."""

    content: bytes = field(repr=False)
    media_type: str


class Storage(Protocol):
    """Keep files under keys such as `pictures/12/3f9a.png`. Every method raises StorageError."""

    def put(self, key: str, content: bytes, media_type: str) -> None: ...

    def get(self, key: str) -> StoredFile: ...

    def exists(self, key: str) -> bool: ...

    def delete(self, key: str) -> None: ...

    def delete_folder(self, folder: str) -> int: ...


def open_storage(media_url: str, s3_endpoint_url: str | None = None) -> Storage:
    """Open the store MEDIA_URL names: a folder, or `s3://bucket/prefix`; raises StorageError when it names none."""
    if not media_url.startswith("s3://"):
        if not media_url or "://" in media_url:
            raise StorageError("MEDIA_URL is neither a folder nor s3://bucket/prefix")
        return FolderStorage(Path(media_url))
    parts = urlsplit(media_url)
    if not parts.netloc:
        raise StorageError("MEDIA_URL names no bucket")
    return S3Storage(parts.netloc, parts.path.strip("/"), s3_endpoint_url or None)


class FolderStorage:
    """Keep files in a folder of this machine."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, key: str, content: bytes, media_type: str) -> None:
        """Write the file whole or not at all, over any older one."""
        _check(key, content, media_type)
        target = self._place(key)
        with _folder_errors(key):
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                # mkstemp gives 0600; a web server may serve the folder.
                Path(name).chmod(0o644)
                Path(name).replace(target)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def get(self, key: str) -> StoredFile:
        """Read a file; raises NotStored when there is none."""
        target = self._place(key)
        with _folder_errors(key), target.open("rb") as file:
            return StoredFile(_within_cap(file.read(MAX_BYTES + 1), key), media_type_of(key))

    def exists(self, key: str) -> bool:
        """Tell whether a file is kept under this key."""
        target = self._place(key)
        with _folder_errors(key):
            return target.is_file()

    def delete(self, key: str) -> None:
        """Remove a file; removing none is no error."""
        target = self._place(key)
        with _folder_errors(key):
            target.unlink(missing_ok=True)

    def delete_folder(self, folder: str) -> int:
        """Remove every file whose key begins with `folder/`; return how many there were."""
        _check_folder(folder)
        found = [path for path in (self.path.resolve() / folder).rglob("*") if path.is_file()]
        with _folder_errors(folder):
            for path in found:
                path.unlink(missing_ok=True)
        return len(found)

    def _place(self, key: str) -> Path:
        media_type_of(key)
        root = self.path.resolve()
        target = (root / key).resolve()
        # A link laid inside the folder must not lead out of it either.
        if not target.is_relative_to(root):
            raise BadKey(f"the key leaves the store: {key!r}")
        return target


class S3Storage:
    """Keep files in a bucket of S3, or of a service that speaks like it; credentials are boto3's own."""

    def __init__(self, bucket: str, prefix: str = "", endpoint_url: str | None = None) -> None:
        self.bucket = bucket
        self.prefix = prefix
        self.endpoint_url = endpoint_url

    def put(self, key: str, content: bytes, media_type: str) -> None:
        """Send the file; S3 replaces an older one in one go."""
        _check(key, content, media_type)
        with self._errors(key):
            self._client.put_object(**self._object(key), Body=content, ContentType=media_type)

    def get(self, key: str) -> StoredFile:
        """Read a file; raises NotStored when there is none."""
        with self._errors(key):
            answer = self._client.get_object(**self._object(key))
            with answer["Body"] as body:
                return StoredFile(_within_cap(body.read(MAX_BYTES + 1), key), media_type_of(key))

    def exists(self, key: str) -> bool:
        """Tell whether a file is kept under this key."""
        place = self._object(key)
        try:
            with self._errors(key):
                self._client.head_object(**place)
        except NotStored:
            return False
        return True

    def delete(self, key: str) -> None:
        """Remove a file; removing none is no error."""
        with self._errors(key):
            self._client.delete_object(**self._object(key))

    def delete_folder(self, folder: str) -> int:
        """Remove every object whose key begins with `folder/`; return how many there were."""
        _check_folder(folder)
        begins = f"{self.prefix}/{folder}/" if self.prefix else f"{folder}/"
        count = 0
        with self._errors(folder):
            for page in self._client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=begins):
                names = [{"Key": each["Key"]} for each in page.get("Contents", [])]
                if names:
                    self._client.delete_objects(Bucket=self.bucket, Delete={"Objects": names, "Quiet": True})
                count += len(names)
        return count

    def _object(self, key: str) -> dict[str, str]:
        media_type_of(key)
        return {"Bucket": self.bucket, "Key": f"{self.prefix}/{key}" if self.prefix else key}

    @cached_property
    def _client(self) -> Any:
        # boto3 takes a third of a second and 30 MB to load: only those who use a bucket pay.
        import boto3
        from botocore.config import Config

        config = Config(
            connect_timeout=CONNECT_TIMEOUT_SECONDS,
            read_timeout=READ_TIMEOUT_SECONDS,
            retries={"total_max_attempts": 2, "mode": "standard"},
            # Services that only speak like S3 know neither per-bucket names nor the newer checksums.
            s3={"addressing_style": "path" if self.endpoint_url else "auto"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        region = os.environ.get("AWS_REGION", "ca-central-1")
        return boto3.client("s3", endpoint_url=self.endpoint_url, region_name=region, config=config)

    @contextmanager
    def _errors(self, key: str) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

        try:
            yield
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
            if code in {"NoSuchKey", "404"}:
                raise NotStored(f"nothing is kept under {key!r}") from error
            raise StorageError(f"S3 answered {code} for {key!r}") from error
        except (BotoCoreError, HTTPClientError, OSError) as error:
            raise StorageError(f"S3 did not answer for {key!r}: {type(error).__name__}") from error


def media_type_of(key: str) -> str:
    """Return the type a key's ending tells; raises BadKey for a key that is not ours."""
    if len(key) > MAX_KEY_LENGTH or not KEY.fullmatch(key):
        raise BadKey(f"not a key of the store: {key!r}")
    media_type = MEDIA_TYPES.get(Path(key).suffix)
    if media_type is None:
        raise BadKey(f"the ending of {key!r} tells no type")
    return media_type


def _check_folder(folder: str) -> None:
    # A whole store is never a folder: that would take everybody's files.
    if not KEY.fullmatch(folder) or "/" not in folder:
        raise BadKey(f"not a folder of the store: {folder!r}")


def _check(key: str, content: bytes, media_type: str) -> None:
    if media_type_of(key) != media_type:
        raise BadKey(f"{key!r} does not end like {media_type}")
    _within_cap(content, key)


def _within_cap(content: bytes, key: str) -> bytes:
    if len(content) > MAX_BYTES:
        raise FileTooLarge(f"{key!r} is too large: more than {MAX_BYTES} bytes")
    return content


@contextmanager
def _folder_errors(key: str) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise NotStored(f"nothing is kept under {key!r}") from error
    except OSError as error:
        raise StorageError(f"the folder refused {key!r}: {error.strerror}") from error


def init_app(app: Flask) -> None:
    """Open the storage of the settings."""
    settings = app.config["SETTINGS"]
    app.extensions["storage"] = open_storage(settings.media_url, settings.s3_endpoint_url)


def store() -> Storage:
    """Return the application's storage."""
    opened: Storage = current_app.extensions["storage"]
    return opened
