"""The verbs of publishing, one module a family."""

from __future__ import annotations

from app.domains.publishing.services.checking import check, ring_checks
from app.domains.publishing.services.choosing import choices, hold, open_chosen, ticked
from app.domains.publishing.services.choosing import key as account_key
from app.domains.publishing.services.connecting import (
    begin_connection,
    disconnect,
    finish_connection,
    target,
    untarget,
)
from app.domains.publishing.services.deciding import (
    Decision,
    approve,
    auto_approve,
    cancel,
    is_under_a_rule,
    reason_of,
    reject,
    reopen,
    resolve,
)
from app.domains.publishing.services.figuring import is_typed, refresh, type_figures
from app.domains.publishing.services.lining import send_in_turn
from app.domains.publishing.services.linking import add_link, count_visit, forget_visit, put_in_text
from app.domains.publishing.services.measuring import collect, may_read
from app.domains.publishing.services.moving import move, move_to_day
from app.domains.publishing.services.pausing import keep_best_hours, pause, resume
from app.domains.publishing.services.planning import cancel_planned, plan_delivery, plan_waiting
from app.domains.publishing.services.reapproving import approve_again
from app.domains.publishing.services.recovering import look_up, recover
from app.domains.publishing.services.sending import send
from app.domains.publishing.services.telling import remind_all

__all__ = [
    "Decision",
    "account_key",
    "add_link",
    "approve",
    "approve_again",
    "auto_approve",
    "begin_connection",
    "cancel",
    "cancel_planned",
    "check",
    "choices",
    "collect",
    "count_visit",
    "disconnect",
    "finish_connection",
    "forget_visit",
    "hold",
    "is_typed",
    "is_under_a_rule",
    "keep_best_hours",
    "look_up",
    "may_read",
    "move",
    "move_to_day",
    "open_chosen",
    "pause",
    "plan_delivery",
    "plan_waiting",
    "put_in_text",
    "reason_of",
    "recover",
    "refresh",
    "reject",
    "reopen",
    "remind_all",
    "resolve",
    "resume",
    "ring_checks",
    "send",
    "send_in_turn",
    "target",
    "ticked",
    "type_figures",
    "untarget",
]
