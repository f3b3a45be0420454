"""One consent, several Pages and Instagram accounts: she ticks where she publishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import clock, crypto
from app.core.db import db
from app.domains.publishing import services
from app.domains.publishing.models import Connection
from app.sandbox.server import RunningSandbox
from tests.factories import meta
from tests.factories.publishing import at_once
from tests.people import Person

CALLBACK, CHOOSE = "/auth/facebook/callback", "/connexions/facebook/comptes"


@pytest.fixture(autouse=True)
def _offered(app: Flask, sandbox: RunningSandbox) -> Iterator[None]:
    with meta.offered(app, sandbox):
        yield


def consented(person: Person, network: str = "facebook", decision: str = "allow") -> str:
    """Touch « Connecter », answer the dialogue, come back; return where she is sent next."""
    away = person.client.post(f"/connexions/{network}").headers["Location"]
    back = meta.back_from_consent(away, decision)
    answer = person.client.get(f"/auth/{network}/callback", query_string=back)
    assert answer.status_code == 303
    return urlsplit(answer.headers["Location"]).path


def opened(person: Person) -> Sequence[Connection]:
    statement = select(Connection).where(Connection.workspace_id == person.workspace.id).order_by(Connection.id)
    return db.session.scalars(statement.execution_options(populate_existing=True)).all()


def test_both_networks_are_offered_beside_linkedin(alice: Person) -> None:
    page = alice.client.get("/profil").text
    assert "Connecter Facebook" in page
    assert "Connecter Instagram" in page


def test_she_ticks_a_page_and_an_instagram_account_of_one_consent(alice: Person) -> None:
    assert consented(alice) == CHOOSE
    page = alice.client.get(CHOOSE).text
    assert "Café Démonstration" in page
    assert "@cafe.demonstration" in page
    assert " checked" not in page
    answer = alice.client.post(CHOOSE, data={"account": [meta.PAGE_KEY, meta.INSTAGRAM_KEY]}, follow_redirects=True)
    assert "Comptes connectés" in answer.text
    rows = [(row.network, row.account_name, row.kind, row.is_target, row.state) for row in opened(alice)]
    assert rows == [
        ("facebook", "Café Démonstration", "page", True, "active"),
        ("instagram", "@cafe.demonstration", "page", True, "active"),
    ]
    assert all(crypto.unseal(row.sealed_access_token).startswith("EAA") for row in opened(alice))
    assert all((row.expires_at - clock.now()).days in (89, 90) for row in opened(alice))


def test_the_only_account_of_the_network_she_asked_for_is_ticked_and_no_other(alice: Person) -> None:
    assert consented(alice, "instagram") == "/connexions/instagram/comptes"
    page = alice.client.get("/connexions/instagram/comptes").text
    assert f'value="{meta.INSTAGRAM_KEY}" checked' in page
    assert f'value="{meta.PAGE_KEY}" checked' not in page


def test_the_page_that_bears_her_business_s_name_is_ticked(alice: Person) -> None:
    alice.workspace.name = "CAFE démonstration"
    db.session.commit()
    consented(alice)
    page = alice.client.get(CHOOSE).text
    assert f'value="{meta.PAGE_KEY}" checked' in page
    assert page.count(" checked") == 1


def test_the_page_she_closed_last_is_ticked_when_she_comes_back(alice: Person) -> None:
    consented(alice)
    alice.client.post(CHOOSE, data={"account": "facebook:104000000000002"})
    alice.client.delete(f"/connexions/{opened(alice)[0].id}")
    consented(alice)
    page = alice.client.get(CHOOSE).text
    assert 'value="facebook:104000000000002" checked' in page
    assert page.count(" checked") == 1


def test_nothing_ticked_is_asked_again(alice: Person) -> None:
    consented(alice)
    answer = alice.client.post(CHOOSE, data={})
    assert answer.status_code == 422
    assert "Cochez au moins un compte" in answer.text
    assert opened(alice) == []


def test_what_was_not_hers_to_tick_opens_nothing(alice: Person) -> None:
    consented(alice)
    answer = alice.client.post(CHOOSE, data={"account": "facebook:104000000000003"}, follow_redirects=True)
    assert "Aucun compte n’a été connecté" in answer.text
    assert opened(alice) == []


def test_a_network_whose_publication_she_refused_opens_no_account_of_it(alice: Person, sandbox: RunningSandbox) -> None:
    sandbox.state.settings.meta_declined_scopes = ["instagram_content_publish"]
    consented(alice)
    alice.client.post(CHOOSE, data={"account": [meta.PAGE_KEY, meta.INSTAGRAM_KEY]})
    assert [row.network for row in opened(alice)] == ["facebook"]


def test_saying_no_changes_nothing(alice: Person) -> None:
    assert consented(alice, decision="deny") == "/profil"
    assert "Vous avez annulé la connexion" in alice.client.get("/profil").text


def test_without_a_consent_held_there_is_nothing_to_choose(alice: Person) -> None:
    assert alice.client.get(CHOOSE).status_code == 303
    consented(alice)
    with clock.frozen_at(clock.now() + timedelta(minutes=21)):
        assert alice.client.post(CHOOSE, data={"account": meta.PAGE_KEY}).status_code == 303
    assert opened(alice) == []


def test_her_tokens_are_read_in_no_cookie_and_no_page(alice: Person) -> None:
    consented(alice)
    page = alice.client.get(CHOOSE)
    cookie = alice.client.get_cookie("astrogrowth")
    assert cookie is not None
    assert "EAA" not in cookie.decoded_value + page.text


def test_reconnecting_renews_the_same_accounts(alice: Person) -> None:
    for _ in range(2):
        consented(alice)
        page = alice.client.get(CHOOSE).text
        alice.client.post(CHOOSE, data={"account": meta.PAGE_KEY})
    assert len(opened(alice)) == 1
    assert f'value="{meta.PAGE_KEY}" checked' in page
    assert page.count(" checked") == 1


def test_closing_one_account_leaves_the_other_open(alice: Person, sandbox: RunningSandbox) -> None:
    consented(alice)
    alice.client.post(CHOOSE, data={"account": [meta.PAGE_KEY, meta.INSTAGRAM_KEY]})
    page, instagram = opened(alice)
    assert alice.client.delete(f"/connexions/{page.id}").status_code == 303
    page, instagram = opened(alice)
    assert (page.state, page.sealed_access_token, instagram.state) == ("disconnected", "", "active")
    assert not any(token.revoked for token in sandbox.state.tokens.values())


def test_charlie_and_bob_choose_nothing_for_her(alice: Person, bob: Person, charlie: Person) -> None:
    consented(alice)
    assert bob.client.get(CHOOSE).status_code == 403
    charlie.client.post(CHOOSE, data={"account": meta.PAGE_KEY})
    assert opened(charlie) == opened(alice) == []


def test_a_network_nobody_knows_has_no_page(alice: Person) -> None:
    assert alice.client.get("/connexions/myspace/comptes").status_code == 404
    assert alice.client.post("/connexions/myspace/comptes").status_code == 404


def test_two_clicks_open_an_account_once(app: Flask, alice: Person) -> None:
    with app.test_request_context(method="POST"):
        code = meta.back_from_consent(services.begin_connection("un état", "facebook"))["code"]
        sealed = services.hold(code, "facebook")
    workspace_id = alice.workspace.id
    clicks = [lambda: services.open_chosen(workspace_id, sealed, [meta.PAGE_KEY])] * 4
    assert at_once(app, clicks) == ["done"] * 4
    assert len(opened(alice)) == 1
