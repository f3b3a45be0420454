"""One visit, looked at closely: the queries it sends, whatever the rows, and the bytes of a first load."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, func, select

from app.core.db import db
from app.domains.accounts import services as accounts
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content
from tests import people
from tests.benchmarks.rows import fill

PASSWORD = "une phrase assez longue"
PUBLIC = ("/", "/connexion", "/inscription", "/confidentialite", "/conditions")
SIGNED_IN = ("/tableau-de-bord", "/campagnes", "/campagnes/nouvelle", "/campagnes/<campaign>", "/contenus",
             "/contenus/<content>", "/profil")  # fmt: skip
QUIET = ("BEGIN", "PRAGMA", "COMMIT", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True)
class Visitor:
    """Someone signed in, and the rows her pages show."""

    client: FlaskClient
    ids: dict[str, str]

    def address(self, page: str) -> str:
        """Put real ids in a page's address."""
        for name, value in self.ids.items():
            page = page.replace(name, value)
        return page


def visitor(app: Flask, *, leads: int, contents: int) -> Visitor:
    """Add an owner with so many rows."""
    with app.app_context():
        user = accounts.create_user(f"rows{leads}@exemple.ca", PASSWORD, verified=True)
        workspace = fill(user, leads=leads, contents=contents)
        campaign = db.session.scalar(select(Campaign.id).where(Campaign.workspace_id == workspace.id))
        content = db.session.scalar(select(func.max(Content.id)).where(Content.workspace_id == workspace.id))
        client = app.test_client()
        people.enter(client, user)
    return Visitor(client, {"<campaign>": str(campaign), "<content>": str(content)})


def queries(app: Flask, few: Visitor, many: Visitor) -> Iterator[str]:
    """Count the statements of each page with few rows, then with many."""
    with app.app_context():
        engine = db.engine
    for page in SIGNED_IN:
        counts = [count(engine, who.client, who.address(page)) for who in (few, many)]
        yield f"{page:22} {counts[0]} with 10 prospects, {counts[1]} with 1,000"


def count(engine: Engine, client: FlaskClient, address: str) -> str:
    """Count the statements of one page."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(QUIET):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        status = client.get(address).status_code
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return str(len(seen)) if status == 200 else f"(status {status})"


def first_load(app: Flask, signed_in: Visitor) -> Iterator[str]:
    """Weigh a first visit: HTML, CSS and JavaScript, gzipped; pictures of publications apart."""
    stranger = app.test_client()
    for page in PUBLIC:
        yield _weigh(stranger, page, page)
    for page in SIGNED_IN:
        yield _weigh(signed_in.client, page, signed_in.address(page))


def _weigh(client: FlaskClient, page: str, address: str) -> str:
    html = client.get(address).get_data()
    names = [name.decode() for name in re.findall(rb'(?:href|src)="(/assets/[^"]+\.(?:css|js))"', html)]
    sizes = {name: len(gzip.compress(client.get(name).get_data(), 9)) for name in names}
    script = sum(size for name, size in sizes.items() if name.endswith(".js"))
    total = len(gzip.compress(html, 6)) + sum(sizes.values())
    return f"{page:22} {total / 1024:5.1f} kB in all, {script / 1024:4.1f} kB of script"
