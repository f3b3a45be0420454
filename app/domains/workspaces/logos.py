"""A workspace's logo: read as a picture nobody vouches for, written again clean and small."""

from __future__ import annotations

import hashlib
from io import BytesIO

from app.core.background import after_commit
from app.core.db import db
from app.core.discarding import discard
from app.core.storage import StoredFile, store
from app.domains.audit import services as audit
from app.domains.workspaces import wording
from app.domains.workspaces.models import Workspace
from app.providers.errors import Refused

FOLDER = "logos"
# Pixels: enough for a screen of two pixels a point at the largest size it is shown.
LARGEST, SMALLEST = 400, 32


class LogoRefused(ValueError):
    """The file cannot be a logo; the message is French."""


def keep_logo(workspace: Workspace, upload: bytes) -> None:
    """Show this picture as the workspace's logo, in place of the former one, and commit.

    Raises:
        LogoRefused: it is no picture we can read.
        StorageError: it could not be kept.
    """
    # No transaction waits for a picture to be read.
    db.session.commit()
    content = _clean(upload)
    key = f"{FOLDER}/{workspace.id}/{hashlib.sha256(content).hexdigest()[:16]}.png"
    store().put(key, content, "image/png")
    _replace(workspace, key)


def remove_logo(workspace: Workspace) -> None:
    """Show no logo, and commit."""
    _replace(workspace, "")


def logo_of(workspace: Workspace) -> StoredFile | None:
    """Return the logo; None where there is none.

    Raises:
        StorageError: it could not be read.
    """
    return store().get(workspace.logo_key) if workspace.logo_key else None


def _replace(workspace: Workspace, key: str) -> None:
    former, workspace.logo_key = workspace.logo_key, key
    if former and former != key:
        after_commit(lambda: discard(former))
    audit.record("setting.logo", workspace_id=workspace.id)
    db.session.commit()


def _clean(upload: bytes) -> bytes:
    # Loaded here: pages never read pictures, and need not carry Pillow.
    from app.providers.photos import reading

    try:
        image = reading.open_photo(upload)
    except Refused as refusal:
        raise LogoRefused(wording.LOGO_ERRORS.get(refusal.code, wording.LOGO_ERRORS[""])) from refusal
    if max(image.size) < SMALLEST:
        raise LogoRefused(wording.LOGO_ERRORS["too_small"])
    image.thumbnail((LARGEST, LARGEST))
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
