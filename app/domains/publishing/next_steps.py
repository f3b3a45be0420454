"""« Que faire maintenant »: one sentence and one action, by the first rule of a table that applies."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core import clock
from app.domains.publishing import next_words
from app.domains.publishing.situation import Situation

# A town hears of somebody for about that long; an ending is news for as long.
QUIET = timedelta(days=14)


@dataclass(frozen=True)
class Step:
    """What to do now: a few words, one sentence, one button and its address."""

    code: str
    title: str
    sentence: str
    label: str
    address: str


@dataclass(frozen=True)
class Rule:
    """When something is to be done, by whom, and where."""

    code: str
    permission: str
    applies: Callable[[Situation], object]
    address: Callable[[Situation], str]


# The first one that applies is said, and no other.
RULES = (
    Rule("approve", "content.approve", lambda now: now.pending, lambda now: "/contenus?etat=pending"),
    Rule("connect", "connection.manage", lambda now: not now.connected, lambda now: "/profil#linkedin"),
    Rule("follow_up", "content.write", lambda now: now.standing.hit,
         lambda now: f"/contenus/nouvelle?suite={now.standing.hit.content_id if now.standing.hit else ''}"),
    Rule("type_figures", "content.write", lambda now: now.standing.unread,
         lambda now: f"/envois/{now.standing.unread.delivery_id if now.standing.unread else ''}/chiffres"),
    Rule("see_results", "metrics.read", lambda now: now.ending and is_recent(now.ending.completed_at),
         lambda now: f"/campagnes/{now.ending.campaign_id if now.ending else ''}/resultats"),
    Rule("go_elsewhere", "campaign.write", lambda now: now.last_launch and not is_recent(now.last_launch.launched_at),
         lambda now: "/campagnes/nouvelle"),
)  # fmt: skip


def is_recent(moment: datetime) -> bool:
    """Tell whether a moment is less than two weeks old."""
    return clock.now() - moment < QUIET


def next_step(now: Situation, may: Callable[[str], bool], *, without: Collection[str] = ()) -> Step | None:
    """Return what to do now; None where no rule applies.

    Args:
        now: what the page knows.
        may: whether the person is allowed a permission.
        without: rules that make no sense on the page.
    """
    for rule in RULES:
        if rule.code not in without and may(rule.permission) and rule.applies(now):
            return Step(rule.code, *next_words.said(rule.code, now), address=rule.address(now))
    return None
