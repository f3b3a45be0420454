"""The journal of activity tells launches and decisions: by whom, by which door, and what nobody touched says so."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import select

from app.core.db import db
from app.domains.approvals import links
from app.domains.audit.models import AuditLine
from app.domains.publishing import services
from tests.domains.campaigns import making as campaigns
from tests.domains.contents import making
from tests.people import Person
from tests.statements import statements

HERE = "/activite"


def told(family: str) -> list[tuple[str, str, str, str]]:
    mine = select(AuditLine).where(AuditLine.kind.startswith(f"{family}.")).order_by(AuditLine.id)
    return [(line.kind.split(".")[1], line.by_name, line.door, line.subject) for line in db.session.scalars(mine)]


def test_a_launch_is_told_once_with_the_pauses_that_follow(alice: Person) -> None:
    campaign = campaigns.draft(alice)
    for _press in range(2):
        alice.client.post(f"/campagnes/{campaign.id}/verification")
    alice.client.post(f"/campagnes/{campaign.id}/pause")
    alice.client.delete(f"/campagnes/{campaign.id}/pause")
    gestures = ("launched", "paused", "resumed")
    assert told("campaign") == [(each, "alice@exemple.ca", "page", "Cafés de Lévis") for each in gestures]
    page = alice.client.get(f"{HERE}?genre=campaign").text
    assert "<strong>Campagne lancée</strong> · " in page and "Cafés de Lévis" in page


def test_a_thumb_is_told_by_its_number_never_by_the_prospect_it_names(alice: Person) -> None:
    content = making.content(alice.workspace)
    here = f"/contenus/{content.id}"
    alice.client.post(f"{here}/rejet")
    alice.client.delete(f"{here}/rejet")
    alice.client.post(f"{here}/approbation")
    kinds = ("rejected", "reopened", "approved")
    assert told("decision") == [(kind, "alice@exemple.ca", "page", str(content.id)) for kind in kinds]
    page = alice.client.get(f"{HERE}?genre=decision").text
    assert f"n°\u00a0{content.id}</span>" in page and "Café Bleu" not in page
    assert "Publication approuvée" in page and "alice@exemple.ca, dans l’application, réseau 127.0.0.0/24" in page
    assert f"Publication approuvée;n° {content.id};" in alice.client.get(f"{HERE}.csv").text


def test_the_link_of_a_mail_is_told_with_whose_it_was(alice: Person, client: FlaskClient) -> None:
    content = making.content(alice.workspace)
    token = links.issue(content, alice.user.id)
    db.session.commit()
    client.post(f"/a/{token}", data={"geste": "approuver"})
    assert told("decision") == [("approved", "alice@exemple.ca", "letter", str(content.id))]
    said = "alice@exemple.ca, par un lien reçu par courriel, réseau 127.0.0.0/24"
    assert said in alice.client.get(HERE).text


def test_what_the_rule_approved_is_said_of_nobody(alice: Person) -> None:
    services.approve(making.content(alice.workspace), None)
    assert [line[:3] for line in told("decision")] == [("auto_approved", "", "system")]
    page = alice.client.get(HERE).text
    assert "Publication approuvée par la règle de l’espace" in page
    assert "Automatiquement, par AstroGrowth" in page and "sans geste" not in page


def test_a_page_of_the_journal_asks_as_much_whatever_it_tells(alice: Person) -> None:
    asked = []
    for _time in range(2):
        with statements() as seen:
            alice.client.get(HERE)
        asked.append(len(seen))
        for number in range(12):
            alice.client.post(f"/contenus/{making.content(alice.workspace, text=f'Texte {number}.').id}/rejet")
    assert asked[0] == asked[1]
