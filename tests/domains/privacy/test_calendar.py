"""The calendar shows every rule that is applied, and what its last pass erased."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

from app.core import clock, retention
from app.core.db import db
from app.core.schedule import PERIODIC
from app.domains.leads.models import CachedPlace
from app.domains.privacy.calendar import RULES
from tests.people import Person


def purge_all() -> None:
    for each in PERIODIC:
        module, _, name = each.job.rpartition(".")
        if name == "purge":
            getattr(import_module(module), name)()


def test_every_purge_is_on_the_calendar_and_every_rule_is_applied(alice: Person) -> None:
    purge_all()
    assert set(retention.runs()) == {rule.code for rule in RULES if rule.code}


def test_it_says_what_was_erased_and_when(alice: Person) -> None:
    now = clock.now()
    db.session.add(CachedPlace(source="google_places", source_id="p1", facts={}, expires_at=now - timedelta(hours=1)))
    db.session.commit()
    purge_all()
    purge_all()
    run = retention.runs()["cached_places"]
    assert (run.reached, run.total) == (0, 1)
    page = alice.client.get("/reglages/confidentialite/conservation").get_data(as_text=True)
    assert "Renseignements venus de Google" in page
    assert "0 la dernière fois, 1 en tout" in page
