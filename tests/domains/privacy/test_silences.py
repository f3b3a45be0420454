"""« Ne plus appeler » by hand: effective at once, and only a digest is kept."""

from __future__ import annotations

from app.core.db import db
from app.domains.leads.models import Lead
from app.domains.leads.services import storing
from tests.domains.leads.found import found
from tests.people import Person

HERE = "/reglages/confidentialite/ne-plus-contacter"


def test_a_number_added_by_hand_is_left_alone_at_once(alice: Person) -> None:
    storing.store(alice.workspace.id, "restaurant", [found("node/1", "Café Bleu", phone="418 822-5555")])
    db.session.commit()
    assert "Pas dans la liste" in alice.client.get(f"{HERE}?q=418 822-5555").text
    assert alice.client.post(HERE, data={"q": "(418) 822-5555"}).status_code == 303
    lead = db.session.query(Lead).one()
    assert (lead.contactable, lead.contact_reason) == (False, "do_not_contact")
    page = alice.client.get(f"{HERE}?q=4188225555").text
    assert "Ajouté par votre équipe" in page
    assert "418 822-5555" not in alice.client.get(HERE).text
    assert alice.client.post(HERE, data={"q": "café"}).status_code == 422
