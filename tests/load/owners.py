"""Owners at work, each in a thread: python -m tests.load.owners; orders come in as JSON, what was seen goes out so."""

from __future__ import annotations

import json
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import requests

from tests.forms import PageForm, forms_of
from tests.load.rows import text

TIMEOUT_SECONDS = 30
# After what went wrong a person looks at her screen before she tries again.
SURPRISE_SECONDS = 0.25
PAGES = ("/tableau-de-bord", "/contenus", "/contenus?etat=pending", "/contenus/<content>", "/campagnes",
         "/campagnes/<campaign>", "/prospects", "/prospects/<lead>", "/a-venir", "/resultats", "/profil",
         "/notifications", "/plus")  # fmt: skip
DOORS = ("/api/v1/campaigns", "/api/v1/campaigns/<campaign>/leads", "/api/v1/contents", "/api/v1/contents/<content>",
         "/api/v1/deliveries", "/api/v1/metrics")  # fmt: skip
# Of ten gestures: so many pages, so many reads by a program, and the rest writes.
OF_TEN = (6, 2)


@dataclass(frozen=True)
class Ask:
    """One request, as its sender saw it; `status` is 0 where no answer came. A write says what it was to change."""

    name: str
    began: float
    seconds: float
    status: int
    verb: str = ""
    what: int = 0
    words: str = ""

    @property
    def is_acknowledged(self) -> bool:
        """Tell whether a write was answered as done."""
        return bool(self.verb) and 200 <= self.status < 400


class Owner:
    """One owner with her browser and her program."""

    def __init__(self, base: str, given: dict[str, Any], seed: int) -> None:
        self.base, self.given, self.chance = base, given, random.Random(seed)
        self.waiting = list(given["contents"])
        self.asks: list[Ask] = []
        self.number = 0
        self.pause = float(given.get("pause", 0))
        self.browser, self.program = requests.Session(), requests.Session()
        self.browser.trust_env = self.program.trust_env = False
        self.program.headers["Authorization"] = f"Bearer {given['token']}"

    def sign_in(self) -> None:
        """Come in through the form."""
        form = _form(self.ask("/connexion"), "/connexion")
        if form is not None:
            values = {**form.fields, "email": self.given["email"], "password": self.given["password"]}
            self.ask("/connexion", values)

    def act(self) -> None:
        """Make one gesture."""
        drawn = self.chance.randrange(10)
        if drawn < OF_TEN[0]:
            self.ask(self.chance.choice(PAGES))
        elif drawn < sum(OF_TEN):
            self.ask(self.chance.choice(DOORS))
        else:
            self.chance.choice((self.approve, self.approve, self.decide_by_program, self.reject, self.edit,
                                self.edit_by_program, self.open_campaign))()  # fmt: skip

    def approve(self) -> None:
        """Approve with a thumb."""
        self._decide("approbation", "approve")

    def reject(self) -> None:
        """Reject with a thumb."""
        self._decide("rejet", "reject")

    def _decide(self, noun: str, verb: str) -> None:
        content = self._next()
        if content:
            form = _form(self.ask(f"/contenus/{content}", name="/contenus/<content>"), f"/contenus/{content}/{noun}")
            if form is not None:
                self.waiting.pop()
                path, name = f"/contenus/{content}/{noun}", f"/contenus/<content>/{noun}"
                self.ask(path, form.fields, name=name, verb=verb, what=content)

    def decide_by_program(self) -> None:
        """Approve through the API."""
        if content := self._next():
            self.waiting.pop()
            path, name = f"/api/v1/contents/{content}/approve", "/api/v1/contents/<content>/approve"
            self.ask(path, {"confirm": True}, method="PUT", name=name, verb="approve", what=content)

    def edit(self) -> None:
        """Rewrite a text on its page."""
        content = self._next()
        if content:
            path, name = f"/contenus/{content}/modifier", "/contenus/<content>/modifier"
            form = next((each for each in forms_of(self.ask(path, name=name)) if "text" in each.fields), None)
            if form is not None:
                words = self._words(content)
                self.ask(path, {**form.fields, "text": words}, name=name, verb="edit", what=content, words=words)

    def edit_by_program(self) -> None:
        """Rewrite a text through the API."""
        if content := self._next():
            words, path = self._words(content), f"/api/v1/contents/{content}"
            self.ask(path, {"text": words}, method="PATCH", name="/api/v1/contents/<content>", verb="edit",
                     what=content, words=words)  # fmt: skip

    def open_campaign(self) -> None:
        """Open a campaign through the API, and ask again with the same key until an answer comes."""
        self.number += 1
        words = f"Campagne {self.given['campaign']}, {self.number}"
        body = {"name": words, "industry": "restaurant", "city": "Lévis", "province": "QC", "launch": False}
        for _ in range(3):
            self.ask("/api/v1/campaigns", body, verb="open", what=self.given["campaign"], words=words, key=words)
            if self.asks[-1].is_acknowledged:
                return

    def _next(self) -> int:
        return self.waiting[-1] if self.waiting else 0

    def _words(self, content: int) -> str:
        self.number += 1
        return text(f"Texte {content}, version {self.number}")

    def ask(self, path: str, body: Any = None, *, method: str = "", name: str = "", key: str = "", **about: Any) -> str:
        """Ask for an address with its names filled in, note what came, and return its text."""
        name, by_program = name or path, path.startswith("/api/")
        for part in ("campaign", "content", "lead"):
            path = path.replace(f"<{part}>", str(self._some(part)))
        method = method or ("GET" if body is None else "POST")
        sent: dict[str, Any] = {"headers": {"Idempotency-Key": key} if key else {}}
        sent |= {} if body is None else {"json" if by_program else "data": body}
        session = self.program if by_program else self.browser
        began, clocked, status, said = time.time(), time.perf_counter(), 0, ""
        try:
            answer = session.request(method, self.base + path, timeout=TIMEOUT_SECONDS, allow_redirects=False, **sent)
            status, said = answer.status_code, answer.text
        except requests.RequestException:
            pass
        took = time.perf_counter() - clocked
        self.asks.append(Ask(f"{method} {name}", began, took, status, **about))
        if not 200 <= status < 400:
            time.sleep(SURPRISE_SECONDS)
        return said

    def _some(self, part: str) -> int:
        rows = self.given.get(f"{part}s")
        return self.chance.choice(rows) if rows else self.given[part]


def _form(page: str, ending: str) -> PageForm | None:
    """Return a page's form that posts to an address, or to the page itself."""
    found = [form for form in forms_of(page) if form.method == "post" and "_method" not in form.action]
    return next((form for form in found if form.action == ending), None) or next(
        (form for form in found if ending == "/connexion" and "password" in form.fields), None
    )


def main() -> None:
    """Let every owner work until the time is over, or until told to end."""
    orders = json.load(sys.stdin)
    over = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    owners = [Owner(orders["base"], given, seed) for seed, given in enumerate(orders["owners"])]
    _all([owner.sign_in for owner in owners])
    print("ready", flush=True)
    deadline = time.monotonic() + orders["seconds"]

    def work(owner: Owner) -> Callable[[], None]:
        def until_the_end() -> None:
            while not over.is_set() and time.monotonic() < deadline:
                owner.act()
                over.wait(owner.chance.uniform(0, 2 * owner.pause))

        return until_the_end

    _all([work(owner) for owner in owners])
    for owner in owners:
        for ask in owner.asks:
            print(json.dumps(asdict(ask)))


def _all(gestures: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=gesture) for gesture in gestures]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
