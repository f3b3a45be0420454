"""The one thing to do first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.core import i18n
from app.domains.dashboard import wording
from app.domains.dashboard.queries import Overview
from app.domains.publishing import wording as publishing
from app.domains.publishing.models import Connection
from app.domains.publishing.next_steps import Step


@dataclass(frozen=True)
class Task:
    """What to do, why it is worth it, and the way there. `calm`: nothing waits; `posts`: a tap does it."""

    title: str
    detail: str
    label: str = ""
    address: str = ""
    calm: bool = False
    posts: bool = False


# What the place of a task asks of whoever goes there.
_NEEDS = {
    "/campagnes/nouvelle": "campaign.write",
    "/connexions/": "connection.manage",
    "/profil#linkedin": "connection.manage",
    "/a-venir": "delivery.read",
}


def first_task(
    overview: Overview, lost: str = "", step: Callable[[], Step | None] = lambda: None, beside: Connection | None = None
) -> Task:
    """Choose what the person should do first, the most pressing before the most useful.

    `lost` says what a lost access holds back; empty, the usual words do. `step` tells what the results call for,
    and is asked once nothing waits. `beside` is an open account where none receives anything.
    """
    if overview.unconfirmed:
        return Task(*wording.UNCONFIRMED, address="/contenus?etat=approved")
    if beside is not None:
        nobody, detail, receive = wording.NOBODY_RECEIVES
        account = publishing.account(beside)
        return Task(nobody, detail.format(account=account), receive, f"/connexions/{beside.id}/cible", posts=True)
    if overview.connection_lost or overview.blocked:
        lost_title, usual, label = wording.RECONNECT
        return Task(lost_title, lost or usual, label, "/profil#linkedin")
    if overview.late:
        title = i18n.counted(overview.late, *wording.LATE)
        return Task(title, *wording.LATE_DETAIL, address="/a-venir")
    if overview.pending:
        return _thumb(overview)
    if not overview.campaign_count:
        return Task(*wording.FIRST_CAMPAIGN, address="/campagnes/nouvelle")
    if not overview.connected:
        return Task(*wording.CONNECT, address="/profil#linkedin")
    if found := step():
        return Task(found.title, found.sentence, found.label, found.address)
    return Task(wording.NOTHING_WAITS, _departure(overview) or wording.NEXT_CAMPAIGN, calm=True)


def within_reach(task: Task, overview: Overview, may: Callable[[str], bool]) -> Task:
    """Return a task as it stands for somebody whose role may not do it: what waits for a thumb, else nothing."""
    needed = next((permission for place, permission in _NEEDS.items() if task.address.startswith(place)), "")
    if not needed or may(needed):
        return task
    return _thumb(overview) if overview.pending else Task(wording.NOTHING_WAITS, "", calm=True)


def _thumb(overview: Overview) -> Task:
    title = i18n.counted(overview.pending, *wording.WAIT_FOR_THUMB)
    return Task(title, _departure(overview), wording.SEE_CONTENTS, "/contenus?etat=pending")


def _departure(overview: Overview) -> str:
    if overview.next_departure is not None:
        return publishing.next_departure(overview.next_departure)
    return "" if overview.connected else wording.CONNECT_LATER
