"""One line an event, in JSON, with the request's id and no secret."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
import structlog
from flask import Flask
from rq.serializers import JSONSerializer

from app.core import background, logs, workers


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]


@pytest.fixture
def site(capsys: pytest.CaptureFixture[str]) -> Flask:
    app = Flask("logs_alone", static_folder=None)
    logs.init_app(app)

    @app.route("/rappel", methods=["GET", "POST"])
    def callback() -> str:
        logs.get("test").info("inside")
        return "ok"

    return app


def test_a_request_and_all_it_writes_share_one_id(site: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    answer = site.test_client().get("/rappel")
    written = lines(capsys)
    assert [line["event"] for line in written] == ["inside", "request"]
    assert {line["request_id"] for line in written} == {answer.headers["X-Request-Id"]}
    assert written[-1]["status"] == 200


def test_two_requests_have_two_ids(site: Flask) -> None:
    client = site.test_client()
    first, second = (client.get("/rappel").headers["X-Request-Id"] for _ in range(2))
    assert first != second


def test_neither_the_query_nor_the_form_is_written(site: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    site.test_client().post("/rappel?code=AQX-secret-code&state=xyz", json={"password": "une phrase secrète"})
    written = capsys.readouterr().err
    assert "secret-code" not in written
    assert "phrase" not in written


@pytest.mark.parametrize(
    "name",
    ["password", "access_token", "client_secret", "Authorization", "cookie", "api_key", "code", "csrf_token"],
)
def test_a_value_named_as_a_secret_is_hidden(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    structlog.contextvars.clear_contextvars()
    logs.get("test").warning("called", **{name: "s3cr3t", "city": "Lévis"})
    [line] = lines(capsys)
    assert line[name] == "[redacted]"
    assert line["city"] == "Lévis"


def test_a_secret_inside_a_deeper_value_is_hidden_too(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    headers = {"Authorization": "Bearer s3cr3t", "Accept": "*/*"}
    logs.get("test").warning("called", headers=headers, tries=[{"token": "s3cr3t"}])
    [line] = lines(capsys)
    assert "s3cr3t" not in json.dumps(line)
    assert line["headers"]["Accept"] == "*/*"


def test_a_bearer_token_or_a_password_in_an_address_is_cut_out_of_any_text(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    error = "GET https://x.example/?access_token=s3cr3t&a=1 Bearer s3cr3t smtp://me:s3cr3t@host:25 http://host:80/x"
    logs.get("test").error("failed", error=error)
    written = capsys.readouterr().err
    assert "s3cr3t" not in written
    assert "a=1" in written
    assert "@host:25 http://host:80/x" in written


def test_a_crash_is_written_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    try:
        raise ValueError("deux\nlignes")
    except ValueError:
        logs.get("test").exception("crash")
    [line] = lines(capsys)
    assert "ValueError" in line["exception"]


def test_a_persons_address_keeps_its_domain_alone(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logs.get("test").warning("mail not sent", to="marie-eve.gagnon+ventes@exemple.ca", why="no <zoe@exemple.ca> here")
    written = capsys.readouterr().err
    assert "gagnon" not in written
    assert "zoe" not in written
    assert written.count("@exemple.ca") == 2


@pytest.mark.parametrize(
    "secret",
    [
        "ag_3q2-7wXyZ0123456789abcdefghijklmnopqrstu",
        "gAAAAABl0123456789abcdefghij-_==",
        "AIzaSyA0123456789abcdefghijklmnopqrstuv",
        "eyJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl",
        "https://exemple.ca/a/qL9x-7TtWm_0123456789",
        "https://exemple.ca/desabonnement/qL9x-7TtWm_0123456789",
        "https://exemple.ca/invitation/qL9x-7TtWm_0123456789",
        "https://exemple.ca/courriel/qL9x-7TtWm_0123456789",
        "https://exemple.ca/nouveau-mot-de-passe/qL9x-7TtWm_0123456789",
        "https://exemple.ca/confidentialite/demande/qL9x-7TtWm_0123456789",
    ],
)
def test_a_secret_is_known_by_its_shape_wherever_it_stands(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logs.get("test").error("failed", error=f"it said {secret}, twice")
    written = capsys.readouterr().err
    assert secret[-12:] not in written
    assert "twice" in written


def test_what_a_library_writes_is_cleaned_and_in_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    try:
        raise ValueError("Bearer s3cr3t")
    except ValueError:
        logging.getLogger("library").exception("for zoe@exemple.ca")
    [line] = lines(capsys)
    assert line["logger"] == "library"
    assert "zoe" not in json.dumps(line)
    assert "s3cr3t" not in json.dumps(line)


def test_a_person_who_reads_along_has_one_short_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(is_for_programs=False)
    logs.get("request").info("request", endpoint="home.show", status=200, token="s3cr3t")
    logs.configure()
    assert capsys.readouterr().err == "INFO    request: request endpoint=home.show status=200 token=[redacted]\n"


def test_a_job_bears_the_id_of_the_request_that_rang_it(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin(request_id="abc123")
    background.ring("tests.core.test_logs.speak", 7)
    logs.begin()
    job = background.queue("soon").jobs[0]
    worker = workers.AppWorker(
        [background.queue("soon")], connection=background.connection(), serializer=JSONSerializer
    )
    worker.app = app
    worker.log.setLevel("WARNING")
    worker.prepare_execution(job)
    capsys.readouterr()
    assert worker.perform_job(job, background.queue("soon"))
    written = lines(capsys)
    assert [(line["event"], line["request_id"]) for line in written] == [("speaking", "abc123"), ("job", "abc123")]
    assert written[-1]["job"] == "tests.core.test_logs.speak"
    logs.begin()


def speak(number: int) -> None:
    """Write a line, as a job would."""
    logs.get("test").info("speaking", number=number)
