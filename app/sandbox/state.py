"""Everything one sandbox knows, in memory and, where asked, in a file that survives a crash."""

from __future__ import annotations

import json
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from app.sandbox.behaviour import Behaviours
from app.sandbox.records import Code, Container, Letter, Member, Picture, Post, Token

REQUESTS_KEPT = 1000
LETTERS_KEPT = 500
MEMBERS = (
    Member("sbx7Camille", "Camille", "Démonstration", "camille@demonstration.example"),
    Member("sbx7Olivier", "Olivier", "Bac-à-Sable", "olivier@demonstration.example"),
)


@dataclass
class Settings:
    """How strict and how generous the twins are; POST /_sandbox/settings changes them."""

    overpass_file: str = ""
    overpass_wait_seconds: float = 30.0
    overpass_slots: int = 0
    overpass_element_cap: int = 5000
    gemini_keys: list[str] = field(default_factory=list)
    linkedin_clients: dict[str, str] = field(default_factory=dict)
    linkedin_redirect_uris: list[str] = field(default_factory=list)
    linkedin_extra_scopes: list[str] = field(default_factory=list)
    linkedin_refresh_tokens: bool = False
    linkedin_token_days: float = 60.0
    linkedin_code_seconds: float = 1800.0
    linkedin_posts_per_day: int = 150
    linkedin_image_seconds: float = 0.0
    linkedin_ghost_hours: float = 24.0
    linkedin_refuses_duplicates: bool = True
    linkedin_oldest_version: str = "202512"
    meta_apps: dict[str, str] = field(default_factory=lambda: {"sandbox-meta-app": "sandbox-meta-secret"})
    meta_declined_scopes: list[str] = field(default_factory=list)
    meta_oldest_version: str = "v22.0"
    meta_newest_version: str = "v26.0"
    meta_code_seconds: float = 600.0
    meta_token_days: float = 60.0
    meta_container_seconds: float = 0.0
    meta_posts_per_day: int = 100
    meta_refuses_duplicates: bool = True
    site_seconds: float = 0.0

    def change(self, wanted: dict[str, Any]) -> list[str]:
        """Set the named settings, and return the names that do not exist or have the wrong type."""
        known = {each.name: getattr(self, each.name) for each in fields(self)}
        wrong = [name for name, value in wanted.items() if name not in known or not _alike(known[name], value)]
        if not wrong:
            for name, value in wanted.items():
                setattr(self, name, value)
        return wrong


def _alike(old: object, new: object) -> bool:
    if isinstance(old, bool) or isinstance(new, bool):
        return isinstance(old, bool) and isinstance(new, bool)
    if isinstance(old, float):
        return isinstance(new, int | float)
    return isinstance(new, type(old))


class SandboxState:
    """Hold what was received and granted; every change is made under `lock`."""

    def __init__(
        self, settings: Settings | None = None, *, file: Path | None = None, now: Callable[[], float] = time.time
    ) -> None:
        self.settings = settings or Settings()
        self.now = now
        self.lock = threading.RLock()
        self.behaviours = Behaviours()
        self.file = file
        self._clear()
        if file is not None and file.exists():
            self._load(file)

    def _clear(self) -> None:
        self.posts: dict[str, Post] = {}
        self.pictures: dict[str, Picture] = {}
        self.containers: dict[str, Container] = {}
        self.codes: dict[str, Code] = {}
        self.tokens: dict[str, Token] = {}
        self.letters: dict[str, Letter] = {}
        self.last_number = 0
        self.requests: deque[dict[str, Any]] = deque(maxlen=REQUESTS_KEPT)
        self.refused_until: dict[str, float] = {}
        self.running: dict[str, int] = {}
        self._blobs: dict[str, bytes] = {}

    def reset(self) -> None:
        """Forget everything received and granted; the settings stay."""
        with self.lock:
            self._clear()
            self.behaviours.clear()
            if self.file is not None:
                for blob in self._blob_folder().glob("*"):
                    blob.unlink()
            self.save()

    def next_number(self) -> int:
        """Give a number never given before, also across restarts when there is a file."""
        with self.lock:
            self.last_number = max(self.last_number + 1, int(self.now() * 1000))
            return self.last_number

    def member(self, sub: str) -> Member | None:
        """Find a member by subject."""
        return next((each for each in MEMBERS if each.sub == sub), None)

    def keep_letter(self, letter: Letter, source: bytes) -> None:
        """Keep one e-mail, and let the oldest go beyond the number kept."""
        with self.lock:
            self.put_blob(letter.id, source)
            self.letters[letter.id] = letter
            while len(self.letters) > LETTERS_KEPT:
                oldest = next(iter(self.letters))
                del self.letters[oldest]
                self.drop_blob(oldest)
            self.save()

    def put_blob(self, name: str, content: bytes) -> None:
        """Keep bytes under a name, beside the state file when there is one."""
        if self.file is None:
            self._blobs[name] = content
        else:
            _write_whole(self._blob_folder() / _safe(name), content)

    def blob(self, name: str) -> bytes | None:
        """Read bytes kept under a name, None where there are none."""
        if self.file is None:
            return self._blobs.get(name)
        path = self._blob_folder() / _safe(name)
        return path.read_bytes() if path.exists() else None

    def drop_blob(self, name: str) -> None:
        """Forget bytes kept under a name."""
        self._blobs.pop(name, None)
        if self.file is not None:
            (self._blob_folder() / _safe(name)).unlink(missing_ok=True)

    def save(self) -> None:
        """Write the state file in one atomic replacement; without a file, do nothing."""
        if self.file is None:
            return
        with self.lock:
            kept = {
                "last_number": self.last_number,
                "refused_until": self.refused_until,
                "posts": [asdict(each) for each in self.posts.values()],
                "pictures": [asdict(each) for each in self.pictures.values()],
                "containers": [asdict(each) for each in self.containers.values()],
                "letters": [asdict(each) for each in self.letters.values()],
                "codes": {key: asdict(each) for key, each in self.codes.items()},
                "tokens": {key: asdict(each) for key, each in self.tokens.items()},
            }
            _write_whole(self.file, json.dumps(kept, ensure_ascii=False).encode())

    def _load(self, file: Path) -> None:
        kept = json.loads(file.read_text(encoding="utf-8"))
        self.last_number = kept["last_number"]
        self.refused_until = kept["refused_until"]
        self.posts = {each["urn"]: Post(**each) for each in kept["posts"]}
        self.pictures = {each["urn"]: Picture(**each) for each in kept["pictures"]}
        # A file from before these were kept has none of them.
        self.containers = {each["id"]: Container(**each) for each in kept.get("containers", [])}
        self.letters = {each["id"]: Letter(**each) for each in kept["letters"]}
        self.codes = {key: Code(**each) for key, each in kept["codes"].items()}
        self.tokens = {key: Token(**each) for key, each in kept["tokens"].items()}

    def _blob_folder(self) -> Path:
        assert self.file is not None
        return self.file.with_name(self.file.name + ".blobs")


def _safe(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in name)


def _write_whole(path: Path, content: bytes) -> None:
    # A kill -9 leaves the old file or the new one, never half of one.
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    with draft.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)
