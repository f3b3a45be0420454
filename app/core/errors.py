"""Refusals: a page, a toast out of band for a gesture, or problem+json for a program."""

from __future__ import annotations

import contextlib

from flask import Flask, Response, g, jsonify, make_response, render_template, request
from flask_login import AnonymousUserMixin
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from werkzeug.exceptions import HTTPException, InternalServerError

from app.core import logs
from app.core.db import db
from app.core.htmx import wants_piece
from app.core.i18n import _l

EXPIRED = _l("La page a expiré. Rechargez-la, puis refaites le geste\u00a0: rien n’est perdu.")
PAGES = {400, 403, 404, 405, 413, 429, 500, 503}
TITLES = {
    400: _l("La demande n’a pas pu être lue."),
    401: _l("Le jeton est absent ou n’est plus valide."),
    403: _l("Votre rôle ne permet pas ce geste."),
    404: _l("Introuvable."),
    405: _l("Ce geste n’existe pas ici."),
    409: _l("L’état actuel ne permet pas ce geste."),
    413: _l("L’envoi est trop volumineux."),
    415: _l("Envoyez du JSON."),
    422: _l("Certains champs sont à corriger."),
    429: _l("Trop de demandes, réessayez un peu plus tard."),
    500: _l("Une erreur est survenue de notre côté. Rien n’est perdu."),
    503: _l("Le service revient dans un instant."),
}
CODES = {400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 405: "method_not_allowed",
         409: "conflict", 413: "too_large", 415: "unsupported_media_type", 422: "invalid", 429: "too_many_requests",
         500: "server_error", 503: "unavailable"}  # fmt: skip

log = logs.get("errors")


class Conflict(Exception):
    """The present state does not allow the act. `code` is stable; `message` is French."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def problem(status: int, *, code: str = "", title: str = "", **members: object) -> Response:
    """Build an RFC 9457 answer with a French title and a stable code."""
    body = {"type": "about:blank", "status": status, "code": code or CODES.get(status, "error"),
            "title": title or TITLES.get(status, TITLES[400]), **members}  # fmt: skip
    response = jsonify(body)
    response.status_code = status
    response.mimetype = "application/problem+json"
    return response


def answer(status: int, *, code: str = "", title: str = "") -> Response:
    """Build the refusal that suits who asked."""
    if request.path.startswith("/api/"):
        return problem(status, code=code, title=title)
    message = title or TITLES.get(status, TITLES[400])
    if wants_piece():
        response = make_response(render_template("errors/toast.htmx.html", message=message), status)
        # Nothing on the page is replaced: the toast comes out of band.
        response.headers["HX-Reswap"] = "none"
        return response
    page = status if status in PAGES else 400
    return make_response(
        render_template(f"errors/{page}.html", message=message, request_id=g.get("request_id")), status
    )


def init_app(app: Flask) -> None:
    """Answer every refusal in French."""

    @app.errorhandler(Conflict)
    def _conflict(error: Conflict) -> Response:
        db.session.rollback()
        return answer(409, code=error.code, title=error.message)

    @app.errorhandler(CSRFError)
    def _csrf(_error: CSRFError) -> Response:
        return answer(400, code="csrf", title=EXPIRED)

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> Response:
        response = answer(error.code or 500)
        for name, value in error.get_headers():
            if name.lower() in {"retry-after", "allow"}:
                response.headers[name] = value
        return response

    @app.errorhandler(OperationalError)
    def _no_database(error: OperationalError) -> Response:
        return _after_crash(503, error)

    @app.errorhandler(InternalServerError)
    def _crash(error: InternalServerError) -> Response:
        return _after_crash(500, error.original_exception or error)


def _after_crash(status: int, error: BaseException) -> Response:
    log.error("unhandled", error=repr(error), exc_info=error)
    with contextlib.suppress(SQLAlchemyError):
        db.session.rollback()
    # Flask-Login would ask the database who this is, for the page that says it does not answer.
    g._login_user = AnonymousUserMixin()
    return answer(status)
