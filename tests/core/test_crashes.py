"""A crash is told where SENTRY_DSN says, without who asked nor for what."""

from __future__ import annotations

import dataclasses
import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import brotli
import pytest
import requests
import sentry_sdk
from flask import Flask

from app.core import background, crashes, logs
from app.settings import Settings

received: list[bytes] = []
headers: list[str] = []
OPENED = {"gzip": gzip.decompress, "br": brotli.decompress}


class Ingest(BaseHTTPRequestHandler):
    """Takes what Sentry's client sends."""

    def do_POST(self) -> None:
        """Keep one envelope."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers.append(str(self.headers).lower())
        received.append(OPENED.get(self.headers.get("Content-Encoding", ""), bytes)(body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def dsn() -> Iterator[str]:
    received.clear()
    headers.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Ingest)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://public@127.0.0.1:{server.server_port}/1"
    server.shutdown()
    sentry_sdk.get_client().close()
    sentry_sdk.init()


def site(settings: Settings) -> Flask:
    app = Flask("crashing", static_folder=None)
    app.config["SETTINGS"] = settings
    for part in (logs, crashes):
        part.init_app(app)

    @app.route("/plante", methods=["POST"])
    def crash() -> str:
        password = "une phrase secrète"
        raise RuntimeError(f"Bearer s3cr3t refused zoe@exemple.ca {len(password)}")

    return app


def test_a_crash_is_told_without_secret_nor_person(settings: Settings, dsn: str) -> None:
    browser = site(dataclasses.replace(settings, sentry_dsn=dsn)).test_client()
    answer = browser.post(
        "/plante?code=AQX", data={"email": "zoe@exemple.ca"}, headers={"Cookie": "astrogrowth=c00kie"}
    )
    assert answer.status_code == 500
    sentry_sdk.flush(5)
    told = b"".join(received).decode()
    assert "RuntimeError" in told
    for kept in ("s3cr3t", "zoe", "AQX", "c00kie", "phrase secr", "127.0.0.1:5000"):
        assert kept not in told


def test_neither_a_job_nor_a_call_to_another_s_machine_carries_whose_sentry_it_is(
    app: Flask, settings: Settings, dsn: str
) -> None:
    site(dataclasses.replace(settings, sentry_dsn=dsn))
    outside = urlsplit(dsn)._replace(netloc=urlsplit(dsn).netloc.rpartition("@")[2], path="/dehors").geturl()
    with sentry_sdk.start_transaction(name="une visite"):
        background.ring("app.domains.accounts.jobs.purge", on="bulk")
        requests.post(outside.replace("127.0.0.1", "localhost"), data=b"{}", timeout=5)
    [job] = background.queue("bulk").jobs
    assert not job.meta.get("_sentry_trace_headers")
    [called] = [each for each in headers if "localhost" in each]
    assert "baggage" not in called and "sentry-trace" not in called


def test_without_an_address_nobody_is_told(settings: Settings, dsn: str) -> None:
    assert not settings.sentry_dsn
    assert site(settings).test_client().post("/plante").status_code == 500
    sentry_sdk.flush(1)
    assert not received
