"""What the frame of every page says: the connection, and how many publications wait. One query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, g
from flask_login import current_user
from sqlalchemy import ScalarSelect, func, select

from app.core.db import db
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.publishing.models import Connection
from app.domains.publishing.networks import NETWORKS, label_of
from app.domains.publishing.states import ConnectionState
from app.domains.workspaces.models import Workspace


@dataclass(frozen=True)
class NavState:
    """What the header and the navigation show."""

    connected: bool
    network: str
    waiting_count: int
    demo: bool
    workspace_name: str
    unread_count: int = 0
    newest_news: int = 0


# What domains above say in the frame's one query, given the person and the workspace.
Clause = Callable[[int, int], ScalarSelect[int]]
_news: list[Clause] = []


def tell_news(unread: Clause, newest: Clause) -> None:
    """Have the frame say how many pieces of news the person has not read, and which is her newest."""
    _news[:] = [unread, newest]


# What is offered to who just approved, given the person and the workspace: the key of notices on her phone.
_offers: list[Callable[[int, Workspace], str]] = []


def offer_notices(key: Callable[[int, Workspace], str]) -> None:
    """Have notices on her phone offered to who just approved."""
    _offers[:] = [key]


def notices_key() -> str:
    """Return the key notices are offered with to who just approved; empty when they are not."""
    return _offers[0](current_user.id, g.workspace) if _offers else ""


def nav_state() -> NavState | None:
    """Return the frame's state of the present workspace; None outside one."""
    if "workspace" not in g:
        return None
    if "nav_state" not in g:
        g.nav_state = _read(g.workspace_id)
    found: NavState = g.nav_state
    return found


def _read(workspace_id: int) -> NavState:
    receiving = (
        Connection.workspace_id == workspace_id,
        Connection.state == ConnectionState.ACTIVE,
        Connection.is_target,
    )
    first_one = select(func.min(Connection.network)).where(*receiving).scalar_subquery()
    last_one = select(func.max(Connection.network)).where(*receiving).scalar_subquery()
    waiting = select(func.count(Content.id)).where(
        Content.workspace_id == workspace_id, Content.state == ContentState.PENDING
    )
    news = [clause(current_user.id, workspace_id) for clause in _news if current_user.is_authenticated]
    row = db.session.execute(select(first_one, last_one, waiting.scalar_subquery(), *news)).one()
    first, last, count = row[:3]
    # Named while there is but one; the first one to open, before that.
    label = label_of(first or next(iter(NETWORKS))) if first == last else ""
    return NavState(bool(first), label, count, g.workspace.is_demo, g.workspace.name, *row[3:])


def init_app(app: Flask) -> None:
    """Give every template its frame."""
    app.context_processor(lambda: {"nav_state": nav_state()})
