"""What services refuse, as problems a program can act on."""

from __future__ import annotations

from flask import Response

from app.api.base import blueprint
from app.core.db import db
from app.core.errors import problem
from app.domains.campaigns.services import AnswersRefused
from app.domains.contents.services import TextRefused
from app.domains.leads.services import PlaceUnavailable
from app.domains.webhooks.services import Refused

TRY_AGAIN_SECONDS = 60


@blueprint.errorhandler(AnswersRefused)
def answers_refused(error: AnswersRefused) -> Response:
    """Answer 422 with each answer at fault."""
    db.session.rollback()
    return problem(422, errors=error.errors)


@blueprint.errorhandler(TextRefused)
def text_refused(error: TextRefused) -> Response:
    """Answer 422 at the field that cannot be sent."""
    db.session.rollback()
    return problem(422, code=error.code, errors={error.field: error.message})


@blueprint.errorhandler(Refused)
def webhook_refused(error: Refused) -> Response:
    """Answer 422 at the field of an address at fault."""
    db.session.rollback()
    return problem(422, errors={error.field: error.message})


@blueprint.errorhandler(PlaceUnavailable)
def place_unavailable(error: PlaceUnavailable) -> Response:
    """Answer 503: the answer may be right, and nobody can tell now."""
    db.session.rollback()
    answer = problem(503, code="place_unavailable", title=str(error))
    answer.headers["Retry-After"] = str(TRY_AGAIN_SECONDS)
    return answer
