"""Facebook and Instagram accounts opened through their consent, on a site Instagram can reach for its pictures."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import parse_qs, parse_qsl, urlsplit

import requests
from flask import Flask, current_app
from werkzeug.serving import make_server

from app.domains.publishing import services
from app.domains.publishing.models import Connection
from app.sandbox.server import QuietRequests, RunningSandbox
from tests.people import Person
from tests.sandbox.meta.outside import APP, INSTAGRAM, PAGE

PAGE_KEY, INSTAGRAM_KEY = f"facebook:{PAGE}", f"instagram:{INSTAGRAM}"


@contextmanager
def offered(app: Flask, sandbox: RunningSandbox) -> Iterator[None]:
    """Offer Meta's networks, and serve the site on a real socket: its twin fetches pictures there."""
    kept, twin = app.config["SETTINGS"], sandbox.state.settings
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=QuietRequests)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    serving.start()
    app.config["SETTINGS"] = dataclasses.replace(
        kept, meta_app_id=APP["client_id"], meta_app_secret=APP["client_secret"], meta_auth_url=sandbox.url,
        meta_graph_url=sandbox.url, public_url=f"http://127.0.0.1:{server.server_port}",
    )  # fmt: skip
    sandbox.state.settings = dataclasses.replace(twin)
    try:
        yield
    finally:
        app.config["SETTINGS"], sandbox.state.settings = kept, twin
        server.shutdown()
        server.server_close()
        serving.join(5)


def back_from_consent(page: str, decision: str = "allow") -> dict[str, str]:
    """Answer the consent dialogue at this address, and return what it sends back."""
    form = {**dict(parse_qsl(urlsplit(page).query)), "decision": decision, "member": "sbx7Camille"}
    answer = requests.post(page.partition("?")[0], data=form, allow_redirects=False, timeout=5)
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}


def connect(person: Person, *chosen: str) -> Sequence[Connection]:
    """Open what a person ticked after her consent."""
    with current_app.test_request_context(method="POST"):
        code = back_from_consent(services.begin_connection("un état", "facebook"))["code"]
        sealed = services.hold(code, "facebook")
        return services.open_chosen(person.workspace.id, sealed, chosen)
