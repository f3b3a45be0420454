"""One address gives the page, or only the piece a gesture asked for."""

from __future__ import annotations

import pytest
from flask import Flask

from app.core import htmx

GESTURE = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("headers", "piece"),
    [({}, False), (GESTURE, True), (GESTURE | {"HX-Boosted": "true"}, False),
     (GESTURE | {"HX-History-Restore-Request": "true"}, False), ({"HX-Boosted": "true"}, False)],
)  # fmt: skip
def test_only_a_gesture_wants_a_piece(app: Flask, headers: dict[str, str], piece: bool) -> None:
    with app.test_request_context("/", headers=headers):
        assert htmx.wants_piece() is piece
        page = htmx.render("errors/404.html", "errors/toast.htmx.html", message="Oups")
        assert ("<html" in page.get_data(as_text=True)) is not piece


def test_a_gesture_sends_the_page_on_and_a_browser_without_script_is_sent_on(app: Flask) -> None:
    with app.test_request_context("/", headers=GESTURE):
        gone = htmx.go_to("/suite")
        assert (gone.status_code, gone.headers["HX-Redirect"]) == (204, "/suite")
    with app.test_request_context("/"):
        sent = htmx.go_to("/suite")
        assert (sent.status_code, sent.location) == (303, "/suite")


def test_a_piece_may_carry_a_status(app: Flask) -> None:
    with app.test_request_context("/", headers=GESTURE):
        assert htmx.render("errors/404.html", "errors/toast.htmx.html", status=422, message="x").status_code == 422
