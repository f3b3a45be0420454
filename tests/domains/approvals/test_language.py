"""A link is read in the language of the mail that carried it."""

from __future__ import annotations

from flask.testing import FlaskClient

from app.core.db import db
from app.domains.approvals import links
from app.domains.notifications import unsubscribing
from app.domains.notifications.kinds import Kind
from tests.factories.publishing import pending
from tests.people import Person


def test_a_link_speaks_the_language_of_whom_it_was_sent_to(client: FlaskClient, alice: Person) -> None:
    alice.user.language = "en"
    content = pending(alice)
    address = f"/a/{links.issue(content, alice.user.id)}"
    db.session.commit()
    assert '<html lang="en-CA">' in client.get(address).text
    assert '<html lang="fr-CA">' in client.get(f"{address}?lang=fr").text


def test_so_does_the_address_that_stops_mails(client: FlaskClient, alice: Person) -> None:
    alice.user.language = "en"
    db.session.commit()
    whole = unsubscribing.address(alice.user.id, alice.workspace.id, Kind.WEEKLY)
    assert "Stop receiving these emails" in client.get(f"/desabonnement/{whole.rsplit('/', 1)[1]}").text
