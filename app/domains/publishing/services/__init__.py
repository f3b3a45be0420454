"""The verbs of publishing, one module a family."""

from __future__ import annotations

from app.domains.publishing.services.connecting import begin_connection, disconnect, finish_connection
from app.domains.publishing.services.deciding import (
    Decision,
    approve,
    auto_approve,
    cancel,
    reason_of,
    reject,
    reopen,
    resolve,
)
from app.domains.publishing.services.figuring import is_typed, refresh, type_figures
from app.domains.publishing.services.linking import add_link, count_visit, forget_visit, put_in_text
from app.domains.publishing.services.measuring import collect, may_read
from app.domains.publishing.services.moving import move
from app.domains.publishing.services.pausing import keep_best_hours, pause, resume
from app.domains.publishing.services.planning import cancel_planned, plan_delivery, plan_waiting
from app.domains.publishing.services.recovering import look_up, recover
from app.domains.publishing.services.sending import send

__all__ = [
    "Decision",
    "add_link",
    "approve",
    "auto_approve",
    "begin_connection",
    "cancel",
    "cancel_planned",
    "collect",
    "count_visit",
    "disconnect",
    "finish_connection",
    "forget_visit",
    "is_typed",
    "keep_best_hours",
    "look_up",
    "may_read",
    "move",
    "pause",
    "plan_delivery",
    "plan_waiting",
    "put_in_text",
    "reason_of",
    "recover",
    "refresh",
    "reject",
    "reopen",
    "resolve",
    "resume",
    "send",
    "type_figures",
]
