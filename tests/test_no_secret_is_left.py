"""A whole journey with living secrets, then a search: none is in a log, a page, the database, Redis or a file."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from flask_migrate import upgrade

from app import ROOT, create_app
from app.core import resealing
from app.core.db import db
from app.providers.web_push import vapid
from app.sandbox.server import RunningSandbox
from app.sandbox.state import SandboxState
from app.settings import Settings
from tests import secret_journey as going
from tests import servers, services
from tests.secret_journey import EMAIL, Journey

PAGES = ("/tableau-de-bord", "/contenus", "/prospects", "/a-venir", "/resultats", "/profil", "/plus", "/notifications",
         "/profil/mot-de-passe", "/securite", "/securite/deux-etapes", "/securite/appareils", "/contenus/journal",
         "/profil/jetons", "/profil/logiciels", "/membres", "/activite", "/activite.csv", "/exploitation", "/metrics",
         "/readyz", "/introuvable")  # fmt: skip
NAMES = ("SECRET_KEY", "SMTP password", "GEMINI_API_KEY", "LINKEDIN_CLIENT_SECRET", "META_APP_SECRET",
         "HUNTER_API_KEY", "METRICS_TOKEN", "password", "wrong password")  # fmt: skip


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    state = SandboxState()
    state.settings.linkedin_refresh_tokens = True
    planted = {name: secrets.token_urlsafe(24) for name in NAMES}
    planted |= {name: Fernet.generate_key().decode() for name in ("old key", "new key")}
    planted |= {"Sentry key": secrets.token_hex(16), "VAPID_PRIVATE_KEY": vapid.new_key()}
    with ExitStack() as stack:
        sandbox = stack.enter_context(RunningSandbox(state))
        server = services.Redis(tmp_path, tmp_path)
        server.start()
        stack.callback(server.stop)
        # A name: passkeys are asked for on none but those.
        found = Journey(tmp_path, sandbox, server, planted, f"http://localhost:{servers.free_port()}")
        found.browser.trust_env = False
        yield found


@pytest.mark.long
@pytest.mark.timeout(600)
def test_no_secret_is_left_anywhere_and_a_living_connection_changes_of_key(journey: Journey) -> None:
    old, new = journey.planted["old key"], journey.planted["new key"]
    _migrate(journey.env(old))
    with journey.running(old) as env:
        going.come_in(journey)
        living = going.connect(journey, old) | going.ask_for_codes(journey, old) | going.add_program(journey)
        living |= going.ask_passkey(journey)
        going.invite(journey)
        token = servers.flask(env, "token", "create", EMAIL).strip().splitlines()[-1]
        headers = {"Authorization": f"Bearer {token}"}
        wanted = {"name": "Cafés", "industry": "restaurant", "city": "Baie-Saint-Paul", "launch": True}
        journey.ask("POST", "/api/v1/campaigns", json=wanted, headers=headers).raise_for_status()
        going.publish(journey, token, 1)
    moved = _migrate(journey.env(new, old))
    assert moved.old >= 5 and not moved.unreadable
    with journey.running(new) as env:
        going.publish(journey, token, 2)
        journey.run(env, "user", "operator", EMAIL)
        for page in PAGES:
            journey.ask("GET", page)
        journey.ask("GET", "/metrics", headers={"Authorization": f"Bearer {journey.planted['METRICS_TOKEN']}"})
        going.take_away(journey)
        living |= going.follow_letters(journey) | going.session_of(journey)
        journey.run(env, "doctor")
        going.back_up(journey, env)
    assert going.access_of(journey, new) == {name: living[name] for name in ("access token", "refresh token")}
    found = going.haystacks(journey)
    _assert_searchable(found)
    planted = journey.planted | living | {"API token": token}
    assert all(len(value) >= 12 for value in planted.values())
    left = [f"{name} in {where}" for name, value in planted.items() for where, held in found.items()
            if value.encode() in held]  # fmt: skip
    assert left == []


def _assert_searchable(found: dict[str, bytes]) -> None:
    """What is no secret is found in each: so would be a secret."""
    shown = b"Atelier des secrets"
    assert shown in found["dump"] and shown in found["pages"] and shown in found["backup/database"]
    assert any(name.startswith("export/") and shown in held for name, held in found.items())
    assert b"app.domains" in found["jobs"] and b'"event": "request"' in found["said.log"]
    assert b"logiciel.example" in found["pages"] and b"whsec_" not in found["pages"]


def _migrate(env: dict[str, str]) -> resealing.Seals:
    """Bring the database up to date, and seal again what an older key sealed."""
    app = create_app(Settings.from_env(env))
    with app.app_context():
        upgrade(str(ROOT / "migrations"))
        db.session.remove()
        found = resealing.reseal_all()
        db.session.remove()
        db.engine.dispose()
    return found
