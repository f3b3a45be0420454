"""A whole journey with living secrets, then a search: none is in a log, a page, the database, Redis or a file."""

from __future__ import annotations

import secrets
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyotp
import pytest
import requests
from cryptography.fernet import Fernet
from flask_migrate import upgrade

from app import ROOT, create_app
from app.core import resealing
from app.core.db import db
from app.sandbox.server import RunningSandbox
from app.sandbox.state import SandboxState
from app.settings import Settings
from tests import servers, services
from tests.forms import forms_of

EMAIL = "secrets@exemple.ca"
PAGES = ("/tableau-de-bord", "/contenus", "/prospects", "/a-venir", "/resultats", "/profil", "/plus", "/notifications",
         "/profil/mot-de-passe", "/securite", "/securite/deux-etapes", "/contenus/journal", "/metrics", "/readyz",
         "/introuvable")  # fmt: skip
PATIENCE_SECONDS = 90


@dataclass
class Journey:
    """The product in a folder of its own, what was planted in it, and every page that came out of it."""

    folder: Path
    sandbox: RunningSandbox
    redis: services.Redis
    planted: dict[str, str]
    url: str = ""
    pages: list[str] = field(default_factory=list)
    browser: requests.Session = field(default_factory=requests.Session)

    def env(self, *token_keys: str) -> dict[str, str]:
        """Return the environment of production, with these keys of tokens."""
        there, given = self.sandbox.url, self.planted
        return servers.clean_environment(
            self.folder / "instance", APP_ENV="production", SECRET_KEY=given["SECRET_KEY"],
            TOKEN_KEYS=",".join(token_keys), DATABASE_URL=f"sqlite:///{self.folder / 'journey.db'}",
            REDIS_URL=self.redis.url, PUBLIC_URL=self.url, MEDIA_URL=str(self.folder / "media"),
            SMTP_URL=f"smtp://facteur:{given['SMTP password']}@127.0.0.1:{self.sandbox.smtp_port}",
            GEMINI_URL=there, GEMINI_API_KEY=given["GEMINI_API_KEY"], LINKEDIN_AUTH_URL=there, LINKEDIN_API_URL=there,
            LINKEDIN_CLIENT_ID="journey", LINKEDIN_CLIENT_SECRET=given["LINKEDIN_CLIENT_SECRET"],
            OVERPASS_URL=f"{there}/api/interpreter", SANDBOX_URL=there, UNDO_SECONDS="0", PUBLISH_GAP_SECONDS="0",
            PYTHONUNBUFFERED="1",
        )  # fmt: skip

    @contextmanager
    def running(self, *token_keys: str) -> Iterator[dict[str, str]]:
        """Run a worker and the site."""
        env, said = self.env(*token_keys), self.folder / "said.log"
        port = int(self.url.rpartition(":")[2])
        with (
            servers.running([sys.executable, "worker.py"], env, f"{self.sandbox.url}/_sandbox/posts", said),
            servers.running(servers.gunicorn("wsgi:app", port, threads=2), env, f"{self.url}/readyz", said),
        ):
            yield env

    def ask(self, method: str, path: str, **sent: Any) -> requests.Response:
        """Ask as her browser does, and keep what comes."""
        answer = self.browser.request(method, path if "://" in path else self.url + path, timeout=30, **sent)
        self.pages.append(f"{answer.headers}\n{answer.text}")
        return answer

    def send(self, path: str, action: str, **typed: str) -> requests.Response:
        """Fill in and send the form of a page that goes to `action`."""
        forms = forms_of(self.ask("GET", path).text)
        form = next(each for each in forms if each.method == "post" and each.action in {action, action or path})
        return self.ask("POST", form.action or path, data=form.fields | typed)


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    state = SandboxState()
    state.settings.linkedin_refresh_tokens = True
    names = ("SECRET_KEY", "SMTP password", "GEMINI_API_KEY", "LINKEDIN_CLIENT_SECRET", "password", "wrong password")
    planted = {name: secrets.token_urlsafe(24) for name in names}
    planted |= {name: Fernet.generate_key().decode() for name in ("old key", "new key")}
    with ExitStack() as stack:
        sandbox = stack.enter_context(RunningSandbox(state))
        server = services.Redis(tmp_path, tmp_path)
        server.start()
        stack.callback(server.stop)
        found = Journey(tmp_path, sandbox, server, planted, f"http://127.0.0.1:{servers.free_port()}")
        found.browser.trust_env = False
        yield found


def until(what: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := what()):
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.3)
    return found


def come_in(journey: Journey) -> None:
    given = journey.planted
    typed = {"business_name": "Atelier des secrets", "email": EMAIL}
    journey.send("/inscription", "", **typed, password="court")
    journey.send("/inscription", "", **typed, password=given["password"])
    with requests.Session() as stranger:
        stranger.trust_env = False
        own, journey.browser = journey.browser, stranger
        journey.send("/connexion", "", email=EMAIL, password=given["wrong password"])
        journey.browser = own


def connect(journey: Journey) -> None:
    consent = journey.send("/profil", "/connexions/linkedin")
    form = next(each for each in forms_of(consent.text) if "decision" in each.fields or each.buttons)
    journey.ask("POST", f"{journey.sandbox.url}/oauth/v2/authorization", data=form.fields | {"decision": "allow"})


def ask_for_codes(journey: Journey) -> str:
    """Switch sign-in in two steps on; return what her phone read, which the pages that let it are meant to show."""
    before = len(journey.pages)
    journey.send("/securite/deux-etapes", "")
    with closing(sqlite3.connect(journey.folder / "journey.db", timeout=20)) as rows:
        [sealed] = rows.execute("SELECT sealed_secret FROM two_steps").fetchone()
    secret = Fernet(journey.planted["old key"]).decrypt(sealed.encode()).decode()
    code = pyotp.TOTP(secret).now()
    assert journey.send("/securite/deux-etapes", "/securite/deux-etapes/activation", code=code).status_code == 200
    del journey.pages[before:]
    return secret


def publish(journey: Journey, token: str, number: int) -> None:
    """Approve what was written, through the API: it goes out."""
    program = {"Authorization": f"Bearer {token}"}

    def pending() -> list[int]:
        items = journey.ask("GET", "/api/v1/contents", headers=program).json()["items"]
        return [each["id"] for each in items if each["state"] == "pending"]

    [content, *_] = until(pending)
    address = f"/api/v1/contents/{content}/approve"
    journey.ask("PUT", address, json={"confirm": True}, headers=program).raise_for_status()
    until(lambda: len(journey.sandbox.state.posts) >= number)
    journey.ask("GET", f"/contenus/{content}")


def haystacks(journey: Journey) -> dict[str, bytes]:
    """Return everything that was said, shown or kept, by where."""
    found = {path.relative_to(journey.folder).as_posix(): path.read_bytes()
             for path in journey.folder.rglob("*") if path.is_file()}  # fmt: skip
    # What a queue holds is pressed.
    found["jobs"] = b"\n".join(_inflated(found["appendonly.aof"]))
    with closing(sqlite3.connect(journey.folder / "journey.db")) as rows:
        found["dump"] = "\n".join(rows.iterdump()).encode()
    return found | {"pages": "\n".join(journey.pages).encode()}


def _inflated(journal: bytes) -> Iterator[bytes]:
    at = journal.find(b"\x78\x9c")
    while at >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(journal[at:])
        at = journal.find(b"\x78\x9c", at + 1)


@pytest.mark.long
def test_no_secret_is_left_anywhere_and_a_living_connection_changes_of_key(journey: Journey) -> None:
    old, new = journey.planted["old key"], journey.planted["new key"]
    _migrate(journey.env(old))
    with journey.running(old) as env:
        come_in(journey)
        connect(journey)
        journey.planted["secret of codes"] = ask_for_codes(journey)
        token = servers.flask(env, "token", "create", EMAIL).strip().splitlines()[-1]
        headers = {"Authorization": f"Bearer {token}"}
        wanted = {"name": "Cafés", "industry": "restaurant", "city": "Baie-Saint-Paul", "launch": True}
        journey.ask("POST", "/api/v1/campaigns", json=wanted, headers=headers).raise_for_status()
        publish(journey, token, 1)
    moved = _migrate(journey.env(new, old))
    assert moved.old >= 3 and not moved.unreadable
    with journey.running(new):
        publish(journey, token, 2)
        for page in PAGES:
            journey.ask("GET", page)
    planted = journey.planted | {"API token": token}
    planted |= {f"token {number}": value for number, value in enumerate(journey.sandbox.state.tokens)}
    assert len(journey.sandbox.state.tokens) >= 2, "an access token and a refresh token"
    found = haystacks(journey)
    # What is no secret is found in each: so would be a secret.
    assert b"Atelier des secrets" in found["dump"] and b"Atelier des secrets" in found["pages"]
    assert b"app.domains" in found["jobs"] and b'"event": "request"' in found["said.log"]
    left = [f"{name} in {where}" for name, value in planted.items() for where, held in found.items()
            if value.encode() in held]  # fmt: skip
    assert left == []


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
