"""Tags as mappers write them: several values in one, under several keys."""

from __future__ import annotations

from collections.abc import Mapping

Tags = Mapping[str, str]


def values(tags: Tags, *keys: str) -> list[str]:
    """Return every value of these keys, once, in order: several are separated by semicolons."""
    parts = (part.strip() for key in keys for part in tags.get(key, "").split(";"))
    return list(dict.fromkeys(part for part in parts if part))


def first(tags: Tags, *keys: str) -> str:
    """Return the first value of the first key that has one."""
    return next(iter(values(tags, *keys)), "")
