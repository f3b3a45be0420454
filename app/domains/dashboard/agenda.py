"""The one thing to do first."""

from __future__ import annotations

from dataclasses import dataclass

from app.core import i18n
from app.domains.dashboard import wording
from app.domains.dashboard.queries import Overview
from app.domains.publishing import wording as publishing


@dataclass(frozen=True)
class Task:
    """What to do, why it is worth it, and the way there. `calm`: nothing waits."""

    title: str
    detail: str
    label: str = ""
    address: str = ""
    calm: bool = False


def first_task(overview: Overview) -> Task:
    """Choose what the person should do first, the most pressing before the most useful."""
    if overview.unconfirmed:
        return Task(*wording.UNCONFIRMED, address="/contenus?etat=approved")
    if overview.connection_lost or overview.blocked:
        return Task(*wording.RECONNECT, address="/profil#linkedin")
    if overview.pending:
        title = i18n.counted(overview.pending, *wording.WAIT_FOR_THUMB)
        return Task(title, _departure(overview), wording.SEE_CONTENTS, "/contenus?etat=pending")
    if not overview.campaign_count:
        return Task(*wording.FIRST_CAMPAIGN, address="/campagnes/nouvelle")
    if not overview.connected:
        return Task(*wording.CONNECT, address="/profil#linkedin")
    return Task(wording.NOTHING_WAITS, _departure(overview) or wording.NEXT_CAMPAIGN, calm=True)


def _departure(overview: Overview) -> str:
    if overview.next_departure is not None:
        return publishing.next_departure(overview.next_departure)
    return "" if overview.connected else wording.CONNECT_LATER
