"""The stylesheet, the script and the pictures reach a phone small, fresh and once."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core import assets

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def app() -> Flask:
    app = Flask("assets_alone", static_folder=None)
    assets.init_app(app)
    return app


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


def url_of(app: Flask, name: str) -> str:
    return str(app.jinja_env.globals["asset_url"](name))


def test_the_whole_stylesheet_weighs_at_most_ten_kilobytes(app: Flask, client: FlaskClient) -> None:
    answer = client.get(url_of(app, "app.css"), headers={"Accept-Encoding": "gzip"})
    assert answer.content_type.startswith("text/css")
    assert len(answer.data) <= 10_000
    assert b"@layer reset,base,components,utilities;" in gzip.decompress(answer.data)[:60]


def test_the_whole_script_htmx_included_weighs_at_most_twenty_two_kilobytes(app: Flask, client: FlaskClient) -> None:
    answer = client.get(url_of(app, "app.js"), headers={"Accept-Encoding": "gzip"})
    assert answer.content_type.startswith("text/javascript")
    assert len(answer.data) <= 22_000
    assert b"htmx" in gzip.decompress(answer.data)


@pytest.mark.parametrize(
    ("accepted", "sent"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", None)]
)
def test_a_browser_gets_the_smallest_form_it_can_read(
    app: Flask, client: FlaskClient, accepted: str, sent: str | None
) -> None:
    if sent == "br":
        pytest.importorskip("brotli", reason="brotli is optional")
    answer = client.get(url_of(app, "app.css"), headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == sent
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_returning_visitor_asks_for_nothing_again(app: Flask, client: FlaskClient) -> None:
    for name in ("app.css", "app.js", "img/icon.svg"):
        answer = client.get(url_of(app, name))
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in answer.headers


def test_an_old_or_made_up_fingerprint_is_not_found(client: FlaskClient) -> None:
    for path in ("/assets/app-000000000000.css", "/assets/app.css", "/assets/../app/settings.py", "/assets/img/"):
        assert client.get(path).status_code == 404


def test_a_changed_sheet_gets_a_new_address(tmp_path: Path) -> None:
    for folder in ("css/components", "js", "img"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "css/tokens.css").write_text("@layer base { a { color: red; } }")
    (tmp_path / "css/base.css").write_text("")
    before = assets.AssetSet.read(tmp_path).path_of
    (tmp_path / "css/tokens.css").write_text("@layer base { a { color: blue; } }")
    after = assets.AssetSet.read(tmp_path).path_of
    assert before["app.css"] != after["app.css"]
    assert before["app.js"] == after["app.js"]


def test_a_developer_sees_a_changed_sheet_without_starting_again(tmp_path: Path) -> None:
    for folder in ("css/components", "js", "img"):
        (tmp_path / folder).mkdir(parents=True)
    for sheet in ("tokens.css", "base.css"):
        (tmp_path / "css" / sheet).write_text("")
    app = Flask("assets_in_development", static_folder=None)
    app.debug = True
    assets.init_app(app, static=tmp_path)
    before = url_of(app, "app.css")
    (tmp_path / "css/components/new.css").write_text("p { margin: 0 }")
    after = url_of(app, "app.css")
    assert before != after
    assert app.test_client().get(after).status_code == 200


def test_the_browser_tab_has_its_icon(client: FlaskClient) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 200
    assert answer.content_type == "image/x-icon"


def test_an_icon_is_drawn_inline_and_hidden_from_screen_readers(app: Flask) -> None:
    drawn = app.jinja_env.from_string("{{ heroicon('home') }}").render()
    assert drawn.startswith("<svg")
    assert 'class="icon"' in drawn
    assert 'aria-hidden="true"' in drawn


def test_no_template_carries_what_the_strict_policy_refuses() -> None:
    refused = re.compile(
        r"""\sstyle=|<style|<script(?![^>]* src=)|\son\w+=|\shx-on|javascript:|src="https?:|<link[^>]*"https?:"""
    )
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        if "emails" not in path.parts
        for match in refused.finditer(path.read_text("utf-8"))
    ]
    assert found == []
