"""`make run` fills in what the person left out, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.supervisor.environment import defaults, ports, wants_sandbox


def test_on_a_bare_machine_everything_points_at_the_sandbox(tmp_path: Path) -> None:
    values = defaults({}, tmp_path)
    assert values["PUBLIC_URL"] == "http://127.0.0.1:8000"
    assert values["SANDBOX_URL"] == "http://127.0.0.1:8001"
    assert values["OVERPASS_URL"] == "http://127.0.0.1:8001/api/interpreter"
    assert values["LINKEDIN_API_URL"] == values["LINKEDIN_AUTH_URL"] == "http://127.0.0.1:8001"
    assert values["SMTP_URL"] == "smtp://127.0.0.1:8002"
    assert values["REDIS_URL"].startswith("unix://")
    assert (values["UNDO_SECONDS"], values["PUBLISH_GAP_SECONDS"]) == ("30", "60")
    assert "GEMINI_API_KEY" not in values, "the offline writer writes in the demonstration"


@pytest.mark.parametrize(
    "name", ["LINKEDIN_API_URL", "OVERPASS_URL", "SMTP_URL", "REDIS_URL", "UNDO_SECONDS", "PUBLIC_URL"]
)
def test_what_the_person_set_wins(tmp_path: Path, name: str) -> None:
    assert name not in defaults({name: "hers"}, tmp_path)
    assert name in defaults({name: ""}, tmp_path), "set to nothing is not set"


@pytest.mark.parametrize("word", ["0", "false", "No", "off"])
def test_the_sandbox_may_be_left_out(tmp_path: Path, word: str) -> None:
    environ = {"RUN_SANDBOX": word}
    assert not wants_sandbox(environ)
    assert set(defaults(environ, tmp_path)) == {"PUBLIC_URL", "REDIS_URL"}


def test_the_sandbox_writes_as_gemini_only_when_asked(tmp_path: Path) -> None:
    values = defaults({"SANDBOX_GEMINI": "1", "PORT": "8100"}, tmp_path)
    assert values["GEMINI_URL"] == "http://127.0.0.1:8101"
    assert values["GEMINI_API_KEY"]
    hers = defaults({"SANDBOX_GEMINI": "1", "GEMINI_API_KEY": "hers"}, tmp_path)
    assert "GEMINI_API_KEY" not in hers


def test_the_sandbox_finds_as_google_only_when_asked(tmp_path: Path) -> None:
    assert "GOOGLE_PLACES_API_KEY" not in defaults({}, tmp_path)
    values = defaults({"SANDBOX_GOOGLE": "1", "PORT": "8100"}, tmp_path)
    assert values["GOOGLE_PLACES_URL"] == "http://127.0.0.1:8101"
    assert values["GOOGLE_PLACES_API_KEY"]
    assert "GOOGLE_PLACES_API_KEY" not in defaults({"SANDBOX_GOOGLE": "1", "GOOGLE_PLACES_API_KEY": "hers"}, tmp_path)


def test_the_sandbox_keeps_a_directory_of_addresses_only_when_asked(tmp_path: Path) -> None:
    assert "HUNTER_API_KEY" not in defaults({}, tmp_path)
    values = defaults({"SANDBOX_HUNTER": "1", "PORT": "8100"}, tmp_path)
    assert values["HUNTER_URL"] == "http://127.0.0.1:8101/hunter/v2"
    assert values["HUNTER_API_KEY"]
    assert "HUNTER_API_KEY" not in defaults({"SANDBOX_HUNTER": "1", "HUNTER_API_KEY": "hers"}, tmp_path)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [({}, (8000, 8001, 8002)), ({"PORT": "9000"}, (9000, 9001, 9002)),
     ({"PORT": "9000", "SANDBOX_PORT": "7000"}, (9000, 7000, 7001)),
     ({"SANDBOX_SMTP_PORT": "2525"}, (8000, 8001, 2525)), ({"PORT": ""}, (8000, 8001, 8002))],
)  # fmt: skip
def test_ports_follow_one_another_unless_said(environ: dict[str, str], expected: tuple[int, int, int]) -> None:
    assert ports(environ) == expected
