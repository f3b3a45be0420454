"""The door to the outside: what is waited for, what is refused, what each failure is called."""

from __future__ import annotations

import socket
import threading
import time
from datetime import UTC, datetime

import pytest

from app.providers.errors import (
    AccessRevoked,
    PermissionMissing,
    ProviderError,
    QuotaReached,
    Refused,
    VersionRetired,
)
from app.providers.http import (
    Answer,
    Call,
    HttpDoor,
    Limits,
    Unheard,
    Unreached,
    error_for,
    redact,
    retry_after_seconds,
)
from tests.providers.scripted import Reply, as_json, closed_port_url, scripted

AGENT = "AstroGrowth/1.0 (+https://exemple.ca; bonjour@exemple.ca)"
SHORT = Limits(connect_seconds=1, read_seconds=0.3, total_seconds=0.5, max_bytes=1000)


def door() -> HttpDoor:
    return HttpDoor(AGENT, SHORT)


def test_every_call_says_who_is_calling() -> None:
    with scripted(as_json({"ok": True})) as server:
        answer = door().send(Call("GET", f"{server.url}/lieu"))
    assert answer.json() == {"ok": True}
    assert server.requests[0].headers["user-agent"] == AGENT


def test_a_call_ignores_the_proxies_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", closed_port_url())
    monkeypatch.setenv("http_proxy", closed_port_url())
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    with scripted(Reply(200, b"direct")) as server:
        assert door().send(Call("GET", server.url)).text == "direct"


def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    with scripted(Reply(302, headers={"Location": "/ailleurs"})) as server:
        answer = door().send(Call("GET", server.url))
    assert answer.status == 302
    assert len(server.requests) == 1


def test_nobody_listening_means_nothing_was_done() -> None:
    with pytest.raises(Unreached):
        door().send(Call("POST", closed_port_url()))


def test_a_name_nobody_has_means_nothing_was_done() -> None:
    with pytest.raises(Unreached):
        door().send(Call("POST", "http://nulle-part.invalid/"))


def test_a_broken_tls_handshake_means_nothing_was_done() -> None:
    with scripted(Reply(200)) as server, pytest.raises(Unreached):
        door().send(Call("POST", server.url.replace("http:", "https:")))


def test_a_tls_handshake_that_never_ends_is_cut_and_nothing_was_done() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        over = threading.Event()

        def accept() -> None:
            line, _ = listener.accept()
            with line:
                over.wait(5)

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        with pytest.raises(Unreached):
            door().send(Call("POST", f"https://127.0.0.1:{listener.getsockname()[1]}/"))
        over.set()
        thread.join(timeout=5)


@pytest.mark.parametrize("fault", ["reset", "hang", "half"])
def test_once_connected_a_failure_leaves_a_doubt(fault: str) -> None:
    with scripted(Reply(201, b"{}", fault=fault)) as server:
        with pytest.raises(Unheard):
            door().send(Call("POST", server.url, body=b"{}"))
        assert len(server.requests) == 1


def test_a_trickle_of_bytes_ends_at_the_deadline() -> None:
    started = time.monotonic()
    with scripted(Reply(200, b"x" * 500, fault="trickle")) as server, pytest.raises(Unheard) as caught:
        door().send(Call("GET", server.url))
    assert caught.value.code == "timeout"
    assert time.monotonic() - started < 3


def test_an_answer_too_large_is_dropped() -> None:
    with scripted(Reply(200, b"x" * 5000)) as server, pytest.raises(Unheard) as caught:
        door().send(Call("GET", server.url))
    assert caught.value.code == "too_large"


@pytest.mark.parametrize(
    ("status", "kind", "permanent"),
    [
        (400, Refused, True),
        (401, AccessRevoked, True),
        (403, PermissionMissing, True),
        (404, Refused, True),
        (422, Refused, True),
        (302, Refused, True),
        (426, VersionRetired, False),
        (429, QuotaReached, False),
        (500, ProviderError, False),
        (503, ProviderError, False),
    ],
)
def test_each_status_has_its_error(status: int, kind: type[ProviderError], permanent: bool) -> None:
    error = error_for(Answer(status, {"Retry-After": "12"}, b"non"), "essai")
    assert type(error) is kind
    assert (error.permanent, error.status) == (permanent, status)
    assert status not in {429, 503} or error.retry_after_seconds == 12


def test_a_wait_is_read_in_seconds_or_as_a_date() -> None:
    now = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    assert retry_after_seconds("90") == 90
    assert retry_after_seconds("Sat, 21 Nov 2026 12:01:30 GMT", now) == 90
    assert retry_after_seconds("Sat, 21 Nov 2026 11:00:00 GMT", now) == 0
    assert retry_after_seconds("bientôt") is None
    assert retry_after_seconds("-5") is None
    assert retry_after_seconds(None) is None


def test_no_secret_reaches_a_message() -> None:
    text = 'Bearer AQXsecret and access_token=AQYsecret&x=1 {"client_secret": "WPLsecret"} clé AIzaMienne'
    clean = redact(text, ["AIzaMienne"])
    assert "secret" not in clean.replace("client_secret", "")
    assert "AIza" not in clean


def test_an_address_in_a_message_has_no_query_and_no_password() -> None:
    with pytest.raises(Unreached) as caught:
        door().send(Call("GET", closed_port_url().replace("//", "//moi:motdepasse@") + "/a?key=cle"))
    assert "motdepasse" not in str(caught.value)
    assert "cle" not in str(caught.value)


def test_a_body_that_is_not_json_is_malformed() -> None:
    with pytest.raises(ProviderError) as caught:
        Answer(200, {}, b"<html>").json()
    assert caught.value.code == "malformed"
    assert Answer(200, {}, b"[1]").json_object() == {}
