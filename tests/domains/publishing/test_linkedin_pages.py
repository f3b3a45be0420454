"""Publishing as a page: asked only when chosen, refused in words to an application that may not, signed by the page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import Flask

from app.core.db import db
from app.domains.publishing import accounts, network, services
from app.domains.publishing.services import renewing
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread, settings_of
from tests.domains.publishing.test_pages_connection import CONNECT, returned
from tests.factories.publishing import feed, planned, sent
from tests.people import Person
from tests.providers.scripted import as_json, scripted

PAGE_SCOPES = ["w_organization_social", "r_organization_social", "rw_organization_admin"]
QUAI, ATELIERS = "urn:li:organization:5001001", "urn:li:organization:5001002"


@pytest.fixture
def partner(sandbox: RunningSandbox) -> Iterator[RunningSandbox]:
    """The twin, for an application that LinkedIn approved."""
    settings = sandbox.state.settings
    before, settings.linkedin_extra_scopes = settings.linkedin_extra_scopes, PAGE_SCOPES
    yield sandbox
    settings.linkedin_extra_scopes, settings.linkedin_refresh_tokens = before, False


def asked(person: Person) -> str:
    answer = person.client.post(CONNECT, data={"pages": "1"})
    assert answer.status_code == 303
    return str(answer.location)


def choose(person: Person, *urns: str) -> str:
    """Consent, tick these pages, and return what the next page says."""
    back = person.client.get(returned(asked(person)))
    assert back.location == "/connexions/linkedin/comptes"
    shown = person.client.get(back.location).text
    assert "Bistro du Quai (page)" in shown
    ticked = {"account": [f"linkedin:{urn}" for urn in urns]}
    answer = person.client.post(back.location, data=ticked, follow_redirects=True)
    return str(answer.text)


def test_the_scopes_of_a_page_are_asked_only_of_who_chose_one(alice: Person, sandbox: RunningSandbox) -> None:
    plain = parse_qs(urlsplit(alice.client.post(CONNECT).location).query)["scope"][0]
    assert "organization" not in plain
    for_pages = parse_qs(urlsplit(asked(alice)).query)["scope"][0]
    assert set(PAGE_SCOPES) <= set(for_pages.split())


def test_an_application_that_may_not_is_told_in_words(alice: Person, sandbox: RunningSandbox) -> None:
    refusal = requests.get(asked(alice), allow_redirects=False, timeout=5)
    back = urlsplit(refusal.headers["Location"])
    assert "unauthorized_scope_error" in back.query
    page = alice.client.get(f"{back.path}?{back.query}", follow_redirects=True).text
    assert "ne laisse pas encore l’application publier au nom d’une page" in page
    assert accounts.connection(alice.workspace.id) is None


def test_a_page_is_chosen_and_signs_what_goes_out(alice: Person, partner: RunningSandbox) -> None:
    assert "Bistro du Quai (page)" in choose(alice, QUAI)
    [opened] = accounts.connections(alice.workspace.id)
    assert (opened.kind, opened.account_urn, opened.is_target) == ("page", QUAI, True)
    assert network.may_publish(opened)
    assert sent(planned(alice)).state == "published"
    [post] = feed(partner)
    assert (post.author, post.author_name) == (QUAI, "Bistro du Quai (page)")


def test_nothing_ticked_opens_nothing(alice: Person, partner: RunningSandbox) -> None:
    assert "Cochez au moins un compte" in choose(alice)
    assert not accounts.connections(alice.workspace.id)


def test_a_page_keeps_what_its_access_is_renewed_with(alice: Person, partner: RunningSandbox) -> None:
    partner.state.settings.linkedin_refresh_tokens = True
    choose(alice, QUAI, ATELIERS)
    first, second = accounts.connections(alice.workspace.id)
    sealed = first.sealed_access_token
    assert renewing.renew(first, sealed) == renewing.Renewal.RENEWED
    assert reread(first).sealed_access_token != sealed
    # One of the two was renewed: what opens the other is not given back with it.
    services.disconnect(first)
    assert not any(token.revoked for token in partner.state.tokens.values())
    assert renewing.renew(second, second.sealed_access_token) == renewing.Renewal.RENEWED


def test_the_longest_tokens_there_are_fit_in_the_cookie(app: Flask, alice: Person, partner: RunningSandbox) -> None:
    given = as_json({"access_token": "A" * 1000, "refresh_token": "R" * 1000, "expires_in": 5_184_000,
                     "scope": ",".join(PAGE_SCOPES)})  # fmt: skip
    back = returned(asked(alice))
    with scripted(given) as network, settings_of(app, linkedin_auth_url=network.url):
        assert alice.client.get(back).location == "/connexions/linkedin/comptes"
    cookie = alice.client.get_cookie("astrogrowth")
    assert cookie is not None and 2_000 < len(cookie.value) < 4_000


def test_a_page_and_a_person_stand_side_by_side(alice: Person, partner: RunningSandbox) -> None:
    alice.client.get(returned(alice.client.post(CONNECT).location))
    choose(alice, QUAI)
    kinds = [each.kind for each in accounts.connections(alice.workspace.id)]
    assert kinds == ["person", "page"]
    delivery = planned(alice)
    assert len(services.plan_delivery(delivery.content_id)) == 0, "both are planned already"
    assert delivery.connection.kind == "person"


def test_closing_one_page_leaves_the_other_its_access(alice: Person, partner: RunningSandbox) -> None:
    choose(alice, QUAI, ATELIERS)
    first, second = accounts.connections(alice.workspace.id)
    services.disconnect(first)
    assert not any(token.revoked for token in partner.state.tokens.values())
    services.disconnect(reread(second))
    assert all(token.revoked for token in partner.state.tokens.values())
    db.session.rollback()
