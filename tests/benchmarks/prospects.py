"""The list of prospects, with a hundred and with a hundred thousand of them, then their exports."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, insert, select

from app.core import clock
from app.core.db import db
from app.domains.accounts import services as accounts
from app.domains.leads.models import Lead, LeadRecord
from app.domains.workspaces import services as workspaces
from tests import people
from tests.benchmarks.visits import PASSWORD, count

FEW, MANY, ROUNDS = 100, 100_000, 40
PAGES = ("/prospects", "/prospects?tri=nom", "/prospects?tri=recent", "/prospects?courriel=oui",
         "/prospects?contactable=oui&score=70", "/prospects?q=cafe+12", "/prospects?q=introuvable",
         "/prospects?ville=levis&chaine=groupe")  # fmt: skip
EXPORTS = ("/prospects/export.csv", "/prospects/export.xlsx")
TOWNS = ("Lévis", "Québec", "Montréal", "Trois-Rivières", "Laval")


def measure(app: Flask) -> Iterator[str]:
    """Print each page's p95 and statements with few and with many prospects, and their ratio."""
    few, many = _owner(app, FEW), _owner(app, MANY)
    with app.app_context():
        engine = db.engine
    for page in PAGES:
        times = [_p95(client, page) for client in (few, many)]
        statements = [count(engine, client, page) for client in (few, many)]
        yield (
            f"{page:38} p95 {times[0] * 1000:5.0f} ms with {FEW}, {times[1] * 1000:5.0f} ms with {MANY:,}"
            f"  ratio {times[1] / times[0]:.2f} | queries {statements[0]} and {statements[1]}"
        )
    for page in EXPORTS:
        yield _export(many, page)


def _p95(client: FlaskClient, page: str) -> float:
    client.get(page)
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        client.get(page)
        times.append(time.perf_counter() - began)
    return statistics.quantiles(times, n=20)[-1]


def _export(client: FlaskClient, page: str) -> str:
    began = time.perf_counter()
    size, first = 0, 0.0
    for piece in client.get(page, buffered=False).response:
        first = first or time.perf_counter() - began
        size += len(piece)
    took = time.perf_counter() - began
    return f"{page:38} {MANY:,} rows, {size / 1e6:.1f} MB in {took:.1f} s, first bytes after {first:.2f} s"


def _owner(app: Flask, leads: int) -> FlaskClient:
    with app.app_context():
        user = accounts.create_user(f"prospects{leads}@exemple.ca", PASSWORD, verified=True)
        workspace = workspaces.open_workspace(user, "Bistro du Port")
        db.session.commit()
        first = (db.session.scalar(select(func.max(Lead.id))) or 0) + 1
        for start in range(0, leads, 10_000):
            numbers = range(start, min(start + 10_000, leads))
            db.session.execute(insert(Lead), [_lead(workspace.id, first, number) for number in numbers])
            db.session.execute(insert(LeadRecord), [_record(workspace.id, first + number) for number in numbers])
        db.session.commit()
        client = app.test_client()
        people.enter(client, user)
    return client


def _lead(workspace_id: int, first: int, number: int) -> dict[str, object]:
    mixed = number * 7919 % 100_003
    return {"id": first + number, "workspace_id": workspace_id, "industry": "restaurant", "name": f"Café {mixed}",
            "name_key": f"cafe{mixed}", "city": TOWNS[mixed % 5], "address": f"{number}, rue Saint-Jean",
            "phone": f"+1418{mixed:07d}" if mixed % 3 else "", "domain": f"cafe{mixed}.ca",
            "email": f"info@cafe{mixed}.ca" if mixed % 4 == 0 else "",
            "website": f"https://cafe{mixed}.ca", "score": mixed % 101, "state": "ready", "contactable": mixed % 3 > 0,
            "contact_reason": "phone" if mixed % 3 else "nothing", "is_chain": mixed % 20 == 0,
            "chain_key": f"chaine{mixed % 1000}" if mixed % 20 == 0 else "",
            "latitude": 45.5 + mixed % 997 / 700, "longitude": -73.5 + mixed % 991 / 500,
            "reasons": ["Téléphone connu : 20 points", "Total : 80 sur 100"],
            "created_at": clock.now() - timedelta(minutes=mixed)}  # fmt: skip


def _record(workspace_id: int, lead_id: int) -> dict[str, object]:
    return {"workspace_id": workspace_id, "lead_id": lead_id, "source": "openstreetmap", "licence": "ODbL 1.0",
            "source_id": f"node/{lead_id}", "seen_on": date(2026, 11, 20),
            "facts": {"name": {"value": f"Café {lead_id}"}}}  # fmt: skip
