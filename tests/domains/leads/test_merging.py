"""Two prospects that are one business become one, and two again to the last value."""

from __future__ import annotations

import pytest
from flask import Flask

from app.core.db import db
from app.core.errors import Conflict
from app.domains.campaigns.models import CampaignLead
from app.domains.leads import queries, services
from app.domains.leads.models import DuplicatePair, Lead, LeadMerge
from app.domains.leads.services import pairing
from tests.domains.campaigns.making import draft
from tests.domains.leads.found import found
from tests.factories.publishing import at_once
from tests.people import Person


def two(person: Person) -> tuple[Lead, Lead]:
    """Store two prospects nothing ties together."""
    elements = [found("node/1", "Chez Lise", phone="418 822-5555"), found("node/2", "Lise", email="info@chezlise.ca")]
    ids = services.store(person.workspace.id, "restaurant", elements).lead_ids
    db.session.commit()
    return db.session.get_one(Lead, ids[0]), db.session.get_one(Lead, ids[1])


def shown(lead: Lead) -> dict[str, object]:
    """Return every value of a prospect, read again."""
    lead = db.session.get_one(Lead, lead.id, populate_existing=True)
    return {
        name: getattr(lead, name) for name in (column.name for column in Lead.__table__.columns) if name != "updated_at"
    }


def test_a_merge_keeps_the_best_of_each_field_with_its_provenance(alice: Person) -> None:
    kept, absorbed = two(alice)
    services.merge(kept, absorbed, why="person", by_id=alice.user.id)
    db.session.commit()
    values = shown(kept)
    assert (values["name"], values["phone"], values["email"]) == ("Chez Lise", "+14188225555", "info@chezlise.ca")
    assert set(queries.provenance(kept, queries.records(kept.id))) >= {"phone", "email"}
    assert shown(absorbed)["merged_into_id"] == kept.id


def test_a_merge_can_be_undone_to_the_last_value(alice: Person) -> None:
    kept, absorbed = two(alice)
    before = shown(kept), shown(absorbed)
    row = services.merge(kept, absorbed, why="person", by_id=alice.user.id)
    db.session.commit()
    for _ in range(2):
        services.undo_merge(row, alice.user.id)
        db.session.commit()
    assert (shown(kept), shown(absorbed)) == before


def test_a_new_search_finds_the_merged_one_under_the_one_kept(alice: Person) -> None:
    kept, absorbed = two(alice)
    services.merge(kept, absorbed, why="person")
    db.session.commit()
    stored = services.store(alice.workspace.id, "restaurant", [found("node/2", "Lise", email="info@chezlise.ca")])
    assert (stored.lead_ids, stored.added) == ([kept.id], 0)


def test_the_campaigns_of_the_absorbed_show_the_kept(alice: Person) -> None:
    kept, absorbed = two(alice)
    campaign = draft(alice)
    db.session.add(CampaignLead(campaign_id=campaign.id, lead_id=absorbed.id))
    db.session.commit()
    services.merge(kept, absorbed, why="person")
    db.session.commit()
    rows = db.session.query(CampaignLead).filter_by(campaign_id=campaign.id, lead_id=kept.id).all()
    assert [row.score for row in rows] == [shown(kept)["score"]]


def test_a_prospect_merges_once_and_never_with_a_strangers(alice: Person, charlie: Person) -> None:
    kept, absorbed = two(alice)
    other, _ = two(charlie)
    for one, another in ((kept, kept), (kept, other)):
        with pytest.raises(Conflict):
            services.merge(one, another, why="person")
    services.merge(kept, absorbed, why="person")
    with pytest.raises(Conflict):
        services.merge(kept, absorbed, why="person")
    with pytest.raises(Conflict):
        services.merge(absorbed, kept, why="person")


def test_what_may_be_one_business_is_proposed_once_and_a_no_is_for_good(alice: Person) -> None:
    hotel = found("node/1", "Hôtel Gault", phone="514 555-0101", latitude=45.52, longitude=-73.58)
    table = found("node/2", "Café de la Place", phone="514 555-0101", latitude=45.52, longitude=-73.58)
    ids = services.store(alice.workspace.id, "restaurant", [hotel, table]).lead_ids
    pairing.pair(alice.workspace.id, ids)
    db.session.commit()
    page = alice.client.get(f"/prospects/{ids[0]}").text
    assert "Le même commerce?" in page
    assert "Café de la Place" in page
    [row] = db.session.query(DuplicatePair)
    assert alice.client.post(f"/prospects/{ids[0]}/doublons/{row.id}?_method=DELETE").status_code == 303
    pairing.pair(alice.workspace.id, ids)
    db.session.commit()
    assert "Le même commerce?" not in alice.client.get(f"/prospects/{ids[0]}").text


def test_she_reunites_two_and_parts_them_from_the_page(alice: Person) -> None:
    kept, absorbed = two(alice)
    db.session.add(DuplicatePair(workspace_id=alice.workspace.id, first_id=kept.id, second_id=absorbed.id, why="name"))
    db.session.commit()
    [row] = db.session.query(DuplicatePair)
    assert alice.client.post(f"/prospects/{kept.id}/doublons/{row.id}").status_code == 303
    assert "Réuni avec «\u00a0Lise\u00a0»" in alice.client.get(f"/prospects/{kept.id}").text
    [merge] = db.session.query(LeadMerge)
    alice.client.post(f"/prospects/{kept.id}/reunions/{merge.id}?_method=DELETE")
    assert shown(absorbed)["merged_into_id"] is None


def test_a_site_that_ties_two_prospects_merges_them(alice: Person) -> None:
    ids = services.store(alice.workspace.id, "restaurant", [found("node/1", "Chez Lise", phone="418 822-5555"),
                                                            found("node/2", "Resto Chez Lise")]).lead_ids  # fmt: skip
    services.edit(db.session.get_one(Lead, ids[1]), {"phone": "+14188225555"}, alice.user.id)
    pairing.pair(alice.workspace.id, [ids[1]])
    db.session.commit()
    assert shown(db.session.get_one(Lead, ids[1]))["merged_into_id"] == ids[0]


def test_two_merges_of_the_same_two_at_once_never_turn_in_a_ring(app: Flask, alice: Person) -> None:
    first, second = (lead.id for lead in two(alice))
    pair = DuplicatePair(workspace_id=alice.workspace.id, first_id=first, second_id=second, why="name")
    db.session.add(pair)
    db.session.commit()
    pair_id = pair.id

    def reunite(kept_id: int) -> None:
        services.reunite(db.session.get_one(Lead, kept_id), db.session.get_one(DuplicatePair, pair_id), alice.user.id)

    ends = at_once(app, [lambda: reunite(first), lambda: reunite(second)])
    assert sorted(ends) == ["already_merged", "done"]
    assert [shown(db.session.get_one(Lead, one))["merged_into_id"] for one in (first, second)].count(None) == 1
