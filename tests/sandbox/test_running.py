"""The program itself: its memory survives a kill, its ports are its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import requests
from werkzeug.test import Client

from app.sandbox.server import RunningSandbox
from app.sandbox.state import SandboxState
from app.sandbox.wsgi import create_sandbox
from tests.sandbox.outside import Outside


def test_posts_pictures_tokens_and_mail_survive_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.json"
    with RunningSandbox(SandboxState(file=file)) as first:
        outside = Outside(first)
        token = outside.token()
        image = outside.upload(token)
        urn = outside.publish(token, "Toujours là", content={"media": {"id": image}}).headers["x-restli-id"]
        assert token not in file.read_text(encoding="utf-8")
        # What a kill would leave is what is on the disk now, before any orderly stop.
        left = SandboxState(file=file)
    assert list(left.posts) == [urn]
    assert left.blob(image)
    with RunningSandbox(SandboxState(file=file)) as second:
        again = Outside(second)
        assert [post["urn"] for post in again.posts()] == [urn]
        assert again.publish(token, "Toujours là").status_code == 422
        assert again.publish(token, "Autre chose").headers["x-restli-id"] > urn


def test_the_program_starts_answers_and_stops_on_sigterm(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "app.sandbox",
        "--port",
        "0",
        "--smtp-port",
        "0",
        "--state",
        str(tmp_path / "s.json"),
    ]
    environ = {name: value for name, value in os.environ.items() if not name.startswith("SANDBOX_")}
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ)
    assert running.stdout is not None
    try:
        said: dict[str, Any] = json.loads(running.stdout.readline())
        assert requests.get(f"{said['sandbox']}/healthz", timeout=5).json() == {"status": "ok"}
        line = json.loads(running.stdout.readline())
        assert line["path"] == "/healthz"
        assert line["status"] == 200
        running.send_signal(signal.SIGTERM)
        assert running.wait(5) == 0
    finally:
        running.kill()
        running.wait(5)
        running.stdout.close()


def test_a_taken_port_is_an_error_that_says_so() -> None:
    with RunningSandbox() as first:
        started = time.monotonic()
        ended = subprocess.run(
            [sys.executable, "-m", "app.sandbox", "--port", str(first.port), "--smtp-port", "0"],
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        assert ended.returncode == 1
        assert time.monotonic() - started < 10


def test_the_sandbox_listens_on_loopback_only() -> None:
    with RunningSandbox() as sandbox:
        assert sandbox.url.startswith("http://127.0.0.1:")


def test_the_application_answers_without_a_socket_too() -> None:
    answer = Client(create_sandbox()).get("/healthz")
    assert answer.status_code == 200
    with pytest.raises(ConnectionAbortedError):
        state = SandboxState()
        client = Client(create_sandbox(state))
        client.post("/_sandbox/behave", json={"service": "overpass", "what": "cut_before"})
        client.get("/api/interpreter", headers={"User-Agent": "AstroGrowth/1.0"})
