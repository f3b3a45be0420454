"""LinkedIn is opened and closed from the profile; a page nobody asked for opens nothing."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
import requests
from flask import Flask

from app.core import crypto, i18n
from app.core.db import db
from app.domains.publishing import accounts, queries
from app.domains.publishing.models import Connection
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.people import Person

CONNECT = "/connexions/linkedin"


def asked(person: Person) -> str:
    """Press the button; return the address LinkedIn is asked at."""
    answer = person.client.post(CONNECT)
    assert answer.status_code == 303
    return answer.location


def returned(address: str, **answers: str) -> str:
    """Answer the consent page; return the path LinkedIn sends the person back to."""
    page, _, question = address.partition("?")
    form = {**dict(parse_qsl(question)), "decision": "allow", **answers}
    back = urlsplit(requests.post(page, data=form, allow_redirects=False, timeout=5).headers["Location"])
    return f"{back.path}?{back.query}"


def opened(person: Person) -> Connection | None:
    db.session.rollback()
    return accounts.connection(person.workspace.id)


def test_alice_connects_linkedin_and_reads_whose_account_it_is(alice: Person, sandbox: RunningSandbox) -> None:
    address = asked(alice)
    question = parse_qs(urlsplit(address).query)
    assert address.startswith(f"{sandbox.url}/oauth/v2/authorization?")
    assert question["scope"] == ["openid profile email w_member_social"]
    back = alice.client.get(returned(address))
    assert (back.status_code, back.location) == (303, "/profil")
    page = alice.client.get("/profil").text
    connection = opened(alice)
    assert connection is not None
    assert "LinkedIn est connecté." in page
    assert connection.account_name in page
    assert f"Valide jusqu’au {i18n.day(connection.expires_at)}" in page
    token = crypto.unseal(connection.sealed_access_token)
    assert token not in page
    assert token not in connection.sealed_access_token


def test_who_connects_with_something_approved_reads_when_it_leaves(alice: Person, sandbox: RunningSandbox) -> None:
    content = making.content(alice.workspace)
    alice.client.post(f"/contenus/{content.id}/approbation")
    page = alice.client.get(returned(asked(alice)), follow_redirects=True).text
    assert "LinkedIn est connecté. Ce que vous avez approuvé va partir" in page


def test_a_return_serves_once_and_only_to_who_asked(alice: Person, charlie: Person, sandbox: RunningSandbox) -> None:
    back = returned(asked(alice))
    for stranger in (charlie, alice, alice):
        stranger.client.get(back)
    assert opened(charlie) is None
    connection = opened(alice)
    assert connection is not None
    alice.client.delete(CONNECT)
    assert "a expiré" in alice.client.get(back, follow_redirects=True).text
    assert opened(alice) is None


@pytest.mark.parametrize("state", ["", "deviné", "\u00e9" * 40])
def test_a_forged_return_opens_nothing(alice: Person, sandbox: RunningSandbox, state: str) -> None:
    asked(alice)
    answer = alice.client.get("/auth/linkedin/callback", query_string={"code": "x", "state": state})
    assert answer.status_code == 303
    assert "La demande de connexion a expiré" in alice.client.get("/profil").text
    assert opened(alice) is None


def test_saying_no_at_linkedin_changes_nothing(alice: Person, sandbox: RunningSandbox) -> None:
    answer = alice.client.get(returned(asked(alice), decision="deny"), follow_redirects=True)
    assert "Vous avez annulé la connexion" in answer.text
    assert opened(alice) is None


@pytest.mark.parametrize(
    ("error", "said"),
    [("unauthorized_scope_error", "L’exploitant doit le demander"), ("inconnue", "a refusé la demande")],
)
def test_a_refusal_that_is_not_hers_is_not_called_hers(
    alice: Person, sandbox: RunningSandbox, error: str, said: str
) -> None:
    state = parse_qs(urlsplit(asked(alice)).query)["state"][0]
    answer = alice.client.get(
        "/auth/linkedin/callback", query_string={"error": error, "state": state}, follow_redirects=True
    )
    assert said in answer.text
    assert "Vous avez annulé" not in answer.text


def test_another_account_opened_beside_the_first_waits_to_be_chosen(
    alice: Person, sandbox: RunningSandbox, run_jobs: Any
) -> None:
    alice.client.get(returned(asked(alice)))
    first = opened(alice)
    content = making.content(alice.workspace)
    alice.client.post(f"/contenus/{content.id}/approbation")
    alice.client.get(returned(asked(alice), member="sbx7Olivier"))
    second = opened(alice)
    assert first is not None
    assert second is not None
    assert (making.reread(first).state, making.reread(second).is_target) == ("active", False)
    page = alice.client.get("/profil").text
    assert "Publier aussi ici" in page
    assert "Il ne reçoit pas encore vos publications" in page
    run_jobs()
    assert [row.connection_id for row in queries.open_deliveries(content.id)] == [first.id]
    alice.client.delete(CONNECT)
    assert opened(alice) is None, "an account stayed open"


def test_an_account_is_chosen_and_left_out_again_and_one_always_receives(
    alice: Person, sandbox: RunningSandbox
) -> None:
    first = showing.connection(alice.workspace)
    second = showing.connection(alice.workspace, account_urn="urn:li:person:olivier", is_target=False)
    assert alice.client.post(f"/connexions/{second.id}/cible").location == "/profil"
    assert making.reread(second).is_target
    alice.client.delete(f"/connexions/{first.id}/cible")
    assert not making.reread(first).is_target
    refused = alice.client.delete(f"/connexions/{second.id}/cible", follow_redirects=True)
    assert "C’est le seul compte" in refused.text
    assert making.reread(second).is_target


def test_one_account_is_closed_and_the_others_stay(alice: Person, charlie: Person, sandbox: RunningSandbox) -> None:
    first = showing.connection(alice.workspace)
    second = showing.connection(alice.workspace, account_urn="urn:li:person:olivier")
    assert charlie.client.delete(f"/connexions/{second.id}").status_code == 404
    alice.client.post(f"/connexions/{second.id}?_method=DELETE")
    assert (making.reread(first).state, making.reread(second).state) == ("active", "disconnected")


def test_linkedin_out_of_order_is_said_and_loses_nothing(alice: Person, sandbox: RunningSandbox) -> None:
    back = returned(asked(alice))
    order = {"service": "linkedin", "what": "503", "times": -1, "path": "*"}
    requests.post(f"{sandbox.url}/_sandbox/behave", json=order, timeout=5)
    assert "LinkedIn ne répond pas pour l’instant" in alice.client.get(back, follow_redirects=True).text
    assert opened(alice) is None


def test_what_was_approved_before_the_connection_is_planned_after_it(
    alice: Person, sandbox: RunningSandbox, run_jobs: Any
) -> None:
    content = making.content(alice.workspace)
    alice.client.post(f"/contenus/{content.id}/approbation")
    alice.client.get(returned(asked(alice)))
    run_jobs()
    assert "Prochain envoi" in alice.client.get(f"/contenus/{content.id}").text


def test_disconnecting_forgets_the_token_and_holds_what_was_planned(alice: Person, sandbox: RunningSandbox) -> None:
    alice.client.get(returned(asked(alice)))
    content = making.content(alice.workspace)
    alice.client.post(f"/contenus/{content.id}/approbation")
    row = opened(alice)
    assert alice.client.post(f"{CONNECT}?_method=DELETE").location == "/profil"
    assert making.reread(row).sealed_access_token == ""
    assert "Connecter LinkedIn" in alice.client.get("/profil").text
    assert "Reconnecter LinkedIn" in alice.client.get(f"/contenus/{content.id}").text
    assert alice.client.delete(CONNECT).status_code == 404


def test_a_lost_connection_offers_one_button(alice: Person) -> None:
    showing.connection(alice.workspace, state="needs_reconnection", reason="access_revoked")
    page = alice.client.get("/profil").text
    assert "À reconnecter" in page
    assert "Reconnecter LinkedIn" in page
    assert "Rien n’est perdu" in page


def test_without_keys_the_page_says_who_has_to_act(app: Flask, alice: Person) -> None:
    with making.settings_of(app, linkedin_client_id=""):
        assert "Aucun réseau n’est encore offert ici" in alice.client.get("/profil").text
        assert "n’est pas encore offert ici" in alice.client.post(CONNECT, follow_redirects=True).text


def test_a_demonstration_is_never_connected_to_a_real_account(alice: Person) -> None:
    alice.workspace.is_demo = True
    answer = alice.client.post(CONNECT)
    assert answer.status_code == 409
    assert "créez votre compte" in answer.text


def test_an_analyst_sees_the_connection_and_does_not_touch_it(alice: Person, bob: Person) -> None:
    showing.connection(alice.workspace)
    page = bob.client.get("/profil").text
    assert "Camille Tremblay" in page
    assert "Déconnecter" not in page
    assert bob.client.post(CONNECT).status_code == 403
    assert bob.client.delete(CONNECT).status_code == 403
    assert bob.client.get("/auth/linkedin/callback?code=x&state=y").status_code == 403


def test_an_account_says_what_it_is_and_what_it_may_do(alice: Person) -> None:
    row = showing.connection(alice.workspace)
    page = alice.client.get("/profil").text
    assert "Profil LinkedIn" in page
    assert "Ce compte nous permet de publier." in page
    row.scopes, row.kind = ["w_organization_social", "r_organization_social"], "page"
    db.session.commit()
    page = alice.client.get("/profil").text
    assert "Page LinkedIn" in page
    assert "publier, relire ses publications, lire les résultats." in page


def test_another_account_that_comes_back_is_not_taken_for_the_one_reconnected(
    alice: Person, sandbox: RunningSandbox
) -> None:
    lost = showing.connection(alice.workspace, state="needs_reconnection", reason="access_revoked")
    address = alice.client.post(CONNECT, data={"compte": str(lost.id)}).location
    page = alice.client.get(returned(address, member="sbx7Olivier"), follow_redirects=True).text
    assert "et non Camille Tremblay, qui attend encore" in page
    assert making.reread(lost).state == "needs_reconnection"


def test_the_same_account_that_comes_back_is_reconnected(alice: Person, sandbox: RunningSandbox) -> None:
    alice.client.get(returned(asked(alice)))
    row = opened(alice)
    assert row is not None
    row.state, row.reason = "needs_reconnection", "access_revoked"
    db.session.commit()
    address = alice.client.post(CONNECT, data={"compte": str(row.id)}).location
    assert "LinkedIn est connecté." in alice.client.get(returned(address), follow_redirects=True).text
    assert making.reread(row).state == "active"


def test_closing_an_account_says_what_becomes_of_what_was_planned(alice: Person, sandbox: RunningSandbox) -> None:
    row = showing.connection(alice.workspace)
    showing.delivery(making.content(alice.workspace, "approved"), row, "scheduled")
    page = alice.client.post(f"/connexions/{row.id}?_method=DELETE", follow_redirects=True).text
    assert "1 publication planifiée attend" in page.replace("\u00a0", " ")
    assert "Reconnectez ce compte" in page


def test_the_only_account_left_can_be_chosen(alice: Person) -> None:
    showing.connection(alice.workspace, is_target=False)
    page = alice.client.get("/profil").text
    assert "Aucun compte ne reçoit vos publications" in page
    assert "Ne reçoit pas vos publications" in page
    assert "Publier ici" in page and "Publier aussi ici" not in page
