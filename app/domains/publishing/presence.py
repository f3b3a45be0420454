"""What the frame of every page says: the connection, and how many publications wait. One query."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, g
from sqlalchemy import func, select

from app.core.db import db
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.publishing.models import Connection
from app.domains.publishing.states import ConnectionState


@dataclass(frozen=True)
class NavState:
    """What the header and the navigation show."""

    linkedin_connected: bool
    waiting_count: int
    demo: bool
    workspace_name: str


def nav_state() -> NavState | None:
    """Return the frame's state of the present workspace; None outside one."""
    if "workspace" not in g:
        return None
    if "nav_state" not in g:
        g.nav_state = _read(g.workspace_id)
    found: NavState = g.nav_state
    return found


def _read(workspace_id: int) -> NavState:
    connected = select(func.count(Connection.id)).where(
        Connection.workspace_id == workspace_id, Connection.state == ConnectionState.ACTIVE
    )
    waiting = select(func.count(Content.id)).where(
        Content.workspace_id == workspace_id, Content.state == ContentState.PENDING
    )
    row = db.session.execute(select(connected.scalar_subquery(), waiting.scalar_subquery())).one()
    return NavState(bool(row[0]), row[1], g.workspace.is_demo, g.workspace.name)


def init_app(app: Flask) -> None:
    """Give every template its frame."""
    app.context_processor(lambda: {"nav_state": nav_state()})
