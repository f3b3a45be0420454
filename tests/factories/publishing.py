"""A LinkedIn account opened through its consent page, publications on their way, and what the twin holds."""

from __future__ import annotations

import contextvars
import hashlib
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import requests
from flask import Flask, current_app

from app.core import clock, crypto, storage
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.models import Content
from app.domains.publishing import queries, services
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.sandbox.records import Post
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.people import Person
from tests.sandbox.outside import picture

CAMILLE, OLIVIER = "sbx7Camille", "sbx7Olivier"
# A picture is announced, then put; only then the publication is created.
CREATE: dict[str, str] = {}
ANNOUNCE = {"method": "POST", "path": "/rest/images"}
PUT = {"method": "PUT", "path": "/dms-uploads/"}


def code(*, member: str = CAMILLE, scope: str = "") -> str:
    """Say yes on the consent page, and return the code it sends back."""
    with current_app.test_request_context(method="POST"):
        page, _, query = services.begin_connection("un état").partition("?")
    form = {**dict(parse_qsl(query)), "decision": "allow", "member": member} | ({"scope": scope} if scope else {})
    answer = requests.post(page, data=form, allow_redirects=False, timeout=5)
    return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]


def connect(person: Person, **consent: str) -> Connection:
    """Open a person's LinkedIn."""
    given = code(**consent)
    with current_app.test_request_context(method="POST"):
        return services.finish_connection(person.workspace.id, given)


def token_of(connection: Connection) -> str:
    """Return what a connection signs its calls with."""
    return crypto.unseal(connection.sealed_access_token)


def pending(person: Person, text: str = making.TEXT, **values: Any) -> Content:
    """Add a publication with its picture; it awaits a decision."""
    key = f"{person.workspace.id}/contents/{hashlib.sha256(text.encode()).hexdigest()[:32]}/picture.png"
    storage.store().put(key, picture(), "image/png")
    return making.content(person.workspace, **({"text": text, "picture_key": key, "writer": "person"} | values))


def planned(person: Person, text: str = making.TEXT, **values: Any) -> Delivery:
    """Approve a publication of hers, and return its delivery."""
    delivery = services.approve(pending(person, text, **values), person.user.id, confirm=True).delivery
    assert delivery is not None
    return delivery


def sent(delivery: Delivery, at: datetime | None = None) -> Delivery:
    """Send a delivery a second after its moment, and return it as the database has it."""
    with clock.frozen_at(at or after(delivery)):
        services.send(delivery.id)
    return making.reread(delivery)


def after(delivery: Delivery, seconds: float = 1) -> datetime:
    """Return a moment after the one a delivery is planned for."""
    return delivery.scheduled_at + timedelta(seconds=seconds)


def put(row: Any, **values: Any) -> Any:
    """Set columns as a crash, a person or the years would have left them."""
    for name, value in values.items():
        setattr(row, name, value)
    db.session.commit()
    return row


def open_delivery(content_id: int) -> Delivery | None:
    """Return the last planned of the deliveries of a content that are not over."""
    found = queries.open_deliveries(content_id)
    return found[-1] if found else None


def attempts(delivery: Delivery) -> list[DeliveryAttempt]:
    """Return what was tried for a delivery, as the database has it."""
    db.session.commit()
    db.session.expire_all()
    found = list(queries.attempts(delivery.id))
    db.session.commit()
    return found


def behave(sandbox: RunningSandbox, what: str, **more: Any) -> None:
    """Order the twin to misbehave."""
    order = {"service": "linkedin", "what": what, **more}
    answer = requests.post(f"{sandbox.url}/_sandbox/behave", json=order, timeout=5)
    assert answer.status_code == 201, answer.text


def feed(sandbox: RunningSandbox) -> list[Post]:
    """Return what the twin shows."""
    return [post for post in sandbox.state.posts.values() if post.deleted_at is None]


def calls(sandbox: RunningSandbox, method: str, path: str) -> int:
    """Count the calls the twin received."""
    return sum(line["method"] == method and line["path"].startswith(path) for line in list(sandbox.state.requests))


def at_once(app: Flask, gestures: Sequence[Callable[[], object]]) -> list[str]:
    """Make every gesture at the same instant, each in a context of its own; return how each ended."""
    barrier, ends = threading.Barrier(len(gestures)), []

    def act(gesture: Callable[[], object]) -> None:
        with app.app_context():
            barrier.wait(10)
            try:
                gesture()
                ends.append("done")
            except Conflict as refused:
                ends.append(refused.code)
            finally:
                db.session.remove()

    db.session.commit()
    # The test's clock is a context's: a thread begins with an empty one.
    threads = [threading.Thread(target=contextvars.copy_context().run, args=(act, each)) for each in gestures]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(ends)
