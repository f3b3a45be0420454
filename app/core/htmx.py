"""Pages and pieces share one URL; htmx-flask stays behind this door."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, make_response, redirect, render_template
from htmx_flask import Htmx, request
from werkzeug.wrappers import Response as BaseResponse

_htmx = Htmx()


def init_app(app: Flask) -> None:
    """Read the HX-* headers, and tell caches that answers depend on them."""
    _htmx.init_app(app)

    @app.after_request
    def _vary(response: Response) -> Response:
        if response.mimetype == "text/html":
            response.vary.add("HX-Request")
        return response


def wants_piece() -> bool:
    """Tell whether the answer replaces a piece of the page at hand."""
    return bool(request.htmx) and not request.htmx.boosted and not request.htmx.history_restore_request


def render(page: str, piece: str, *, status: int = 200, **context: Any) -> Response:
    """Render the piece for a gesture, the page for everything else."""
    return make_response(render_template(piece if wants_piece() else page, **context), status)


def go_to(address: str) -> BaseResponse:
    """Send the whole page elsewhere, with or without script."""
    if wants_piece():
        return Response(status=204, headers={"HX-Redirect": address})
    return redirect(address, code=303)
