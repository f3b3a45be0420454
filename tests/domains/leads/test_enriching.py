"""A prospect's own site completes it, politely, with the proof of each address; a refusal is heard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.core import background, clock
from app.core.db import db
from app.domains.compliance.models import Consent
from app.domains.leads import queries, services, sweep
from app.domains.leads.models import Enrichment, Lead
from app.domains.leads.services import enriching
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox
from app.sandbox.sites.businesses import Business, catalogue
from tests.domains.leads.found import found
from tests.people import Person

Drain = Callable[[], int]


def site(kind: str) -> Business:
    """Return a site of this kind."""
    return next(each for each in catalogue() if each.kind == kind)


def address(sandbox: RunningSandbox, business: Business) -> str:
    """Return where a site is."""
    return f"http://{business.slug}.localhost:{sandbox.port}/"


def keep(person: Person, sandbox: RunningSandbox, *kinds: str) -> list[Lead]:
    """Store one prospect a kind of site, and order their visits."""
    elements = [found(f"node/{number}", site(kind).name, website=address(sandbox, site(kind)))
                for number, kind in enumerate(kinds)]  # fmt: skip
    ids = services.store(person.workspace.id, "restaurant", elements).lead_ids
    assert services.order_visits(person.workspace.id, ids) == len(kinds)
    db.session.commit()
    return [reread(lead_id) for lead_id in ids]


def reread(lead_id: int) -> Lead:
    """Return a prospect as it now is."""
    return db.session.get_one(Lead, lead_id, populate_existing=True)


def visit_all(person: Person) -> None:
    """Carry every visit to its end, slice after slice."""
    for minutes in range(1, 60):
        with clock.frozen_at(clock.now() + timedelta(seconds=3 * minutes)):
            enriching.run(person.workspace.id)
        states = {row.state for row in db.session.query(Enrichment)}
        db.session.commit()
        if states <= {"done", "failed"}:
            return


def test_a_site_gives_an_address_with_its_proof_and_a_better_score(alice: Person, sandbox: RunningSandbox) -> None:
    [lead] = keep(alice, sandbox, "contact_page")
    assert (lead.state, lead.email, lead.score) == ("enriching", "", 23)
    visit_all(alice)
    lead = reread(lead.id)
    assert (lead.state, lead.email) == ("ready", site("contact_page").email)
    assert lead.phone == "+1" + site("contact_page").phone.replace(" ", "").replace("-", "")
    assert lead.score == 100
    fact = queries.provenance(lead, queries.records(lead.id))["email"]
    assert fact.source == "website"
    consent = db.session.query(Consent).one()
    assert consent.kind == "publication"
    assert consent.source_url.endswith("/nous-joindre")
    assert "son site Web" in alice.client.get(f"/prospects/{lead.id}").text


@pytest.mark.parametrize("kind", ["refusal", "refusal_english"])
def test_a_refusal_on_the_site_makes_the_prospect_not_contactable(
    alice: Person, sandbox: RunningSandbox, kind: str
) -> None:
    [lead] = keep(alice, sandbox, kind)
    visit_all(alice)
    lead = reread(lead.id)
    assert (lead.contactable, lead.contact_reason) == (False, "refusal")
    assert db.session.query(Consent).count() == 0
    assert "Son site refuse la sollicitation" in alice.client.get(f"/prospects/{lead.id}").text


@pytest.mark.parametrize(
    "kind", ["template_address", "agency_address", "tracker_address", "image_name", "masked", "robots_refuse",
             "private_redirect", "metadata_redirect", "file_redirect", "redis_redirect", "binary", "not_found"]
)  # fmt: skip
def test_junk_traps_and_refusing_robots_give_no_address(alice: Person, sandbox: RunningSandbox, kind: str) -> None:
    [lead] = keep(alice, sandbox, kind)
    visit_all(alice)
    lead = reread(lead.id)
    assert (lead.state, lead.email) == ("ready", "")


def test_a_free_address_is_kept_and_never_taken_for_a_business_s(alice: Person, sandbox: RunningSandbox) -> None:
    [lead] = keep(alice, sandbox, "free_mail")
    visit_all(alice)
    lead = reread(lead.id)
    assert lead.email.endswith("@gmail.com")
    assert lead.contact_nature in {"personal", "unknown"}
    assert db.session.query(Consent).count() == 0


def test_an_address_that_unrelated_businesses_share_is_nobody_s(alice: Person, sandbox: RunningSandbox) -> None:
    same = "info@groupe-nord.example"
    ids = []
    for number, kind in enumerate(("about_page", "footer", "text")):
        name = f"Commerce {number}"
        element = found(f"node/{number}", name, email=same, website=address(sandbox, site(kind)))
        ids += services.store(alice.workspace.id, "restaurant", [element]).lead_ids
    services.order_visits(alice.workspace.id, ids)
    db.session.commit()
    visit_all(alice)
    emails = {reread(lead_id).email for lead_id in ids}
    assert same not in emails


def test_a_site_that_does_not_answer_is_tried_again_later_and_holds_nobody_up(
    alice: Person, sandbox: RunningSandbox
) -> None:
    sandbox.state.behaviours.add(Behaviour("sites", "cut_before", times=-1, path="*"))
    [lead] = keep(alice, sandbox, "text")
    enriching.run(alice.workspace.id)
    row = db.session.query(Enrichment).one()
    assert (reread(lead.id).state, row.state, row.tries) == ("ready", "due", 1)
    sandbox.state.behaviours.clear()
    with clock.frozen_at(clock.now() + timedelta(minutes=11)):
        visit_all(alice)
    assert reread(lead.id).email == site("text").email


def test_a_worker_that_dies_frees_its_host(alice: Person, sandbox: RunningSandbox) -> None:
    [lead] = keep(alice, sandbox, "text")
    row = db.session.query(Enrichment).one()
    row.state, row.lease_until = "running", clock.in_seconds(-1)
    db.session.commit()
    background.connection().flushdb()
    with clock.frozen_at(clock.now() + timedelta(seconds=30)):
        assert sweep.ring_due_enrichments() == 1
    visit_all(alice)
    assert reread(lead.id).email == site("text").email


def test_the_branches_of_one_site_are_told_by_one_visit(alice: Person, sandbox: RunningSandbox) -> None:
    where = address(sandbox, site("footer"))
    elements = [found(f"node/{number}", f"Succursale {'abc'[number]}", website=where, city=f"Ville{number}")
                for number in range(3)]  # fmt: skip
    ids = services.store(alice.workspace.id, "restaurant", elements).lead_ids
    services.order_visits(alice.workspace.id, ids)
    db.session.commit()
    visit_all(alice)
    assert {reread(lead_id).email for lead_id in ids} == {site("footer").email}
    pages = [line["path"] for line in sandbox.state.requests if line["service"] == "sites"]
    assert len(pages) == len(set(pages)), "each page was read once"


@pytest.mark.long
def test_precision_and_recall_on_the_hundred_sites(alice: Person, sandbox: RunningSandbox) -> None:
    right = {each.slug: each for each in catalogue()}
    hundred = [found(f"node/{number}", each.name, website=address(sandbox, each))
               for number, each in enumerate(right.values())]  # fmt: skip
    ids = [services.store(alice.workspace.id, "restaurant", [one]).lead_ids[0] for one in hundred]
    services.order_visits(alice.workspace.id, list(dict.fromkeys(ids)))
    db.session.commit()
    visit_all(alice)
    silent = {"private_redirect", "metadata_redirect", "file_redirect", "redis_redirect", "redirect_loop", "endless",
              "robots_refuse", "robots_broken", "server_error", "template_address", "agency_address", "masked",
              "tracker_address", "image_name", "social_only", "bomb", "not_found", "binary", "free_mail",
              "another_business"}  # fmt: skip
    given, found_right, expected = 0, 0, 0
    for lead_id, each in zip(ids, right.values(), strict=True):
        email = reread(lead_id).email
        wanted = "" if each.kind in silent else each.email
        expected += bool(wanted)
        given += bool(email) and each.kind != "free_mail"
        found_right += bool(wanted) and email == wanted
        if email != wanted and each.kind != "free_mail":
            print(each.kind, "wanted", wanted or "nothing", "got", email or "nothing")
    print(f"precision {found_right / given:.3f}, recall {found_right / expected:.3f}")
    assert found_right / given >= 0.9
    assert found_right / expected >= 0.8
