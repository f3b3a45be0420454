"""What the public pages say: who runs the installation, who answers in a workspace, where information goes."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr

from sqlalchemy import select

from app.core.db import db
from app.domains.privacy import wording
from app.domains.privacy.models import PrivacyOfficer
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.services import owner_addresses
from app.settings import Settings

# What production cannot do without, and the variable that tells it.
NEEDED = ("operator_name", "operator_address", "privacy_officer", "privacy_email", "hosting_place")


@dataclass(frozen=True)
class Operator:
    """Who runs this installation; what nobody said is said to be missing, in words anybody sees."""

    name: str
    address: str
    officer: str
    contact: str
    hosting: str


@dataclass(frozen=True)
class Officer:
    """Who answers for personal information in a workspace. `is_default` while its owner does, for want of another."""

    name: str
    role: str
    email: str
    phone: str = ""
    address: str = ""
    is_default: bool = False


@dataclass(frozen=True)
class Destination:
    """One place information goes to: who receives it, where that is, why, and what is sent."""

    name: str
    place: str
    purpose: str
    sent: str
    is_in_quebec: bool = False


def operator(settings: Settings) -> Operator:
    """Return who runs this installation."""
    return Operator(
        name=settings.operator_name or str(wording.OPERATOR_UNNAMED),
        address=settings.operator_address or settings.mail_identity or str(wording.OPERATOR_UNPLACED),
        officer=settings.privacy_officer or str(wording.OFFICER_UNNAMED),
        contact=settings.privacy_email or parseaddr(settings.mail_from)[1],
        hosting=settings.hosting_place or str(wording.HOSTING_UNSAID),
    )


def missing(settings: Settings) -> list[str]:
    """Return the variables that would tell what the public pages lack."""
    return [name.upper() for name in NEEDED if not getattr(settings, name)]


def officer_row(workspace_id: int) -> PrivacyOfficer | None:
    """Return the officer a workspace named, if it named one."""
    return db.session.scalar(select(PrivacyOfficer).where(PrivacyOfficer.workspace_id == workspace_id))


def officer(workspace: Workspace) -> Officer:
    """Return who answers for personal information in a workspace: the one it named, or its owner."""
    row = officer_row(workspace.id)
    if row is not None:
        return Officer(row.name, row.role, row.email, row.phone, row.address)
    owners = owner_addresses(workspace.id)
    return Officer(str(wording.THE_OWNER), "", owners[0] if owners else "", is_default=True)


def workspace_of(code: str) -> Workspace | None:
    """Return the workspace a public page's code names; demonstrations have a page too."""
    return db.session.scalar(select(Workspace).where(Workspace.policy_code == code)) if code else None


def destinations(settings: Settings) -> list[Destination]:
    """Return where information goes, of what is configured alone; the host first."""
    offered = {
        "hosting": True,
        "storage": settings.media_url.startswith("s3://"),
        "gemini": bool(settings.gemini_api_key),
        "linkedin": bool(settings.linkedin_client_id and settings.linkedin_client_secret),
        "meta": bool(settings.meta_app_id and settings.meta_app_secret),
        "mail": bool(settings.smtp_url),
        "push": bool(settings.vapid_private_key),
        "openstreetmap": True,
        "google": bool(settings.google_places_api_key),
        "hunter": bool(settings.hunter_api_key),
        "sites": True,
    }
    place = operator(settings).hosting
    return [
        Destination(name=words.name, place=str(words.place or place), purpose=words.purpose, sent=words.sent,
                    is_in_quebec=code == "hosting" and "Québec" in place)
        for code, words in wording.DESTINATIONS.items() if offered[code]
    ]  # fmt: skip
