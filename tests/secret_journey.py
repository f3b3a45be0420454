"""A journey through the product with living secrets: what was planted, where it went, and all that came out."""

from __future__ import annotations

import io
import re
import sqlite3
import subprocess
import sys
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyotp
import requests
from cryptography.fernet import Fernet
from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from app import ROOT
from app.domains.accounts import sessions
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests import servers, services
from tests.forms import forms_of, token_of

EMAIL = "secrets@exemple.ca"
PATIENCE_SECONDS = 90
# The links of letters whose last part is the proof itself.
BY_TOKEN = {"a", "courriel", "desabonnement", "invitation", "nouveau-mot-de-passe"}
EXPORTS = "/reglages/confidentialite/exportations"


@dataclass
class Journey:
    """The product in a folder of its own, what was planted in it, and every page that came out of it."""

    folder: Path
    sandbox: RunningSandbox
    redis: services.Redis
    planted: dict[str, str]
    url: str = ""
    pages: list[str] = field(default_factory=list)
    archives: dict[str, bytes] = field(default_factory=dict)
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
            META_APP_ID="journey", META_APP_SECRET=given["META_APP_SECRET"], META_AUTH_URL=there, META_GRAPH_URL=there,
            HUNTER_URL=f"{there}/hunter/v2", HUNTER_API_KEY=given["HUNTER_API_KEY"],
            SENTRY_DSN=there.replace("://", f"://{given['Sentry key']}@") + "/1",
            METRICS_TOKEN=given["METRICS_TOKEN"], VAPID_PRIVATE_KEY=given["VAPID_PRIVATE_KEY"],
            OVERPASS_URL=f"{there}/api/interpreter", UNDO_SECONDS="0", PUBLISH_GAP_SECONDS="0",
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

    @contextmanager
    def shown_once(self) -> Iterator[None]:
        """Leave out of what is searched the pages meant to show a secret to who asked for it."""
        before = len(self.pages)
        yield
        del self.pages[before:]

    def ask(self, method: str, path: str, **sent: Any) -> requests.Response:
        """Ask as her browser does, and keep what comes, but for the cookie it is given."""
        answer = self.browser.request(method, path if "://" in path else self.url + path, timeout=30, **sent)
        headers = {name: value for name, value in answer.headers.items() if name.lower() != "set-cookie"}
        self.pages.append(f"{answer.url}\n{headers}\n{answer.text}")
        return answer

    def send(self, path: str, action: str, **typed: str) -> requests.Response:
        """Fill in and send the form of a page that goes to `action`."""
        forms = forms_of(self.ask("GET", path).text)
        form = next(each for each in forms if each.method == "post" and each.action in {action, action or path})
        return self.ask("POST", form.action or path, data=form.fields | typed)

    def run(self, env: dict[str, str], *command: str) -> None:
        """Run a command of the operator, and keep all that it says."""
        said = subprocess.run([sys.executable, "-m", "flask", "--app", "wsgi", *command], env=env, cwd=ROOT,
                              capture_output=True, text=True, check=False)  # fmt: skip
        self.pages.append(said.stdout + said.stderr)

    def row(self, statement: str) -> Any:
        """Return the one row of a question to the database."""
        with closing(sqlite3.connect(self.folder / "journey.db", timeout=20)) as rows:
            return rows.execute(statement).fetchone()


def until(what: Callable[[], Any]) -> Any:
    """Wait for something, and return it."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := what()):
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.3)
    return found


def come_in(journey: Journey) -> None:
    """Sign up; somebody else mistypes her password, and says it is forgotten."""
    given = journey.planted
    typed = {"business_name": "Atelier des secrets", "email": EMAIL}
    journey.send("/inscription", "", **typed, password="court")
    journey.send("/inscription", "", **typed, password=given["password"])
    with requests.Session() as stranger:
        stranger.trust_env = False
        own, journey.browser = journey.browser, stranger
        journey.send("/connexion", "", email=EMAIL, password=given["wrong password"])
        journey.send("/mot-de-passe-oublie", "", email=EMAIL)
        journey.browser = own


def connect(journey: Journey, key: str) -> dict[str, str]:
    """Open her LinkedIn; return what its network gave."""
    consent = journey.send("/profil", "/connexions/linkedin")
    form = next(each for each in forms_of(consent.text) if "decision" in each.fields or each.buttons)
    journey.ask("POST", f"{journey.sandbox.url}/oauth/v2/authorization", data=form.fields | {"decision": "allow"})
    return access_of(journey, key)


def access_of(journey: Journey, key: str) -> dict[str, str]:
    """Return the tokens of her connection, which are kept sealed."""
    sealed = journey.row("SELECT sealed_access_token, sealed_refresh_token FROM connections")
    opened = [Fernet(key).decrypt(each.encode()).decode() for each in sealed]
    return dict(zip(("access token", "refresh token"), opened, strict=True))


def ask_for_codes(journey: Journey, key: str) -> dict[str, str]:
    """Switch sign-in in two steps on; return what her phone read and the codes of the page that shows them."""
    with journey.shown_once():
        journey.send("/securite/deux-etapes", "")
        [sealed] = journey.row("SELECT sealed_secret FROM two_steps")
        secret = Fernet(key).decrypt(sealed.encode()).decode()
        code = pyotp.TOTP(secret).now()
        page = journey.send("/securite/deux-etapes", "/securite/deux-etapes/activation", code=code)
    codes = re.findall(r"<code>([a-z0-9-]+)</code>", page.text)
    assert len(codes) == 10
    joined = {f"backup code {number}": each.replace("-", "") for number, each in enumerate(codes)}
    return {"secret of codes": secret} | {f"written {name}": each for name, each in
                                          zip(joined, codes, strict=True)} | joined  # fmt: skip


def add_program(journey: Journey) -> dict[str, str]:
    """Have a program told of what happens, and change its secret; return both secrets."""
    with journey.shown_once():
        first = journey.send("/profil/logiciels", "", url="https://logiciel.example/messages")
        here = urlsplit(first.url).path
        second = journey.send(here, f"{here}/secret")
    [former], [present] = (set(re.findall(r"whsec_[\w-]+", page.text)) for page in (first, second))
    journey.ask("GET", here)
    return {"former secret of a program": former, "secret of a program": present}


def ask_passkey(journey: Journey) -> dict[str, str]:
    """Ask for what a passkey is to sign, and send an answer that is none; return the question."""
    token = token_of(journey.ask("GET", "/confirmation").text)
    with journey.shown_once():
        asked = journey.ask("POST", "/connexion/cle-d-acces/demande", headers={"X-CSRFToken": token}).json()
    answer = {"csrf_token": token, "credential": '{"id": "rien"}'}
    journey.ask("POST", "/confirmation/cle-d-acces", data=answer)
    return {"question of a passkey": asked["challenge"]}


def invite(journey: Journey) -> None:
    """Confirm her address, invite somebody, and wait for the letters that prove a mailbox."""
    until(lambda: {"courriel", "nouveau-mot-de-passe"} <= {kind for kind, _, _ in letters(journey)})
    follow_letters(journey)
    journey.send("/membres", "/membres/invitations", email="amie@exemple.ca", role="editor").raise_for_status()
    until(lambda: "invitation" in {kind for kind, _, _ in letters(journey)})


def letters(journey: Journey) -> set[tuple[str, str, str]]:
    """Return the links of letters that act without a session: their kind, their token, their address."""
    found = set()
    for link in (link for letter in open_letters(journey.sandbox.state) for link in letter.links):
        kind, _, token = urlsplit(link).path.removeprefix("/").partition("/")
        if kind in BY_TOKEN and len(token) > 20:
            found.add((kind, token.partition("/")[0], link))
    return found


def follow_letters(journey: Journey) -> dict[str, str]:
    """Open every link, as who reads the mailbox does, and send what it asks for; return the tokens."""
    found = letters(journey)
    for kind, _token, link in found:
        with requests.Session() as reader:
            reader.trust_env = False
            form = next((each for each in forms_of(reader.get(link, timeout=30).text) if each.method == "post"), None)
            if form is not None and kind in {"courriel", "nouveau-mot-de-passe"}:
                # A password too short is refused: the link goes on.
                reader.post(link, data=form.fields | {"new": "court"}, timeout=30)
    return {f"{kind} {number}": token for number, (kind, token, _link) in enumerate(sorted(found))}


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


def take_away(journey: Journey) -> None:
    """Have everything exported, and fetch it."""
    page = journey.send(EXPORTS, EXPORTS)
    here = urlsplit(page.url).path
    [address, *_] = until(lambda: re.findall(rf'"({here}/\d+\.zip)"', journey.ask("GET", here).text))
    content = journey.browser.get(journey.url + address, timeout=30).content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        journey.archives |= {f"export/{name}": packed.read(name) for name in packed.namelist()}


def back_up(journey: Journey, env: dict[str, str]) -> None:
    """Write a backup that no passphrase seals."""
    path = journey.folder / "sauvegarde.agb"
    journey.run(env, "backup", str(path))
    with tarfile.open(path) as packed:
        files = {each.name: packed.extractfile(each) for each in packed if each.isfile()}
        journey.archives |= {f"backup/{name}": file.read() for name, file in files.items() if file is not None}


def session_of(journey: Journey) -> dict[str, str]:
    """Return her cookie, and the token inside it."""
    cookie = journey.browser.cookies["astrogrowth"]
    reader = Flask("reader")
    reader.secret_key = journey.planted["SECRET_KEY"]
    serializer = SecureCookieSessionInterface().get_signing_serializer(reader)
    assert serializer is not None
    return {"cookie": cookie, "token of the session": serializer.loads(cookie)[sessions.TOKEN]}


def haystacks(journey: Journey) -> dict[str, bytes]:
    """Return everything that was said, shown or kept, by where."""
    found = {path.relative_to(journey.folder).as_posix(): path.read_bytes()
             for path in journey.folder.rglob("*") if path.is_file()}  # fmt: skip
    # What a queue holds is pressed.
    found["jobs"] = b"\n".join(_inflated(found["appendonly.aof"]))
    with closing(sqlite3.connect(journey.folder / "journey.db")) as rows:
        found["dump"] = "\n".join(rows.iterdump()).encode()
    return found | journey.archives | {"pages": "\n".join(journey.pages).encode()}


def _inflated(journal: bytes) -> Iterator[bytes]:
    at = journal.find(b"\x78\x9c")
    while at >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(journal[at:])
        at = journal.find(b"\x78\x9c", at + 1)
