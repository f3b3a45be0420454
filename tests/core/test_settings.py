"""A start says at once everything that stops it; the person's own words win over ours."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from app.core.embedded import SOCKET_PATH_LIMIT, development_secret, read_running_environment, redis_socket
from app.settings import REQUIRED_IN_PRODUCTION, Settings, SettingsError
from app.supervisor.environment import publish

PRODUCTION = {
    "APP_ENV": "production",
    "SECRET_KEY": "a long secret",
    "TOKEN_KEYS": Fernet.generate_key().decode(),
    "DATABASE_URL": "postgresql+psycopg://localhost/astrogrowth",
    "REDIS_URL": "redis://localhost:6379/0",
    "PUBLIC_URL": "https://astrogrowth.example",
}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INSTANCE_FOLDER", str(tmp_path))
    for name in [*REQUIRED_IN_PRODUCTION, "APP_ENV", "PORT", "SMTP_URL", "UNDO_SECONDS"]:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_production_names_everything_missing_in_one_message() -> None:
    with pytest.raises(SettingsError) as refusal:
        Settings.from_env({"APP_ENV": "production", "SECRET_KEY": "  ", "UNDO_SECONDS": "soon"})
    for name in REQUIRED_IN_PRODUCTION:
        assert f"{name} is missing" in str(refusal.value)
    assert "UNDO_SECONDS" in str(refusal.value)


def test_production_starts_once_complete_and_invents_no_secret(own_folder: Path) -> None:
    settings = Settings.from_env(PRODUCTION)
    assert settings.secret_key == "a long secret"
    assert settings.is_https
    assert not list(own_folder.glob("*.txt"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("UNDO_SECONDS", "five"),
        ("UNDO_SECONDS", "-1"),
        ("GEMINI_TIMEOUT_SECONDS", "1,5"),
        ("TOKEN_KEYS", "not-a-key"),
        ("VAPID_PRIVATE_KEY", "not-a-key"),
        ("APP_ENV", "staging"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_env({**PRODUCTION, name: value})


def test_a_bare_machine_gets_defaults_that_last(own_folder: Path) -> None:
    first, second = Settings.from_env({"INSTANCE_FOLDER": str(own_folder)}), Settings.from_env({})
    assert first.secret_key
    assert first.token_keys
    assert first.database_url.startswith("sqlite:///")
    assert first.redis_url.startswith("unix://")
    assert second.app_env == "development"
    assert (own_folder / "secret_key.txt").stat().st_mode & 0o077 == 0


def test_the_port_is_part_of_the_public_address() -> None:
    assert Settings.from_env({"PORT": "9123"}).public_url == "http://127.0.0.1:9123"
    assert Settings.from_env({"PORT": "9123", "PUBLIC_URL": "https://a.example/"}).public_url == "https://a.example"


def test_the_environment_wins_over_what_make_run_wrote(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish({"UNDO_SECONDS": "30", "PUBLIC_URL": "http://127.0.0.1:8100"}, own_folder)
    monkeypatch.setenv("UNDO_SECONDS", "7")
    monkeypatch.setenv("PUBLIC_URL", "")
    settings = Settings.from_env()
    assert settings.undo_seconds == 7
    assert settings.public_url == "http://127.0.0.1:8100", "a variable set to nothing is not set"


def test_production_never_reads_what_make_run_wrote(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish({"PUBLIC_URL": "http://127.0.0.1:8100"}, own_folder)
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(name, value)
    assert Settings.from_env().public_url == "https://astrogrowth.example"


def test_what_make_run_wrote_is_for_its_owner_alone(own_folder: Path) -> None:
    path = publish({"OVERPASS_URL": "http://127.0.0.1:1/api?x=1"}, own_folder)
    assert path.stat().st_mode & 0o077 == 0
    assert read_running_environment(own_folder) == {"OVERPASS_URL": "http://127.0.0.1:1/api?x=1"}


def test_lists_are_cut_at_commas() -> None:
    keys = [Fernet.generate_key().decode() for _ in range(2)]
    settings = Settings.from_env(
        {"TOKEN_KEYS": ", ".join(keys), "OVERPASS_URL": "http://a.example/x,http://b.example/y"}
    )
    assert settings.token_keys == tuple(keys)
    assert settings.overpass_url == ("http://a.example/x", "http://b.example/y")


def test_processes_that_start_together_share_one_secret(own_folder: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        secrets = pool.starmap(development_secret, [(own_folder, "shared")] * 16, chunksize=1)
    assert len(set(secrets)) == 1
    assert [path.name for path in own_folder.iterdir()] == ["shared.txt"]


def test_a_deep_folder_still_gets_a_socket_that_fits(tmp_path: Path) -> None:
    deep = tmp_path / ("dossier" * 12)
    assert len(str(redis_socket(deep))) <= SOCKET_PATH_LIMIT
    assert redis_socket(deep) != redis_socket(deep / "autre")
