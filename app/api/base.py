"""The blueprint, and what every door does in this order: token, limit, row, permission, body."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from typing import Any

from flask import Request, abort, g, request
from flask_smorest import Blueprint
from marshmallow import ValidationError
from webargs.core import missing
from webargs.flaskparser import FlaskParser, is_json_request

from app.api import allowance, freshness, idempotency, tokens, wording
from app.core.access import tied
from app.core.db import db
from app.core.errors import problem
from app.core.forms import csrf
from app.domains.contents.services.decisions import Origin
from app.domains.tokens.scopes import holds, scope_of

View = Callable[..., Any]
# The longest publication is fifty times shorter; a file, which comes in parts, may be as long as a page's.
MAX_JSON_BYTES = 1024 * 1024
KEY = {
    "name": idempotency.HEADER,
    "in": "header",
    "required": False,
    "description": wording.KEY_MEANING,
    "schema": {"type": "string", "maxLength": idempotency.LONGEST_KEY},
}


class Parser(FlaskParser):
    """Reads bodies and queries; what it refuses is a problem in French."""

    def _raw_load_json(self, req: Request) -> Any:
        body = req.get_data(cache=True)
        if not body:
            return missing
        if not is_json_request(req):
            abort(415)
        try:
            return json.loads(body.decode(), parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            abort(problem(400, code="malformed_json", title=wording.MALFORMED))

    def handle_error(self, error: ValidationError, *_about: Any, **_options: Any) -> Any:
        """Answer 422 with one sentence a field."""
        messages = error.messages if isinstance(error.messages, dict) else {}
        fields = {name: text for found in messages.values() for name, text in found.items()}
        abort(problem(422, errors={"body" if name == "_schema" else name: _first(text)
                                   for name, text in fields.items()}))  # fmt: skip


class Doors(Blueprint):
    """A blueprint whose document is in French, and names each operation after its view."""

    ARGUMENTS_PARSER = Parser()

    def add_url_rule(self, rule: str, endpoint: str | None = None, view_func: Any = None, *more: Any, **options: Any
                     ) -> None:  # fmt: skip
        """Add a door, described."""
        about = {"operationId": view_func.__name__, "summary": wording.OPERATIONS[view_func.__name__]}
        about |= {"x-scope": str(view_func.scope)}
        about |= {"parameters": [KEY]} if options.get("methods") == ["POST"] else {}
        super().add_url_rule(rule, endpoint, self.doc(**about)(view_func), *more, **options)


blueprint = Doors("api", __name__, url_prefix="/api/v1")
# No cookie opens these doors, so that no other site can push anyone through them.
csrf.exempt(blueprint)
blueprint.after_request(allowance.tell)
blueprint.after_request(freshness.mark)


@blueprint.before_request
def _enter() -> Any:
    if not tokens.enter():
        refusal = problem(401)
        refusal.headers["WWW-Authenticate"] = "Bearer"
        return refusal
    tokens.count()
    return None


def door(permission: str, load: Callable[[int], Any] | None = None) -> Callable[[View], View]:
    """Open a view to those who hold `permission`, with the row that `load` finds for the address's id."""
    scope = scope_of(permission)

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def opened(**ids: int) -> Any:
            rows = [load(row_id) or abort(404) for row_id in ids.values()] if load else []
            if permission not in g.permissions:
                abort(403)
            if not holds(g.scopes, scope):
                abort(problem(403, code="scope_missing", title=wording.SCOPE_MISSING % {"scope": scope}, scope=scope))
            if request.mimetype != "multipart/form-data":
                request.max_content_length = MAX_JSON_BYTES
            if request.method != "GET":
                # A body comes at its sender's pace: no transaction is held meanwhile.
                db.session.commit()
            if request.method == "POST":
                return idempotency.once(lambda: view(*rows))
            return view(*rows)

        opened.scope = scope  # type: ignore[attr-defined]  # told by the document
        return tied(opened, permission)

    return decorate


def origin() -> Origin:
    """Return where a program's gesture comes from, for the log of decisions."""
    return Origin("api", request.remote_addr or "")


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _first(found: Any) -> str:
    """Return the first sentence of what may be a sentence, a list or a tree of them."""
    while not isinstance(found, str):
        found = next(iter(found.values() if isinstance(found, Mapping) else found), "")
    return found
