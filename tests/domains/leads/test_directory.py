"""Where a site shows no address, a directory is asked, once; what it says comes with the page it read."""

from __future__ import annotations

import dataclasses

import pytest
from flask import current_app

from app.core.db import db
from app.domains.compliance.models import Consent
from app.domains.leads import queries
from app.domains.leads.models import Enrichment, LeadRecord
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox
from tests.domains.leads.test_enriching import keep, reread, site, visit_all
from tests.people import Person

# Sites that show no address of their own, and that the twin of the directory knows.
SILENT = "image_name"


@pytest.fixture(autouse=True)
def _has_a_directory(alice: Person, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = current_app.config["SETTINGS"]
    with_key = dataclasses.replace(settings, hunter_url=f"{sandbox.url}/hunter/v2", hunter_api_key="sandbox-key")
    monkeypatch.setitem(current_app.config, "SETTINGS", with_key)


def asked(sandbox: RunningSandbox) -> list[str]:
    """Return the domains the directory was asked about."""
    return [line.get("domain", "") for line in sandbox.state.requests if line["service"] == "hunter"]


def test_an_address_of_the_directory_says_where_it_was_published(alice: Person, sandbox: RunningSandbox) -> None:
    [lead] = keep(alice, sandbox, SILENT)
    visit_all(alice)
    lead = reread(lead.id)
    assert asked(sandbox) == [f"{site(SILENT).slug}.localhost"]
    assert lead.email.endswith(f"@{site(SILENT).slug}.example")
    fact = queries.provenance(lead, queries.records(lead.id))["email"]
    assert fact.source == "hunter"
    assert "sandbox-key" not in str(list(sandbox.state.requests))
    # Somebody else's reading is no proof that the business publishes it.
    assert db.session.query(Consent).count() == 0


@pytest.mark.parametrize("kind", ["contact_page", "refusal"])
def test_nobody_is_asked_about_a_site_that_answers_or_refuses(
    alice: Person, sandbox: RunningSandbox, kind: str
) -> None:
    keep(alice, sandbox, kind)
    visit_all(alice)
    assert asked(sandbox) == []


def test_somebody_who_asked_the_directory_to_forget_them_is_left_alone(alice: Person, sandbox: RunningSandbox) -> None:
    sandbox.state.behaviours.add(Behaviour("hunter", "451", times=-1, path="/domain-search"))
    [lead] = keep(alice, sandbox, SILENT)
    visit_all(alice)
    lead = reread(lead.id)
    assert (lead.email, lead.contactable, lead.contact_reason) == ("", False, "refusal")


@pytest.mark.parametrize("what", ["401", "403", "429", "500", "malformed", "cut_after"])
def test_a_directory_that_fails_spoils_no_visit(alice: Person, sandbox: RunningSandbox, what: str) -> None:
    sandbox.state.behaviours.add(Behaviour("hunter", what, times=-1, path="/domain-search"))
    [lead] = keep(alice, sandbox, SILENT)
    visit_all(alice)
    assert reread(lead.id).state == "ready"
    assert [row.state for row in db.session.query(Enrichment)] == ["done"]
    assert "hunter" not in {row.source for row in db.session.query(LeadRecord)}
