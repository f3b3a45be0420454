"""Who answers for personal information, and the registers the law asks for."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row
from app.domains.privacy.states import ErasureState, ExportState, RequestState


class PrivacyOfficer(Row):
    """Who answers for personal information in a workspace; without one, its owner does. `address` is postal."""

    __tablename__ = "privacy_officers"

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(80), default="")
    email: Mapped[str] = mapped_column(String(254))
    phone: Mapped[str] = mapped_column(String(20), default="")
    address: Mapped[str] = mapped_column(String(255), default="")
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)


class PrivacyExport(Row):
    """One person's, or a whole workspace's, information on its way to a ZIP. `done` of `total` steps are made.

    `about` names the person: {"words", "lead_ids"}; it is emptied with the files, whose keys are `file_keys`.
    """

    __tablename__ = "privacy_exports"
    __table_args__ = (Index("ix_privacy_exports_due", "state", "lease_until"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    subject: Mapped[str] = mapped_column(String(10))
    about: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[str] = mapped_column(String(10), default=ExportState.DUE)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    tries: Mapped[int] = mapped_column(default=0)
    file_keys: Mapped[list[str]] = mapped_column(default=list)
    lease_until: Mapped[datetime | None]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime | None]


class Erasure(Row):
    """One erasure, and the certificate it leaves: counts alone, no personal information, and its SHA-256.

    It outlives what it erased, hence plain numbers; that of an account, or one that a network asked for, is no
    workspace's, hence 0. `sealed_recipient` is whom the certificate is mailed to, `sealed_about` what names the person
    to erase; both are emptied at its end.
    """

    __tablename__ = "erasures"
    __table_args__ = (Index("ix_erasures_due", "state", "due_at"), Index("ix_erasures_of", "workspace_id", "id"))

    workspace_id: Mapped[int]
    subject: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10), default=ErasureState.WAITING)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    certificate: Mapped[dict[str, Any]] = mapped_column(default=dict)
    digest: Mapped[str] = mapped_column(String(64), default="")
    sealed_recipient: Mapped[str] = mapped_column(Text, default="")
    sealed_about: Mapped[str] = mapped_column(Text, default="", server_default="")
    language: Mapped[str] = mapped_column(String(2), default="fr")
    asked_by: Mapped[int | None]
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class IncidentFacts:
    """What the CAI's regulation lists of a confidentiality incident.

    `sensitivity`, `harm` and `likelihood` are low, medium or high; empty while nobody has said.
    """

    concerned: Mapped[str] = mapped_column(Text)
    circumstances: Mapped[str] = mapped_column(Text)
    happened_on: Mapped[date | None]
    known_on: Mapped[date]
    people_count: Mapped[int | None]
    sensitivity: Mapped[str] = mapped_column(String(6), default="")
    harm: Mapped[str] = mapped_column(String(6), default="")
    likelihood: Mapped[str] = mapped_column(String(6), default="")
    risk: Mapped[str] = mapped_column(Text, default="")
    authority_told_on: Mapped[date | None]
    people_told_on: Mapped[date | None]
    notices: Mapped[str] = mapped_column(Text, default="")
    measures: Mapped[str] = mapped_column(Text, default="")


class Incident(IncidentFacts, Row):
    """One confidentiality incident of a workspace; nothing in the product deletes one while that is open."""

    __tablename__ = "privacy_incidents"
    __table_args__ = (Index("ix_privacy_incidents_list", "workspace_id", "known_on", "id"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)


class KeptIncident(IncidentFacts, Row):
    """An incident of a workspace that is closed: its name and the facts, for as long as the law has them kept."""

    __tablename__ = "kept_incidents"
    __table_args__ = (Index("ix_kept_incidents_list", "known_on", "id"),)

    workspace_name: Mapped[str] = mapped_column(String(120))
    kept_at: Mapped[datetime] = mapped_column(default=clock.now)


class PrivacyRequest(Row):
    """What a person asked of her own information; its thirty days run from `received_at`.

    Only the fingerprint of the token that confirms her address is kept. `reminded` counts the officer's reminders.
    """

    __tablename__ = "privacy_requests"
    __table_args__ = (Index("ix_privacy_requests_list", "workspace_id", "state", "received_at"),)

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(15))
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    details: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(12), default=RequestState.UNCONFIRMED)
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    reminded: Mapped[int] = mapped_column(default=0)
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    received_at: Mapped[datetime] = mapped_column(default=clock.now)
    confirmed_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
