"""Two prospects that are one business become one, and two again to the last value."""

from __future__ import annotations

import pytest

from app.core.db import db
from app.core.errors import Conflict
from app.domains.campaigns.models import CampaignLead
from app.domains.leads import queries, services
from app.domains.leads.models import Lead
from tests.domains.campaigns.making import draft
from tests.domains.leads.found import found
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
