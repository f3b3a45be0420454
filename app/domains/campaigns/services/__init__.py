"""The verbs of campaigns, one module a family."""

from __future__ import annotations

from app.domains.campaigns.services.deleting import delete
from app.domains.campaigns.services.drafting import (
    Answers,
    AnswersRefused,
    choose_place,
    choose_trade,
    create,
    open_draft,
    rename,
)
from app.domains.campaigns.services.joining import add_lead, join, put_in
from app.domains.campaigns.services.launching import launch, retry, search_more
from app.domains.campaigns.services.pausing import pause, resume, start
from app.domains.campaigns.services.settling import begin_writing, settle, settle_content, settle_delivery
from app.domains.campaigns.services.writing import write_for_lead, write_posts

__all__ = [
    "Answers",
    "AnswersRefused",
    "add_lead",
    "begin_writing",
    "choose_place",
    "choose_trade",
    "create",
    "delete",
    "join",
    "launch",
    "open_draft",
    "pause",
    "put_in",
    "rename",
    "resume",
    "retry",
    "search_more",
    "settle",
    "settle_content",
    "settle_delivery",
    "start",
    "write_for_lead",
    "write_posts",
]
